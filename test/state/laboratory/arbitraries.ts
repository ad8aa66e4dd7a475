// Random settings of the laboratory: valid ones, as a document holds them.
import fc from 'fast-check';
import type { SchemeId } from '../../../src/engine/recipe/schemeNames.ts';
import { initialLaboratory } from '../../../src/state/laboratory/defaults.ts';
import { keptLaboratory, withinSteps } from '../../../src/state/laboratory/edit.ts';
import { experimentIds, laboratoryCells, type Duellist, type Laboratory } from '../../../src/state/laboratory/laboratory.ts';
import { laboratoryLimits, mostLags, type LaboratoryLimitId } from '../../../src/state/laboratory/limits.ts';

const within = (id: LaboratoryLimitId): fc.Arbitrary<number> => {
  const { low: min, high: max, whole } = laboratoryLimits[id];
  return whole ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
};
const scheme = fc.constantFrom<SchemeId>('uniform', 'xavier', 'orthogonal', 'identity');
const cell = fc.constantFrom(...laboratoryCells);
const stretch = fc.option(fc.record({ by: fc.constantFrom('singular' as const, 'radius' as const), value: within('stretch') }));

const duellist: fc.Arbitrary<Duellist> = fc.record(
  { cell, hiddenSize: within('hiddenSize'), scheme, stretch, gateBias: fc.option(within('gateBias')), strength: within('strength') },
  { requiredKeys: ['cell'] },
);

const settings: fc.Arbitrary<Laboratory> = fc
  .record({
    experiment: fc.constantFrom(...experimentIds),
    networks: fc.subarray([...laboratoryCells]),
    network: cell,
    quantity: fc.constantFrom('state' as const, 'jacobian' as const, 'input' as const, 'share' as const),
    relative: fc.boolean(),
    step: fc.option(within('place')),
    hiddenSize: within('hiddenSize'),
    matched: fc.constantFrom('units' as const, 'parameters' as const),
    steps: within('steps'),
    seed: within('seed'),
    strength: within('strength'),
    lossAt: fc.option(within('place')),
    scheme,
    stretch,
    gateBias: fc.option(within('gateBias')),
    learningRate: within('learningRate'),
    clipping: fc.option(fc.record({ kind: fc.constantFrom('norm' as const, 'value' as const), limit: within('clipping') })),
    window: within('place'),
    carried: fc.boolean(),
    duel: fc.tuple(duellist, duellist),
    lag: fc.record({
      task: fc.constantFrom('recall' as const, 'adding' as const),
      lags: fc.uniqueArray(within('lag'), { minLength: 1, maxLength: mostLags }).map((lags) => lags.toSorted((a, b) => a - b)),
      hiddenSize: within('hiddenSize'),
      updates: within('updates'),
      learningRate: within('learningRate'),
      seed: within('seed'),
      gateBias: fc.option(within('gateBias')),
    }),
  })
  .map(withinSteps);

/** As a document holds it: null where all is as at first, and with a few settings or with all of them changed. */
export const laboratory: fc.Arbitrary<Laboratory | null> = fc.oneof(
  fc.constant(null),
  settings,
  fc.tuple(settings, fc.subarray(Object.keys(initialLaboratory))).map(([changed, kept]) =>
    keptLaboratory(withinSteps({ ...changed, ...Object.fromEntries(Object.entries(initialLaboratory).filter(([key]) => kept.includes(key))) })),
  ),
).map((each) => each && keptLaboratory(each));
