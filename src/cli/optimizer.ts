// The optimiser that a file's config describes, by PyTorch's names, and the six of the schema's section 5.
import { optimisers, type HyperparameterId, type Optimiser, type OptimiserId } from '../engine/learn/optimisers.ts';
import { numbersAt, refusal } from './read.ts';

interface Row {
  id(config: Config): OptimiserId;
  /** The engine's names of the settings, by the file's. */
  readonly settings: Readonly<Record<string, HyperparameterId>>;
}
type Config = Readonly<Record<string, unknown>>;

const table: Readonly<Record<string, Row>> = {
  SGD: {
    id: ({ momentum, nesterov }) => (!momentum ? 'sgd' : nesterov === true ? 'sgd_nesterov' : 'sgd_momentum'),
    settings: { momentum: 'momentum' },
  },
  Adagrad: { id: () => 'adagrad', settings: { eps: 'eps', initial_accumulator_value: 'initialAccumulator' } },
  RMSprop: { id: () => 'rmsprop', settings: { alpha: 'alpha', eps: 'eps' } },
  Adam: { id: () => 'adam', settings: { beta1: 'beta1', beta2: 'beta2', eps: 'eps' } },
};

/** What clipping adds to the norm before it divides by it. */
const clipEps = 1e-6;

export interface Described {
  readonly optimiser: Optimiser;
  readonly clipGlobalNorm: number | undefined;
}

/**
 * An optimiser for n parameters as described. Throws in words for a type that is not known, for a number that cannot be, and
 * for a setting that is switched on but not known, which would change the numbers.
 */
export function optimiserOf(config: Config, n: number, path = 'config.optimizer'): Described {
  const { type, lr, nesterov, clipGlobalNorm, clipEps: eps, ...rest } = config;
  const row = typeof type === 'string' && Object.hasOwn(table, type) ? table[type] : undefined;
  if (typeof type !== 'string' || !row) throw refusal(`${path}.type`, type, `one of ${Object.keys(table).join(', ')}`);
  const numberOf = (name: string, value: unknown): number => numbersAt(value, `${path}.${name}`, [])[0]!;
  const settings: Partial<Record<HyperparameterId, number>> = {};
  for (const [name, value] of Object.entries({ ...rest, ...(type === 'SGD' ? {} : { nesterov }) })) {
    const known = row.settings[name];
    const isOff = value === undefined || value === null || value === false || value === 0;
    if (known && value !== undefined && value !== null) settings[known] = numberOf(name, value);
    else if (!isOff) throw refusal(`${path}.${name}`, value, `0 or nothing, as ${type} has no such setting here,`);
  }
  if (eps !== undefined && eps !== clipEps) throw refusal(`${path}.clipEps`, eps, `${clipEps}`);
  const optimiser = optimisers[row.id(config)].make({ ...settings, learningRate: numberOf('lr', lr) }, n);
  return { optimiser, clipGlobalNorm: clipGlobalNorm === undefined || clipGlobalNorm === null ? undefined : numberOf('clipGlobalNorm', clipGlobalNorm) };
}

/** The optimisers of a case's `after`, as the schema writes them. */
export const recipes: Readonly<Record<string, Config>> = {
  sgd: { type: 'SGD', lr: 0.1 },
  sgd_momentum: { type: 'SGD', lr: 0.1, momentum: 0.9, dampening: 0, nesterov: false },
  adagrad: { type: 'Adagrad', lr: 0.1, eps: 1e-10, lr_decay: 0, initial_accumulator_value: 0 },
  rmsprop: { type: 'RMSprop', lr: 0.01, alpha: 0.99, eps: 1e-8, momentum: 0, centered: false },
  adam: { type: 'Adam', lr: 0.01, beta1: 0.9, beta2: 0.999, eps: 1e-8, amsgrad: false },
  sgd_clip: { type: 'SGD', lr: 0.1, clipGlobalNorm: 1, clipEps },
};
