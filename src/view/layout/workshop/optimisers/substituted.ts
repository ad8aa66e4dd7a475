// One update of one weight, in symbols and with its numbers: the optimiser's equations, each with what it comes to here.
import { optimisers, type HyperparameterId, type OptimiserId } from '../../../../engine/learn/optimisers.ts';
import type { WeightStory } from '../../../../engine/workshop/race/weight.ts';
import { lowered, raisedDigits } from '../../../theme/format.ts';
import { significant } from './significant.ts';

/** One update of a weight: what it was given, and what became of it. */
interface Moment {
  /** Counts the updates from 1. */
  readonly k: number;
  readonly old: number;
  readonly g: number;
  /** What the optimiser remembers of the weight, by state: before and after. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly eta: number;
  readonly rate: number;
  readonly fresh: number;
  readonly settings: Readonly<Partial<Record<HyperparameterId, number>>>;
}

const powerOfTen = new RegExp(`·10(${raisedDigits})`);

/** A number as LaTeX. */
export function number(value: number): string {
  return significant(value)
    .replace('∞', '\\infty')
    .replace(powerOfTen, (_, power: string) => ` \\cdot 10^{${lowered(power)}}`)
    .replaceAll('−', '-');
}

/** As a factor or after a sign: a negative one in brackets. */
const factor = (value: number): string => (value < 0 || Object.is(value, -0) ? `(${number(value)})` : number(value));
const setting = ({ settings }: Moment, id: HyperparameterId): string => String(settings[id] ?? 0).replace(/e-(\d+)/, ' \\cdot 10^{-$1}').replace(/^1 \\cdot /, '');
const rest = ({ settings }: Moment, id: HyperparameterId): string => number(1 - (settings[id] ?? 0));

const velocity = (moment: Moment): string => `${setting(moment, 'momentum')} \\cdot ${factor(moment.before[0]!)} + ${factor(moment.g)} = ${number(moment.after[0]!)}`;
const mean = (moment: Moment, state: number, id: HyperparameterId, power: string): string =>
  `${setting(moment, id)} \\cdot ${factor(moment.before[state]!)} + ${rest(moment, id)} \\cdot ${factor(moment.g)}${power} = ${number(moment.after[state]!)}`;
const adapted = (moment: Moment, squares: number, along: number): string =>
  `${number(moment.old)} - \\frac{${number(moment.eta)}}{\\sqrt{${number(squares)}} + ${setting(moment, 'eps')}} \\cdot ${factor(along)} = ${number(moment.old)} - ${number(moment.rate)} \\cdot ${factor(along)} = ${number(moment.fresh)}`;
const warm = (moment: Moment, id: HyperparameterId): number => 1 - (moment.settings[id] ?? 0) ** moment.k;

/** With numbers, in the order of the table's equations. */
const withNumbers: Readonly<Record<OptimiserId, (moment: Moment) => readonly string[]>> = {
  sgd: ({ old, eta, g, fresh }) => [`${number(old)} - ${number(eta)} \\cdot ${factor(g)} = ${number(fresh)}`],
  sgd_momentum: (moment) => [velocity(moment), `${number(moment.old)} - ${number(moment.eta)} \\cdot ${factor(moment.after[0]!)} = ${number(moment.fresh)}`],
  sgd_nesterov: (moment) => [
    velocity(moment),
    `${number(moment.old)} - ${number(moment.eta)}\\,(${number(moment.g)} + ${setting(moment, 'momentum')} \\cdot ${factor(moment.after[0]!)}) = ${number(moment.fresh)}`,
  ],
  adagrad: (moment) => [`${number(moment.before[0]!)} + ${factor(moment.g)}^{2} = ${number(moment.after[0]!)}`, adapted(moment, moment.after[0]!, moment.g)],
  rmsprop: (moment) => [mean(moment, 0, 'alpha', '^{2}'), adapted(moment, moment.after[0]!, moment.g)],
  adam: (moment) => {
    const [m = NaN, v = NaN] = moment.after;
    const [mHat, vHat] = [m / warm(moment, 'beta1'), v / warm(moment, 'beta2')];
    return [
      mean(moment, 0, 'beta1', ''),
      mean(moment, 1, 'beta2', '^{2}'),
      `\\frac{${number(m)}}{1 - ${setting(moment, 'beta1')}^{${moment.k}}} = ${number(mHat)}`,
      `\\frac{${number(v)}}{1 - ${setting(moment, 'beta2')}^{${moment.k}}} = ${number(vHat)}`,
      adapted(moment, vHat, mHat),
    ];
  },
};

/** As LaTeX, a line for each equation and one below it for its numbers. Null where the weight has not been moved by that update. */
export function substituted(story: WeightStory, update: number): string | null {
  if (update < 1 || update >= story.values.length) return null;
  const { optimiser, hyperparameters: settings, learningRate: eta, gradients, values, states } = story;
  const g = gradients[update]!;
  const rate = story.rates[update]!;
  const moment: Moment = {
    k: update,
    old: values[update - 1]!,
    g,
    before: states.map((state) => state.values[update - 1]!),
    after: states.map((state) => state.values[update]!),
    eta,
    rate: Number.isNaN(rate) ? eta / (settings.eps ?? 1) : rate,
    fresh: values[update]!,
    settings,
  };
  const numbers = withNumbers[optimiser](moment);
  const lines = optimisers[optimiser].equations.map((equation, line) => `${equation.replace(/\\leftarrow|=/, (sign) => `&${sign}`)} \\\\ &= ${numbers[line]}`);
  return `\\begin{aligned} ${lines.join(' \\\\[0.4em] ')} \\end{aligned}`;
}
