// Two ways to write the same equations: as most papers do, W_xh, W_hh, h; and as many courses and PyTorch do, W_i, W_h, O, with
// W_if for the f gate's matrix on the input. Only what is written changes: references keep their symbols.
import type { Network } from '../network.ts';
import { unmarked } from './letters.ts';
import type { NotationId } from './notations.ts';

/** What belongs together is renamed together, or not at all where one of the new names is taken: an LSTM's O and o would be confused. */
const groups: readonly Readonly<Record<string, string>>[] = [
  { W_xh: 'W_i', W_hh: 'W_h', b_h: 'b' },
  { h: 'O' },
  { W_hy: 'W_o', b_y: 'b_o' },
];

/** A gate's matrix on the input: W_xf is W_if. */
const ofGate = /^W_x([a-z])$/;

const spellings = new WeakMap<Network['program'], ReadonlyMap<string, string>>();

function spellingOf({ program }: Network): ReadonlyMap<string, string> {
  let spelling = spellings.get(program);
  if (!spelling) {
    const own = new Set([...program.slots, ...program.parameters].map(({ symbol }) => unmarked(symbol).bare));
    const gates = [...own].flatMap((symbol) => (symbol in (groups[0] ?? {}) ? [] : (ofGate.exec(symbol)?.[1] ?? [])));
    const taken = new Set([...own].map((symbol) => symbol.toLowerCase()));
    const kept = groups.filter((group) => Object.entries(group).every(([from, to]) => !own.has(from) || !taken.has(to.toLowerCase())));
    const all = [...kept.flatMap((group) => Object.entries(group)), ...gates.map((gate) => [`W_x${gate}`, `W_i${gate}`] as const)];
    spellings.set(program, (spelling = new Map(all.filter(([from]) => own.has(from)))));
  }
  return spelling;
}

const spelled = new WeakMap<Network, Network>();

/** The same network, written in that notation wherever its symbols are; always the same object for the same network. */
export function writtenIn(network: Network, notation: NotationId): Network {
  if (notation === (network.notation ?? 'papers')) return network;
  let other = spelled.get(network);
  if (!other) {
    spelled.set(network, (other = { ...network, notation }));
    spelled.set(other, network);
  }
  return other;
}

/** A symbol as this network's notation writes it, with the mark of its chain: `W_xh.encoder` → `W_i.encoder`. */
export function spell(network: Network, symbol: string): string {
  if (network.notation !== 'course') return symbol;
  const { bare, chain } = unmarked(symbol);
  const written = spellingOf(network).get(bare) ?? bare;
  return chain === '' ? written : `${written}.${chain}`;
}

/** Words that speak of this network's symbols, in its notation: "multiply the memory by W_hh" → "multiply the memory by W_h". */
export function respell(network: Network, words: string): string {
  if (network.notation !== 'course') return words;
  // A letter within a word or an index is none; h_n is PyTorch's name of a port.
  return words.replace(/(?<![\p{L}\p{Nd}_])(?:[Wb]_[a-z]+|h(?!_n))(?![a-zA-Z\d])/gu, (symbol) => spellingOf(network).get(symbol) ?? symbol);
}
