// The tables of the page's bench beside their targets, for the console and for docs/performance.md.
import { median } from '../measure.mjs';
import { table } from '../report.mjs';
import { laboratory, mostDropped } from './laboratory.mjs';
import { targets } from './sizes.mjs';
import { leastSpeed, training } from './training.mjs';

/**
 * @typedef {object} Measured
 * @property {readonly { size: string, step: readonly number[], drag: readonly (number | null)[] }[]} costs milliseconds of the main thread, one number a round
 * @property {readonly number[]} shorter those of a step of the shorter sequence
 * @property {readonly import('./smooth.mjs').Smoothness[]} smoothness of all rounds
 * @property {readonly import('./interactions.mjs').Interactions[]} interactions of all rounds
 * @property {readonly import('./laboratory.mjs').LaboratoryDrag[]} laboratory one a slider
 * @property {import('./training.mjs').Throughput} training
 * @property {{ page: number, worker: number }} javascript kilobytes
 * @property {import('./leaks.mjs').Leftovers | null} leftovers
 *
 * @typedef {{ words: string, isMet: boolean }} Verdict
 */

/** @param {number} x */
const short = (x) => x >= 100 ? x.toFixed(0) : x.toPrecision(x < 1 ? 2 : 3);
const percent = (/** @type {number} */ x) => `${(100 * x).toFixed(1)} %`;

/** @param {string} words @param {boolean} isMet @returns {Verdict} */
const verdict = (words, isMet) => ({ words: `${words} ${isMet ? '✓' : '✗'}`, isMet });

/** @param {readonly (number | null)[]} rounds a median; null where a round could not be measured */
const middle = (rounds) => rounds.includes(null) || rounds.length === 0 ? null : median(rounds.filter((each) => each !== null));

/** The share of dropped frames of all rounds together. @param {readonly import('./smooth.mjs').Smoothness[]} rounds @param {number} limit @returns {Verdict} */
function droppedOf(rounds, limit) {
  if (rounds.length === 0 || rounds.some(({ frames }) => frames === null)) return { words: '– ✗', isMet: false };
  const wanted = rounds.reduce((sum, { frames }) => sum + (frames?.wanted ?? 0), 0);
  const dropped = rounds.reduce((sum, { frames }) => sum + (frames?.dropped ?? 0), 0);
  const longest = Math.max(...rounds.map(({ frames }) => frames?.longest ?? 0));
  const share = wanted === 0 ? 0 : dropped / wanted;
  return verdict(`${percent(share)} of ${wanted}, ${short(longest)} ms`, share < limit);
}

