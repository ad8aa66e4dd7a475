// Commands that change the weights and the initial state: by hand, as a whole, by an update, and back.
import { createNetwork } from '../engine/network.ts';
import { tasks } from '../engine/tasks/index.ts';
import { split } from '../engine/tasks/read.ts';
import type { Task } from '../engine/tasks/task.ts';
import type { CommandRows, Payloads } from './command.ts';
import { firstRowOf } from './defaults.ts';
import type { UnrolledDocument, WeightChange } from './document.ts';
import { entryProblem } from './job.ts';
import { grouped, isWithin, limitProblem, limits } from './limits.ts';
import { writeNumber } from './numberText.ts';
import { readingOf, textRead } from './reading.ts';
import { fitted, startSymbols, withStart } from './starts.ts';
import { modelOf } from './wiring.ts';
import { same } from './same.ts';
import { listed, quote } from './words.ts';

export const weightCommands: CommandRows<
  'editWeight' | 'scaleWeight' | 'setInitialStates' | 'editInitialState' | 'applyUpdate' | 'resetWeights'
> = {
  editWeight: {
    history: 'merge',
    words: (payload) => `set ${entryName(payload)}`,
    target: entryName,
    refusal: (document, { symbol, unit, column, value }) =>
      limitProblem('weight', value) ??
      entryProblem(createNetwork(modelOf(document)), symbol, { unit, column }) ??
      roomProblem(withEntry(document, { symbol, unit, column, value })),
    run: (document, { symbol, unit, column, value }) => ({
      ...document,
      changes: withEntry(document, { symbol, unit, column, value }),
    }),
  },
  scaleWeight: {
    history: 'merge',
    words: ({ symbol, factor }) => `multiply ${symbol} by ${writeNumber(factor)}`,
    target: ({ symbol }) => symbol,
    refusal: (document, { symbol, factor }) =>
      limitProblem('factor', factor) ??
      entryProblem(createNetwork(modelOf(document)), symbol, null) ??
      roomProblem(withFactor(document, { symbol, factor })),
    run: (document, { symbol, factor }) => ({ ...document, changes: withFactor(document, { symbol, factor }) }),
  },
  setInitialStates: {
    history: 'merge',
    words: ({ states }) => (states === null ? 'begin with zeros' : `set ${listed(Object.keys(states).map((symbol) => `${symbol}_0`))}`),
    refusal: (document, { states }) =>
      Object.entries(states ?? {})
        .map(([symbol, values]) => startProblem(document, symbol) ?? valuesProblem(document, symbol, values))
        .find((problem) => problem !== null) ?? null,
    run: (document, { states }) => ({ ...document, initialStates: states && Object.keys(states).length > 0 ? states : null }),
  },
  editInitialState: {
    history: 'merge',
    words: ({ symbol, unit }) => `set ${symbol}_0[${unit}]`,
    target: ({ symbol, unit }) => `${symbol} ${unit}`,
    refusal: (document, { symbol, unit, value }) => {
      const { hiddenSize } = document;
      const problem = startProblem(document, symbol);
      if (problem !== null) return problem;
      return Number.isInteger(unit) && unit >= 1 && unit <= hiddenSize
        ? limitProblem('initialState', value)
        : `The initial state ${symbol}_0 has units 1 to ${hiddenSize}, but no unit ${writeNumber(unit)}.`;
    },
    run: (document, { symbol, unit, value }) => {
      const { initialStates, hiddenSize } = document;
      const values = fitted(initialStates?.[symbol] ?? [], hiddenSize).with(unit - 1, value);
      return { ...document, initialStates: withStart(initialStates, symbol, values) };
    },
  },
  applyUpdate: {
    history: 'commit',
    words: () => 'apply the update',
    refusal: (document) =>
      readingOf(document).tokens[0].length === 0
        ? `There is no update to apply, since the network knows too few words of ${quote(document.text)}.`
        : roomProblem(withUpdate(document)),
    run: (document, { next }) => {
      const updated = { ...document, changes: withUpdate(document), playhead: 0 };
      return next === 'same' ? updated : { ...updated, ...nextRow(document) };
    },
  },
  resetWeights: {
    history: 'commit',
    words: () => 'reset the weights',
    run: (document) => ({ ...document, changes: [] }),
  },
};

type Changes = readonly WeightChange[];

/** Null where this network begins with such a state; else those that it begins with. */
function startProblem(document: UnrolledDocument, symbol: string): string | null {
  const known = startSymbols(document);
  return known.includes(symbol) ? null : `This network does not begin with a state ${symbol}_0; it begins with ${listed(known.map((each) => `${each}_0`)) || 'none'}.`;
}

function valuesProblem({ hiddenSize }: UnrolledDocument, symbol: string, values: readonly number[]): string | null {
  if (values.length !== hiddenSize) {
    return `The initial state ${symbol}_0 has ${values.length} numbers, but the network has ${hiddenSize} hidden units.`;
  }
  const wrong = values.find((value) => !isWithin('initialState', value));
  return wrong === undefined ? null : limitProblem('initialState', wrong);
}

function entryName({ symbol, unit, column }: Omit<Payloads['editWeight'], 'value'>): string {
  return symbol.startsWith('b') ? `${symbol}[${unit}]` : `${symbol}[${unit},${column}]`;
}

function withEntry({ changes }: UnrolledDocument, entry: Omit<Payloads['editWeight'], 'gesture'>): Changes {
  const last = changes.at(-1);
  const isSame = last?.kind === 'set' && same({ ...last, value: 0 }, { kind: 'set', ...entry, value: 0 });
  return [...(isSame ? changes.slice(0, -1) : changes), { kind: 'set', ...entry }];
}

function withFactor({ changes }: UnrolledDocument, scaling: Omit<Payloads['scaleWeight'], 'gesture'>): Changes {
  const last = changes.at(-1);
  const isSame = last?.kind === 'scale' && last.symbol === scaling.symbol;
  return [...(isSame ? changes.slice(0, -1) : changes), { kind: 'scale', ...scaling }];
}

/** One more update by the present sentence; equal ones in a row are counted. */
function withUpdate(document: UnrolledDocument): Changes {
  const { label, learningRate, initialStates, clipping, feeding, changes } = document;
  const update: WeightChange = { kind: 'update', text: textRead(document), label, learningRate, initialStates, clipping, feeding, times: 1 };
  const last = changes.at(-1);
  if (last?.kind !== 'update' || last.times >= limits.times.high || !same({ ...last, times: 1 }, update)) return [...changes, update];
  return [...changes.slice(0, -1), { ...last, times: last.times + 1 }];
}

function roomProblem(changes: Changes): string | null {
  const { high } = limits.changes;
  return changes.length <= high
    ? null
    : `At most ${grouped(high)} changes of the weights are kept, and all are made. Reset the weights to go on.`;
}

/** The row of the task's table after the present sentence; the first after the last, and after a sentence of one's own. */
function nextRow(document: UnrolledDocument): Pick<UnrolledDocument, 'text' | 'label' | 'generatedLength'> {
  const task = tasks[document.task];
  const wordsOf = (text: string): string[] => wordsIn(task, text);
  const present = document.generatedLength === null ? wordsOf(document.text) : [];
  const index = task.rows.findIndex((row) => same(wordsOf(row.text), present));
  const { text } = task.rows[(index + 1) % task.rows.length] ?? firstRowOf(document.task);
  return { text, label: null, generatedLength: null };
}

function wordsIn(task: Task, text: string): string[] {
  return split(task, text).map((token) => token.text);
}
