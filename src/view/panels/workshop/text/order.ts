// The order of a sentence's words: as a text for links, moved word by word, and shuffled by a seed.
import { stream } from '../../../../engine/math/random.ts';

/** Places of the words in their new order, 0-based: each word once. */
export type Order = readonly number[];

export const asWritten = (count: number): Order => Array.from({ length: count }, (_, k) => k);

/** "2 0 1"; the empty text, and what is no order of so many words, is the order as written. */
export function readOrder(text: string, count: number): Order {
  const order = text.trim().split(/\s+/u).map(Number);
  const isOrder = order.length === count && new Set(order).size === count && order.every((place) => Number.isInteger(place) && place >= 0 && place < count);
  return isOrder ? order : asWritten(count);
}

export const writeOrder = (order: Order): string => (order.every((place, k) => place === k) ? '' : order.join(' '));

/** The word at one place is put to another; those between move up. The ends stay. */
export function moved(order: Order, from: number, to: number): Order {
  const end = Math.min(order.length - 1, Math.max(0, to));
  const others = order.filter((_, k) => k !== from);
  return [...others.slice(0, end), ...order.slice(from, from + 1), ...others.slice(end)];
}

/** Draws this often before it gives up: "no no no" reads the same in every order. */
const mostDraws = 50;

/** An order in which the words do not read as they do now, if there is one: drawn by a seed. */
export function shuffled(words: readonly string[], now: Order, seed: number): Order {
  const random = stream(seed, 'order of words');
  const read = (order: Order): string => order.map((place) => words[place]).join(' ');
  let order = now;
  for (let draw = 0; draw < mostDraws && read(order) === read(now); draw++) {
    order = now
      .map((place) => ({ place, turn: random.uniform(0, 1) }))
      .toSorted((a, b) => a.turn - b.turn)
      .map(({ place }) => place);
  }
  return order;
}
