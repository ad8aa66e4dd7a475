// What the reader sees: a line for each hidden unit over the words, each with its name at its end; the one that is pointed at stands out.
import type { LinesGeometry } from '../../../layout/linesPlot.ts';
import { LinesPlot, type LineLook } from '../../plot/LinesPlot.tsx';

interface Props {
  readonly geometry: LinesGeometry;
  readonly unitCount: number;
  /** The unit that is lit in all pictures; null: none. */
  readonly unit: number | null;
  /** The word that is pointed at, from 1; null: none. */
  readonly step: number | null;
}

const colours = ['--role-output', '--role-input', '--role-state', '--role-gradient', '--role-update'];
const dashes = [undefined, '7 4', '2 4', '9 3 2 3'];

/** Five colours, and after each round of them another kind of stroke. */
function lookOf(each: number, unit: number | null): LineLook {
  const colour = `var(${colours[each % colours.length]})`;
  const stroke = dashes[Math.floor(each / colours.length) % dashes.length];
  if (unit === null) return { colour, dashes: stroke, width: 2 };
  return each === unit ? { colour, dashes: stroke, width: 4.5 } : { colour: 'var(--ink-faint)', dashes: stroke, width: 1 };
}

export function UnitCurves({ geometry, unitCount, unit, step }: Props) {
  const looks = Object.fromEntries(Array.from({ length: unitCount }, (_, each) => [String(each), lookOf(each, unit)]));
  return <LinesPlot geometry={geometry} looks={looks} marked={step} />;
}
