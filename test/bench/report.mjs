// The tables of the bench: rates, ratios with their targets, long sequences; as Markdown for the console and for the page.
import { median } from './measure.mjs';
import { linearLimit } from './workloads.mjs';

/**
 * @typedef {import('./measure.mjs').Result} Result
 * @typedef {{ workload: import('./workloads.mjs').Workload, results: readonly Result[] }} Row
 *
 * @typedef {object} Ratio
 * @property {string} workload
 * @property {string} peer
 * @property {number} ratio ours ÷ peer; the median of the rounds' ratios
 * @property {number} target
 */

/** @param {number} x at least three digits, never a fraction of a large number */
const short = (x) => x >= 100 ? Math.round(x).toLocaleString('en') : x.toPrecision(x < 1 ? 2 : 3);

/** @param {readonly string[][]} rows the first is the heading @returns {string} a Markdown table whose columns line up */
export function table(rows) {
  const widths = (rows[0] ?? []).map((_, k) => Math.max(...rows.map((row) => (row[k] ?? '').length)));
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${widths.map((width, k) => k === 0 ? (cells[k] ?? '').padEnd(width) : (cells[k] ?? '').padStart(width)).join(' | ')} |`;
  const [heading = [], ...body] = rows;
  const rule = `|${widths.map((width, k) => k === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`).join('|')}|`;
  return [line(heading), rule, ...body.map(line)].join('\n');
}

/** @param {readonly Row[]} rows @param {readonly string[]} names */
export const ratesTable = (rows, names) => table([
  ['', ...names],
  ...rows.map(({ workload, results }) => [
    workload.name,
    ...names.map((name) => {
      const result = results.find((each) => each.name === name);
      if (result?.isWrong) return 'wrong';
      return result && result.rates.length > 0 ? short(median(result.rates)) : '–';
    }),
  ]),
]);

/**
 * Ours against each peer; of a peer that takes part more than once the fastest counts.
 * @param {readonly Row[]} rows
 * @param {string} ours
 * @param {readonly { name: string, peer?: string }[]} entries
 * @returns {Ratio[]}
 */
export function ratiosOf(rows, ours, entries) {
  return rows.flatMap(({ workload, results }) => {
    const own = results.find(({ name }) => name === ours)?.rates ?? [];
    return Object.entries(workload.targets).flatMap(([peer, target]) => {
      const names = entries.filter((entry) => entry.peer === peer).map(({ name }) => name);
      const ratios = results
        .filter(({ name, rates }) => names.includes(name) && rates.length > 0 && own.length > 0)
        .map(({ rates }) => median(rates.map((rate, k) => (own[k] ?? NaN) / rate)));
      return ratios.length > 0 ? [{ workload: workload.name, peer, ratio: Math.min(...ratios), target }] : [];
    });
  });
}

/** @param {Ratio} ratio */
const isMet = ({ ratio, target }) => ratio >= target;

/**
 * How many targets are not reached. A workload in which ours took no part counts as one.
 * @param {readonly Row[]} rows
 * @param {string} ours
 * @param {readonly Ratio[]} ratios
 * @param {readonly import('./linearity.mjs').Linearity[]} linearity
 */
export function missedTargets(rows, ours, ratios, linearity) {
  const absent = rows.filter(({ results }) => !results.some(({ name, rates }) => name === ours && rates.length > 0));
  const slow = ratios.filter((ratio) => !isMet(ratio));
  const long = linearity.flatMap(({ time, memory }) => [time, memory]).filter((x) => !(x <= linearLimit));
  return absent.length + slow.length + long.length;
}

/** @param {readonly Ratio[]} ratios @param {readonly Row[]} rows */
export function ratiosTable(ratios, rows) {
  const peers = [...new Set(ratios.map(({ peer }) => peer))];
  return table([
    ['', ...peers],
    ...rows.map(({ workload: { name } }) => [
      name,
      ...peers.map((peer) => {
        const found = ratios.find((each) => each.workload === name && each.peer === peer);
        return found ? `${short(found.ratio)} of ${found.target} ${isMet(found) ? '✓' : '✗'}` : '–';
      }),
    ]),
  ]);
}

/** @param {readonly import('./linearity.mjs').Linearity[]} found */
export const linearityTable = (found) => table([
  ['', 'time', 'memory'],
  ...found.map(({ path, time, memory }) => [path, ...[time, memory].map((x) => `${x.toFixed(2)} of ${linearLimit} ${x <= linearLimit ? '✓' : '✗'}`)]),
]);

/** @param {readonly import('./workloads.mjs').Workload[]} workloads */
export const workloadsTable = (workloads) => table([
  ['', 'cell', 'inputs V', 'units H', 'outputs Y', 'steps T', 'batch B', 'loss'],
  ...workloads.map(({ name, cell, V, H, Y, T, B, readout }) =>
    [name, cell === 'rnn' ? 'RNN, tanh' : cell.toUpperCase(), ...[V, H, Y, T, B].map((n) => n.toLocaleString('en')), readout === 'each' ? 'at every step' : 'after the last']),
]);
