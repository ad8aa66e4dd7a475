// Every number that one iteration has, by its reference: what drawing, formula strip and table may ask for.
import type { Numbers } from '../../../src/engine/explain/numbers.ts';
import type { Reference } from '../../../src/engine/reference.ts';
import { StepIndex } from '../../../src/engine/topology/stepIndex.ts';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, k) => k + 1);

/** Of sequence b, unit by unit; each is one that `numbers` says it has. */
export function referencesOf(numbers: Numbers, b = 0): Reference[] {
  const { network, sequences } = numbers.trace;
  const { slots, parameters, chains, instructions } = network.program;
  const { lengths, steps } = sequences[b]!;
  const index = new StepIndex(steps);
  const whole: Reference[] = [{ symbol: 'L', unit: 1 }, { symbol: 'dL', unit: 1 }, { symbol: 'eta' }];
  const ofSlots = slots.flatMap(({ symbol, size, stage, chain, axis }): Reference[] => {
    const rows = symbol === 'target' || stage !== 'given' ? index.rowsOf(chain) : upTo(lengths[axis]);
    const names = [symbol, `d${symbol}`, ...['out', 'here', 'next'].map((way) => `d${symbol}_${way}`)];
    return [0, ...rows].flatMap((t) => [
      ...names.flatMap((name) => upTo(size).map((unit) => ({ symbol: name, t, unit }))),
      { symbol: `norm_d${symbol}`, t },
    ]);
  });
  const factors = chains.flatMap(({ mark }, chain) =>
    index.rowsOf(chain).map((t): Reference => ({ symbol: chain === 0 ? 'factor' : `factor${mark}`, t })),
  );
  const ofParameters = parameters.flatMap(({ symbol, rows, columns }, at) => {
    const user = instructions.find(({ args }) => args.some((arg) => arg.kind === 'parameter' && arg.index === at))!;
    return upTo(rows).flatMap((unit) => upTo(columns).flatMap((column): Reference[] => [
      ...[symbol, `d${symbol}`, `${symbol}_new`].map((name) => ({ symbol: name, unit, column })),
      ...index.rowsOf(user.chain).flatMap((t) => [`d${symbol}`, `sum_d${symbol}`].map((name) => ({ symbol: name, t, unit, column }))),
    ]));
  });
  return [...whole, ...ofSlots, ...factors, ...ofParameters].filter(({ symbol, t }) => numbers.has(symbol, t));
}
