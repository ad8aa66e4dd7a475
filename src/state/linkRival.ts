// The second network in a link: rival=cell:lstm;hidden:8;clip:norm:1;W_hh[1,2]=0.5
import * as v from 'valibot';
import { writeChange, writeClipping } from './changeText.ts';
import type { Rival, UnrolledDocument, WeightChange } from './document.ts';
import { expected, limits } from './limits.ts';
import { activationOf, activations, cellNamed, familyOf, hasChoice } from './linkCells.ts';
import { changeSchema, clippingSchema } from './linkChanges.ts';
import { numberIn, type Outcome } from './linkParameter.ts';
import { firstStart } from './linkStates.ts';
import { cut } from './linkText.ts';
import { writeNumber } from './numberText.ts';
import { rivalDocument } from './rival.ts';
import { cellProblem, directionProblem } from './wiring.ts';
import { quote } from './words.ts';

/** A second network that does nothing otherwise. */
const nothing = 'same';

export function writeRival(document: UnrolledDocument): string {
  const { rival } = document;
  if (rival === null) return '';
  const { cell, bidirectional, hiddenSize, biases, clipping, changes = [] } = rival;
  const first = firstStart(rivalDocument(document) ?? document);
  const parts = [
    ...(cell === undefined ? [] : [`cell:${familyOf(cell)}`, ...(hasChoice(cell) ? [`activation:${activationOf(cell)}`] : [])]),
    ...(bidirectional === undefined ? [] : [`direction:${bidirectional ? 'both' : 'one'}`]),
    ...(hiddenSize === undefined ? [] : [`hidden:${writeNumber(hiddenSize)}`]),
    ...(biases === undefined ? [] : [`biases:${biases}`]),
    ...(clipping === undefined ? [] : [`clip:${clipping ? writeClipping(clipping) : 'none'}`]),
    ...changes.map((change) => writeChange(change, first)),
  ];
  return parts.length > 0 ? parts.join(';') : nothing;
}

/** Reads one `key:value`; null where the value cannot be. */
type Reader = (value: string, rival: Rival, document: UnrolledDocument) => Rival | null;

const readers: Readonly<Record<string, Reader>> = {
  cell: (value, rival, document) => {
    const cell = cellNamed(value, activationOf(rival.cell ?? document.cell));
    return cell !== undefined && cellProblem(document, cell) === null ? { ...rival, cell } : null;
  },
  activation: (value, rival, document) => {
    const cell = activations.includes(value) ? cellNamed(familyOf(rival.cell ?? document.cell), value) : undefined;
    return cell === undefined || activationOf(cell) !== value ? null : { ...rival, cell };
  },
  direction: (value, rival, document) => {
    const isKnown = value === 'one' || (value === 'both' && directionProblem(document, true) === null);
    return isKnown ? { ...rival, bidirectional: value === 'both' } : null;
  },
  hidden: (value, rival) => {
    const result = v.safeParse(numberIn('hiddenSize'), value);
    return result.success ? { ...rival, hiddenSize: result.output } : null;
  },
  biases: (value, rival) => (value === 'one' || value === 'two' ? { ...rival, biases: value } : null),
  clip: (value, rival) => {
    if (value === 'none') return { ...rival, clipping: null };
    const result = v.safeParse(clippingSchema, value);
    return result.success ? { ...rival, clipping: result.output } : null;
  },
};

const rivalExpected =
  `cell:lstm, activation:relu, direction:both, hidden:8 (${expected('hiddenSize')}), biases:two, clip:norm:1 or a change such as W_hh[1,2]=0.5, ` +
  'as far as they go with the task';

export function readRival(value: string, document: UnrolledDocument): Outcome {
  if (value.trim() === '') return { document: { ...document, rival: null }, problems: [] };
  let rival: Rival = {};
  const changes: string[] = [];
  const problems: string[] = [];
  const refuse = (part: string): void => {
    problems.push(`In the link, rival holds ${quote(part)}, but a part of it has to look like ${rivalExpected}, so it is left out.`);
  };
  for (const part of cut(value, ';')) {
    if (part.trim() === nothing) continue;
    const [, key = '', rest = ''] = /^\s*([a-z]+):(.*)$/s.exec(part) ?? [];
    const reader = Object.hasOwn(readers, key) ? readers[key] : undefined;
    const read = reader?.(rest.trim(), rival, document);
    if (read) rival = read;
    else if (reader) refuse(part);
    else changes.push(part);
  }
  const own = readOwnChanges(changes, { ...document, rival }, refuse);
  return { document: { ...document, rival: own.length > 0 ? { ...rival, changes: own } : rival }, problems };
}

function readOwnChanges(written: readonly string[], document: UnrolledDocument, refuse: (part: string) => void): WeightChange[] {
  const schema = changeSchema(firstStart(rivalDocument(document) ?? document));
  return written.slice(0, limits.changes.high).flatMap((part) => {
    const result = v.safeParse(schema, part);
    if (result.success) return [result.output];
    refuse(part);
    return [];
  });
}
