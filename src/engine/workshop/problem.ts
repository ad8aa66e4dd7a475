// Why a training cannot go on, in words: which number was the first to leave what float64 can hold, and what to do about it.
import { firstNonFiniteGradient } from '../gradient/overflow.ts';
import type { Example } from '../model.ts';
import type { Network } from '../network.ts';
import { firstNonFinite, Pass } from '../run/pass.ts';
import { createTrace } from '../run/trace.ts';

interface Where {
  readonly epoch: number;
  readonly update: number;
  readonly loss: number;
  /** η of the update that was to come. */
  readonly rate: number;
}

const advice = 'Take a smaller learning rate or clip the gradient, and go on from the last epoch, whose weights are kept.';

const seenAs = (value: number): string => (Number.isNaN(value) ? 'not a number (NaN)' : value > 0 ? '∞' : '−∞');

/** Of the batch whose loss or gradient is not finite, with the parameters that it was read with. */
export function gradientProblem(network: Network, parameters: Float64Array, batch: readonly Example[], { epoch, update, loss, rate }: Where): string {
  const what = Number.isFinite(loss) ? 'the gradient' : `the loss is ${seenAs(loss)}, and the gradient`;
  const begun = `In epoch ${epoch + 1}, before update ${update + 1}, ${what} is no finite number any more`;
  return `${begun}: ${culprit(network, parameters, batch)}. The steps were too large with η = ${rate}. ${advice}`;
}

/** The first number that leaves the range, row by row. */
function culprit(network: Network, parameters: Float64Array, batch: readonly Example[]): string {
  for (const example of batch) {
    const trace = createTrace(network, example);
    const pass = new Pass(trace, parameters);
    pass.forward();
    const value = firstNonFinite(trace);
    if (value) return `the first to overflow is ${value.symbol} at t = ${value.t}, unit ${value.unit}, which is ${seenAs(value.value)}`;
    pass.clearGradients();
    pass.backward();
    const gradient = firstNonFiniteGradient(trace, parameters);
    if (gradient) return `on the way back, the first to overflow is ${gradient.symbol} at t = ${gradient.t}`;
  }
  return 'each row by itself is finite, but their sum is not';
}

/** Names the first parameter that is not finite after an epoch; null where all are. */
export function weightProblem({ program }: Network, parameters: Float64Array, update: number): string | null {
  const wrong = parameters.findIndex((value) => !Number.isFinite(value));
  if (wrong < 0) return null;
  const slot = program.parameters.find(({ offset, rows, columns }) => wrong < offset + rows * columns)!;
  const [unit, column] = [Math.floor((wrong - slot.offset) / slot.columns) + 1, ((wrong - slot.offset) % slot.columns) + 1];
  return `After update ${update} the weight ${slot.symbol}[${unit},${column}] is ${seenAs(parameters[wrong]!)}: the step that moved it was too large. ${advice}`;
}
