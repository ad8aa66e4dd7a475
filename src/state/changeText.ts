// A change of the weights as text: W_hh[1,2]=0.5, W_hh*1.25, update(movie was bad,0,0.5)x3
import type { GradientClip, WeightChange } from './document.ts';
import { cut, markPart, unmark } from './linkText.ts';
import { writeNumber } from './numberText.ts';

/** Numbers of a state, unit by unit. */
export const writeUnits = (values: readonly number[]): string => values.map(writeNumber).join('/');

export const writeClipping = ({ kind, limit }: GradientClip): string => `${kind}:${writeNumber(limit)}`;

/** `first`: the symbol of the state that `h0` is short for. */
export function writeChange(change: WeightChange, first: string | undefined): string {
  switch (change.kind) {
    case 'set': {
      const isBias = change.symbol.startsWith('b') && change.column === 1;
      const place = isBias ? `${change.unit}` : `${change.unit},${change.column}`;
      return `${change.symbol}[${place}]=${writeNumber(change.value)}`;
    }
    case 'scale':
      return `${change.symbol}*${writeNumber(change.factor)}`;
    case 'update': {
      const label = change.label === null ? '' : writeNumber(change.label);
      const times = change.times === 1 ? '' : `x${change.times}`;
      return `update(${[markPart(change.text), label, writeNumber(change.learningRate), ...writeCircumstances(change, first)].join(',')})${times}`;
    }
  }
}

type Update = Extract<WeightChange, { kind: 'update' }>;

/** What was otherwise than usual at an update. */
function writeCircumstances({ initialStates, clipping, feeding }: Update, first: string | undefined): string[] {
  const states = Object.entries(initialStates ?? {}).map(([symbol, values]) =>
    symbol === first ? `h0=${writeUnits(values)}` : `start=${symbol}:${writeUnits(values)}`,
  );
  return [...states, ...(clipping ? [`clip=${writeClipping(clipping)}`] : []), ...(feeding === 'free' ? ['free'] : [])];
}

const setForm = /^([\w.]+)\[(\d+)(?:,(\d+))?\]=(.+)$/;
const scaleForm = /^([\w.]+)[*×](.+)$/;
const updateForm = /^update\((.*)\)(?:x(\d+))?$/s;
const startForm = /^(?:h0|start=([\w.]+))[=:]([^=:]+)$/;
const clipForm = /^clip=(.+)$/;

/** The parts of a change as texts; null where it has none of the three forms. */
export function partsOf(change: string, first: string | undefined): unknown {
  const training = updateForm.exec(change.trim());
  if (training) return updateParts(training[1] ?? '', training[2] ?? '1', first);
  const plain = change.replace(/\s+/g, '');
  const entry = setForm.exec(plain);
  if (entry) return { kind: 'set', symbol: entry[1], unit: entry[2], column: entry[3] ?? '1', value: entry[4] };
  const whole = scaleForm.exec(plain);
  return whole && { kind: 'scale', symbol: whole[1], factor: whole[2] };
}

function updateParts(inside: string, times: string, first: string | undefined): unknown {
  const pieces = cut(inside, ',');
  const states: Record<string, string[]> = {};
  let clipping: string | null = null;
  let feeding = 'teacher';
  // A sentence typed by hand may hold commas without marks: what part it from label and rate are counted from the end.
  for (let last = pieces.at(-1)?.trim() ?? ''; pieces.length > 3; last = pieces.at(-1)?.trim() ?? '') {
    const state = startForm.exec(last);
    const clip = clipForm.exec(last)?.[1];
    // A state that there is not is refused with its name.
    if (state) states[state[1] ?? first ?? ''] = (state[2] ?? '').split('/');
    else if (clip !== undefined) clipping = clip;
    else if (last === 'free') feeding = last;
    else break;
    pieces.pop();
  }
  if (pieces.length < 3) return null;
  const [label, learningRate] = pieces.slice(-2);
  return {
    kind: 'update', text: unmark(pieces.slice(0, -2).join(',')), label: label?.trim(), learningRate, times, clipping, feeding,
    initialStates: Object.keys(states).length > 0 ? states : null,
  };
}
