// The `after` of a case: five updates by each optimiser, each from the case's own parameters (test/golden/README.md, section 5).
import { learn } from '../engine/learn/learner.ts';
import { byName } from './nest.ts';
import { optimiserOf, recipes } from './optimizer.ts';
import type { Trainable } from './trainable.ts';

const updates = 5;
/** Beyond this a run counts as diverged, and nothing is said of it from there on. */
const limit = 1e100;
const isWild = (value: number): boolean => !(Math.abs(value) <= limit);

/** `begin` makes a fresh start, with parameters of its own. */
export function afterOf(begin: () => Trainable): Record<string, unknown> {
  return Object.fromEntries(Object.entries(recipes).map(([name, config]) => [name, train(begin(), config)]));
}

function train(trainable: Trainable, config: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { named, parameters } = trainable;
  const { optimiser, clipGlobalNorm } = optimiserOf(config, parameters.length);
  const losses: number[] = [];
  const gradNorms: number[] = [];
  const steps: Record<string, unknown> = { step1: null, step5: null };
  const result = (diverged: boolean): Record<string, unknown> => ({ config, diverged, losses, gradNorms, ...steps });

  for (let s = 1; s <= updates; s++) {
    const { loss, gradientNorm } = learn(trainable, trainable, optimiser, { clipping: { norm: clipGlobalNorm } });
    if (isWild(loss)) return result(true);
    losses.push(loss);
    if (isWild(gradientNorm)) return result(true);
    gradNorms.push(gradientNorm);
    if (parameters.some(isWild)) return result(true);
    if (`step${s}` in steps) steps[`step${s}`] = byName(named, parameters, 'digest');
  }
  const last = trainable.run();
  if (isWild(last)) return result(true);
  losses.push(last);
  return result(false);
}
