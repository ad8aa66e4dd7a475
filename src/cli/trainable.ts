// What can be trained, whatever it is: parameters, their gradients, and a run that computes the loss and leaves the gradients.
import type { Example } from '../engine/model.ts';
import type { Setting } from './setting.ts';
import type { NamedParameter } from './nest.ts';
import { passOf } from './run.ts';

export interface Trainable {
  readonly named: readonly NamedParameter[];
  /** Changed in place. */
  readonly parameters: Float64Array;
  readonly gradients: Float64Array;
  /** Forward and backward with the parameters as they are; returns L. */
  run(): number;
}

/** A network and a batch, on parameters of their own or on those given, which several batches may share. */
export function trainableOf(setting: Setting, examples: readonly Example[], parameters = setting.parameters.slice()): Trainable {
  const { trace, pass } = passOf(setting, examples, parameters);
  return {
    named: setting.named,
    parameters,
    gradients: trace.parameterGradients,
    run() {
      pass.forward();
      pass.clearGradients();
      pass.backward();
      return pass.totalLoss();
    },
  };
}
