// The derivatives of one value by every weight. A short way is computed at once; a long one when the page has nothing else to do.
import { useEffect, useMemo, useState } from 'react';
import type { Derivatives } from '../../../engine/gradient/derivatives.ts';
import type { Reference } from '../../../engine/reference.ts';
import type { Scene } from '../../scene/scene.ts';
import { derivativesOf } from '../../../engine/gradient/derivatives.ts';

/** Numbers of a trace up to which a way back takes no time that is felt. */
const fewNumbers = 200_000;

/** Null while they are being computed. */
export function useDerivatives({ numbers, trace }: Scene, { symbol, t, unit }: Reference): Derivatives | null {
  const isShort = trace.steps.length * trace.network.program.slots.reduce((sum, { size }) => sum + size, 0) <= fewNumbers;
  const atOnce = useMemo(() => (isShort ? derivativesOf(numbers.trace, numbers.parameters, { symbol, t, unit }, numbers.b) : null), [isShort, numbers, symbol, t, unit]);
  const [later, setLater] = useState<{ readonly of: string; readonly numbers: unknown; readonly found: Derivatives } | null>(null);
  const key = `${symbol} ${t} ${unit}`;
  useEffect(() => {
    if (isShort) return;
    const compute = (): void => setLater({ of: key, numbers, found: derivativesOf(numbers.trace, numbers.parameters, { symbol, t, unit }, numbers.b) });
    const timer = setTimeout(compute, 150);
    return () => clearTimeout(timer);
  }, [isShort, numbers, symbol, t, unit, key]);
  if (isShort) return atOnce;
  return later?.of === key && later.numbers === numbers ? later.found : null;
}
