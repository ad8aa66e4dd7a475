// What the formula strip is about where nothing is selected: the number that the last operation made, at its strongest unit.
import type { Moment } from '../../../engine/clock/clock.ts';
import type { Reference } from '../../../engine/reference.ts';
import { parseSymbol } from '../../../engine/symbols/symbols.ts';
import { complete, extentOf } from '../../layout/extent.ts';
import type { Scene } from '../../scene/scene.ts';

/** What overflowed is the strongest of all. */
const strength = (value: number): number => (Number.isNaN(value) ? Infinity : Math.abs(value));

/** The number of largest magnitude of a symbol at a time; the first of equals. */
export function strongest(scene: Pick<Scene, 'network' | 'numbers'>, { symbol, t }: Reference): Reference {
  const { network, numbers } = scene;
  const extent = extentOf(network, symbol);
  if (!extent) return { symbol, t };
  const columns = extent.columns ?? 1;
  const { kind, base } = parseSymbol(network, symbol);
  // A term of a large matrix is one array; asking for its entries one by one would be slow.
  const term = kind === 'parameter gradient' && t !== undefined ? numbers.term(base, t) : null;
  let best = -1;
  let at = 0;
  for (let i = 0; i < extent.rows * columns; i++) {
    const reference = { symbol, t, unit: Math.floor(i / columns) + 1, column: (i % columns) + 1 };
    const size = strength(term ? (term[i] ?? 0) : numbers.value(reference));
    if (size > best) {
      best = size;
      at = i;
    }
  }
  return complete(network, { symbol, t, unit: Math.floor(at / columns) + 1, column: (at % columns) + 1 });
}

/** Of all parameters, the new value that the update moves most. */
function mostMoved({ network, trace }: Scene): Reference {
  const { parameters } = network.program;
  let at = 0;
  trace.parameterGradients.forEach((gradient, i) => {
    if (strength(gradient) > strength(trace.parameterGradients[at] ?? 0)) at = i;
  });
  const parameter = parameters.find(({ offset, rows, columns }) => at < offset + rows * columns);
  if (!parameter) return { symbol: 'eta' };
  const within = at - parameter.offset;
  return complete(network, {
    symbol: `${parameter.symbol}_new`,
    unit: Math.floor(within / parameter.columns) + 1,
    column: (within % parameter.columns) + 1,
  });
}

/** What a moment makes, as a symbol at a time. */
export function madeBy(moment: Moment): Reference {
  return moment.kind === 'total' ? { symbol: moment.makes } : { symbol: moment.makes, t: moment.madeAt };
}

/** The number that the last operation is explained by; null before the first. */
export function subjectOf(scene: Scene): Reference | null {
  const { moment } = scene;
  if (!moment) return null;
  return moment.kind === 'update' ? mostMoved(scene) : strongest(scene, madeBy(moment));
}