/** @param {Measured} measured @returns {{ costs: string, dropped: string, laboratory: string, others: string, missed: number }} tables, and how many targets are not reached */
export function report({ costs, shorter, smoothness, laboratory: drags, training: trained, interactions, javascript, leftovers }) {
  /** @type {Verdict[]} */
  const verdicts = [];
  const judge = (/** @type {Verdict} */ each) => {
    verdicts.push(each);
    return each.words;
  };
  const rates = /** @type {const} */ ([1, 4]);
  const droppedTable = table([
    ['', ...['play', 'drag'].flatMap((what) => rates.map((rate) => `${what}, CPU ×${rate}`))],
    ...costs.map(({ size }) => [
      size,
      ...['play', 'drag'].flatMap((what) =>
        rates.map((rate) => judge(droppedOf(smoothness.filter((each) => each.size === size && each.what === what && each.rate === rate), targets.dropped[rate])))),
    ]),
  ]);
  const costTable = table([
    ['', 'a step of the playhead', 'a picture of a drag', 'key to paint at ×4, p98', 'worst'],
    ...costs.map(({ size, step, drag }) => {
      const own = interactions.filter((each) => each.size === size);
      const p98 = median(own.map((each) => each.p98));
      const dragged = middle(drag);
      return [size, `${short(median(step))} ms`, dragged === null ? '–' : `${short(dragged)} ms`, judge(verdict(`${p98} ms`, p98 <= targets.interaction)), `${Math.max(...own.map(({ worst }) => worst))} ms`];
    }),
  ]);
  // A slider that draws no picture under the hand drops no frames either.
  if (drags.length === 0) judge(verdict('–', false));
  const laboratoryTable = table([
    ['', 'frames dropped', 'most, by one slider', 'the main thread, a frame', 'longest task', 'fewest pictures'],
    ...[...new Set(drags.map(({ experiment }) => experiment))].map((experiment) => {
      const own = drags.filter((each) => each.experiment === experiment).map(({ control, frames, pictures }) => ({ control, ...frames, pictures, share: frames.wanted === 0 ? 0 : frames.dropped / frames.wanted }));
      const sum = (/** @type {'wanted' | 'dropped' | 'busy' | 'drawn'} */ what) => own.reduce((total, each) => total + each[what], 0);
      const [worst] = own.toSorted((a, b) => b.share - a.share);
      const fewest = Math.min(...own.map(({ pictures }) => pictures));
      return [
        experiment,
        `${percent(sum('dropped') / Math.max(1, sum('wanted')))} of ${sum('wanted')}`,
        judge(verdict(`${percent(worst?.share ?? 1)}, ${worst?.control ?? 'none'}`, (worst?.share ?? 1) < mostDropped && fewest > 0)),
        `${short(sum('busy') / Math.max(1, sum('drawn')))} ms`,
        `${short(Math.max(...own.map(({ longest }) => longest)))} ms`,
        `${fewest}`,
      ];
    }),
  ]);
  const long = costs.at(-1);
  const ratio = long ? median(long.step) / median(shorter) : NaN;
  const idle = smoothness.filter(({ what }) => what === 'idle');
  const growth = (/** @type {[number, number] | undefined} */ pair) => pair ? pair[1] / pair[0] : NaN;
  const others = table([
    ['', 'measured', 'should be'],
    ['a step at T = 10,000 ÷ a step at T = 100, H = 64', judge(verdict(ratio.toFixed(2), ratio <= targets.longSequence)), `at most ${targets.longSequence}`],
    ['JavaScript of the first screen, gzipped', judge(verdict(`${javascript.page.toFixed(1)} kB`, javascript.page <= targets.javascript)), `at most ${targets.javascript} kB`],
    ['that of its worker, fetched beside', `${javascript.worker.toFixed(1)} kB`, ''],
    [
      `epochs a second of ${training.name}, with its pictures ÷ without`,
      judge(verdict(`${short(trained.on)} ÷ ${short(trained.off)} = ${percent(trained.on / trained.off)}`, trained.on / trained.off >= leastSpeed)),
      `at least ${percent(leastSpeed)}`,
    ],
    ['frames dropped by a page at rest', judge(verdict(`${idle.reduce((sum, { frames }) => sum + (frames?.dropped ?? 0), 0)}`, idle.every(({ frames }) => frames?.dropped === 0))), '0'],
    ...(leftovers
      ? [
          ['memory after 600 interactions ÷ before', judge(verdict(growth(leftovers.heap).toFixed(3), growth(leftovers.heap) < targets.growth)), 'within 10 %'],
          .../** @type {const} */ (['nodes', 'listeners', 'workers']).map((what) => [
            `${what} before and after`,
            judge(verdict(leftovers[what].join(' → '), growth(leftovers[what]) <= 1.02)),
            'no more',
          ]),
        ]
      : []),
  ]);
  return { costs: costTable, dropped: droppedTable, laboratory: laboratoryTable, others, missed: verdicts.filter(({ isMet }) => !isMet).length };
}

/** The section of docs/performance.md. @param {ReturnType<typeof report>} tables @param {{ date: string, machine: string, browser: string, rounds: number, seconds: number, load: number }} about `load`: programs at work when it began */
export const sectionText = ({ costs, dropped, laboratory: drags, others }, { date, machine, browser, rounds, seconds, load }) => `## The page

\`npm run bench:view\` wrote this section on ${date}. Machine: ${machine}. Browser: Chromium ${browser}, without a window, 1440 × 900.${load > 0.75 ? ` Other programs were at work (load ${load.toFixed(1)}): frames and paints came later than they would by themselves.` : ''}

Milliseconds of the main thread, and from a key to the picture after it with the processor slowed down four times (at most ${targets.interaction} ms):

${costs}

Dropped frames while it plays and while a weight is dragged with the mouse (less than 1 % at ×1, less than 5 % at ×4), of how many frames that should have
been shown, and the longest task of the main thread meanwhile:

${dropped}

Each slider of each experiment of the gradient laboratory, dragged for 4 s at ${laboratory.name} (less than ${100 * mostDropped} % of frames dropped by any):

${drags}

${others}

- **A step of the playhead** is all that the main thread does from the key until the movement is over, on the way forwards or back, whichever takes more.
- **A picture of a drag** is all that it does while a weight is dragged, divided by the pictures that were drawn.
- **Dropped frames** are counted by the compositor, not by the page: in a Chrome trace it ends each frame's \`PipelineReporter\` with a state. A frame counts as
  wanted where that is not \`STATE_NO_UPDATE_DESIRED\`, and as dropped where it is \`STATE_DROPPED\` and affects smoothness. Callbacks of \`requestAnimationFrame\`
  could not tell: a frame that the main thread misses has none, and one that the compositor draws by itself needs none. A page at rest wants no frames and drops none.
- **Pictures** of the laboratory are the frames in which something of its figures had changed by a slider’s drag; one that changes nothing has failed, too.
- **Key to paint** is Event Timing, as browsers measure Interaction to Next Paint: 43 keys and 4 drags at each size; those below 16 ms count as 16.
- Times of the main thread are the processor's: what other programs took of it meanwhile does not count, though it makes frames late.
- ${rounds} ${rounds === 1 ? 'round' : 'rounds'} of ${seconds} s each; medians of the rounds, frames of all rounds together.`;
