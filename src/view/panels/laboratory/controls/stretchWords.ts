// What follows from how far W_hh stretches, for the vanilla networks that are drawn: σ·max|φ′| against 1, or what ρ alone can say.
import type { Stretch } from '../../../../engine/laboratory/setup.ts';
import type { LaboratoryCell } from '../../../../state/laboratory/laboratory.ts';
import { formatNumber } from '../../../theme/format.ts';

/** The steepest slope of each activation anywhere: tanh′(0) = 1, sigmoid′(0) = 1/4, ReLU′(a > 0) = 1. */
const steepest = [
  { cell: 'rnn_tanh', name: 'tanh', slope: 1 },
  { cell: 'rnn_relu', name: 'ReLU', slope: 1 },
  { cell: 'rnn_sigmoid', name: 'sigmoid', slope: 0.25 },
] as const satisfies readonly { cell: LaboratoryCell; name: string; slope: number }[];

/** One sentence a network with one activation, the steepest first; of those with the same slope the first one speaks. */
export function stretchWords({ by, value }: Stretch, networks: readonly LaboratoryCell[]): string {
  if (by === 'radius') {
    return value < 1
      ? 'ρ < 1: without the activation, many steps shrink everything – at first it may still grow.'
      : 'ρ ≥ 1: without the activation, something would last or grow; saturated units may still shrink it.';
  }
  const drawn = steepest.filter(({ cell }) => networks.includes(cell));
  const spoken = drawn.filter(({ slope }, k) => drawn.findIndex((each) => each.slope === slope) === k);
  if (spoken.length === 0) return 'σ is the most that W_hh stretches any vector; with gates there are other ways back as well.';
  return spoken.map(({ name, slope }) => `σ·max|${name}′| = ${formatNumber(value * slope)} ${comparison(value * slope)}`).join('; ').concat('.');
}

/** The factor as it is, not as it is shown. */
const comparison = (factor: number): string => (factor < 1 ? '< 1 ⇒ it must vanish' : factor === 1 ? '= 1: it cannot grow' : '> 1: it may grow, or vanish');
