// What follows from how far W_hh stretches, for the vanilla networks that are drawn: σ·max|φ′| against 1, or what ρ alone can say.
import type { Stretch } from '../../../../engine/laboratory/setup.ts';
import type { LaboratoryCell } from '../../../../state/laboratory/laboratory.ts';
import { formatNumber } from '../../../theme/format.ts';

/** The steepest slope of each activation anywhere: tanh′(0) = 1, ReLU′(a > 0) = 1, sigmoid′(0) = 1/4. */
const activations = [
  { cell: 'rnn_tanh', name: 'tanh', steepest: 1 },
  { cell: 'rnn_relu', name: 'ReLU', steepest: 1 },
  { cell: 'rnn_sigmoid', name: 'sigmoid', steepest: 0.25 },
] as const satisfies readonly { cell: LaboratoryCell; name: string; steepest: number }[];

/** A line for each steepest slope among the vanilla networks that are drawn; else one line on what can be said without them. */
export function stretchWords({ by, value }: Stretch, networks: readonly LaboratoryCell[]): readonly string[] {
  if (by === 'radius') {
    return value < 1
      ? ['ρ < 1: without the activation, many steps shrink everything, though it may grow at first.']
      : ['ρ ≥ 1: without the activation, something would last or grow. A flat activation can still shrink it.'];
  }
  const drawn = activations.filter(({ cell }) => networks.includes(cell));
  const slopes = [...new Set(drawn.map(({ steepest }) => steepest))];
  if (slopes.length === 0) return ['σ is the most that W_hh stretches any vector. With gates there are other ways back as well.'];
  return slopes.map((slope) => {
    const names = drawn.filter(({ steepest }) => steepest === slope).map(({ name }) => name);
    return `${names.join(', ')}: σ·max|φ′| = ${formatNumber(value * slope)} ${comparison(value * slope)}`;
  });
}

/** Of the factor as it is, not as it is shown. */
function comparison(factor: number): string {
  if (factor === 1) return '⇒ it cannot grow';
  return factor < 1 ? '< 1 ⇒ must vanish' : '> 1: it may grow';
}
