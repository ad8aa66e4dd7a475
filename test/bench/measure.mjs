// One workload, all contestants: first each computes the same step and is checked, then they run in turn, round by round.
import { checkLine } from './contestant.mjs';

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {readonly number[]} rates steps per second, one a round; empty where it takes no part
 * @property {string} [reason] why it takes no part
 * @property {boolean} isWrong whether it computes something else than it should
 */

/** @param {readonly number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

/**
 * Steps per second of one slice of time.
 * @param {import('./contestant.mjs').Contestant} contestant
 * @param {number} milliseconds
 */
export async function rateOf(contestant, milliseconds) {
  const answer = await contestant.ask(`run ${milliseconds}`);
  const [steps = NaN, seconds = NaN] = answer.split(' ').map(Number);
  if (!(steps / seconds > 0)) throw new Error(`${contestant.name} should answer with steps and seconds; it said "${answer}".`);
  return steps / seconds;
}

/**
 * What is wrong with the numbers of a contestant, or undefined: loss, norm of the gradient, loss after one update.
 * @param {string} answer
 * @param {string} expected of the reference
 * @param {number} tolerance
 */
export function wrongIn(answer, expected, tolerance) {
  const [seen, right] = [answer, expected].map((line) => line.split(' ').map(Number));
  const isClose = right?.length === 3 && right.every((x, i) => Math.abs((seen?.[i] ?? NaN) - x) <= tolerance * Math.max(1, Math.abs(x)));
  return isClose ? undefined : `it computes something else: loss, gradient and next loss should be ${expected}; they are ${answer}`;
}

/**
 * @param {import('./workloads.mjs').Workload} workload
 * @param {readonly { contestant: import('./contestant.mjs').Contestant, tolerance: number }[]} contestants
 * @param {string} reference the name of the one whose numbers the others are held to
 * @param {{ rounds: number, milliseconds: number }} time
 * @returns {Promise<Result[]>}
 */
export async function measure(workload, contestants, reference, { rounds, milliseconds }) {
  /** @type {string | undefined} */
  let expected;
  const ordered = [...contestants].sort((a, b) => Number(b.contestant.name === reference) - Number(a.contestant.name === reference));
  /** @type {Map<string, { reason?: string, isWrong: boolean, rates: number[] }>} */
  const results = new Map();
  for (const { contestant, tolerance } of ordered) {
    const answer = await contestant.ask(checkLine(workload));
    expected ??= answer;
    const isAbsent = /^(no|\?)/.test(answer);
    const wrong = isAbsent || answer === 'another computation' ? undefined : wrongIn(answer, expected, tolerance);
    const reason = isAbsent ? answer.replace(/^no /, '') : wrong;
    results.set(contestant.name, { ...(reason === undefined ? {} : { reason }), isWrong: wrong !== undefined, rates: [] });
  }
  const taking = contestants.filter(({ contestant }) => results.get(contestant.name)?.reason === undefined);
  // The first slice of each is for its compiler to get warm.
  for (let round = -1; round < rounds; round++) {
    for (const { contestant } of taking) {
      const rate = await rateOf(contestant, milliseconds);
      if (round >= 0) results.get(contestant.name)?.rates.push(rate);
    }
  }
  return contestants.map(({ contestant: { name } }) => ({ name, ...(results.get(name) ?? { rates: [], isWrong: true }) }));
}
