// The states that sequences begin with, in a link: h0 for the first one, start for the others.
import * as v from 'valibot';
import { cells } from '../engine/cells/index.ts';
import { tasks } from '../engine/tasks/index.ts';
import { topologyOf } from '../engine/topology/index.ts';
import { writeUnits } from './changeText.ts';
import type { UnrolledDocument } from './document.ts';
import { grouped } from './limits.ts';
import { stateSymbols } from './linkChanges.ts';
import { numberIn, type Outcome } from './linkParameter.ts';
import { cut } from './linkText.ts';
import { readNumber, writeNumber } from './numberText.ts';
import { fitted, startSymbols, withStart } from './starts.ts';
import { listed, quote } from './words.ts';

/** The symbol of the state that `h0` is short for; undefined where the cell has none. */
export function firstStart({ task, cell, biases, bidirectional }: UnrolledDocument): string | undefined {
  const [state] = cells[cell].declare(biases).states;
  const [chain] = topologyOf({ topology: tasks[task].topology, bidirectional }).chains;
  return state === undefined ? undefined : `${state}${chain?.mark ?? ''}`;
}

export function writeFirstStart(document: UnrolledDocument): string {
  const first = firstStart(document);
  return (first === undefined ? undefined : document.initialStates?.[first])?.map(writeNumber).join(',') ?? '';
}

export function writeOtherStarts(document: UnrolledDocument): string {
  const first = firstStart(document);
  const others = Object.entries(document.initialStates ?? {}).filter(([symbol]) => symbol !== first);
  return others.map(([symbol, values]) => `${symbol}:${writeUnits(values)}`).join(';');
}

export function readFirstStart(value: string, document: UnrolledDocument): Outcome {
  const first = firstStart(document);
  const written = cut(value, ',');
  if (written.length === 0) return { document, problems: [] };
  if (first !== undefined) return readState('h0', first, written, document);
  return { document, problems: [`In the link, h0 is ${quote(value)}, but this network begins with no state, so it is left out.`] };
}

export function readOtherStarts(value: string, document: UnrolledDocument): Outcome {
  let read = document;
  const problems: string[] = [];
  for (const part of cut(value, ';')) {
    const [symbol = '', values = ''] = part.trim().split(':');
    if (!stateSymbols.includes(symbol) || values === '') {
      const own = startSymbols(document);
      problems.push(
        `In the link, start holds ${quote(part)}, but a state has to look like c:0.1/0/0/0, with ${own.length > 0 ? listed(own, 'or') : 'a state that the network has'} before the colon, so it is left out.`,
      );
      continue;
    }
    const outcome = readState(`start of ${symbol}`, symbol, values.split('/'), read);
    read = outcome.document;
    problems.push(...outcome.problems);
  }
  return { document: read, problems };
}

function readState(name: string, symbol: string, written: readonly string[], document: UnrolledDocument): Outcome {
  const { hiddenSize } = document;
  const wrong = written.find((each) => !v.is(numberIn('initialState'), each));
  if (wrong !== undefined) {
    const between = name === 'h0' ? 'commas' : 'slashes';
    const wanted = `it has to be ${hiddenSize} finite numbers with ${between} between them, one for each hidden unit`;
    return { document, problems: [`In the link, ${name} holds ${quote(wrong)}, but ${wanted}, so it is left out.`] };
  }
  const numbers = written.map(readNumber);
  const problems =
    numbers.length === hiddenSize
      ? []
      : [
          `In the link, ${name} is ${quote(written.join(','))}, which is ${grouped(numbers.length)} of the ${hiddenSize} numbers that are expected, ` +
            `one for each hidden unit, so ${numbers.length < hiddenSize ? 'the missing ones are 0' : 'the rest is left out'}.`,
        ];
  return { document: { ...document, initialStates: withStart(document.initialStates, symbol, fitted(numbers, hiddenSize)) }, problems };
}
