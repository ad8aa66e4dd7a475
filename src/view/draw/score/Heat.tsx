// Many numbers at once as coloured cells: one path a colour instead of one element a number.
import { coloursOf, stepOf } from '../../theme/scale.ts';
import type { Rect } from '../../layout/rect.ts';

export interface HeatCell {
  readonly rect: Rect;
  readonly value: number;
}

/** Path data by colour step, in the order of the steps. */
function heatPaths(cells: Iterable<HeatCell>, range: number): { step: number; path: string }[] {
  const parts = new Map<number, string[]>();
  for (const { rect, value } of cells) {
    const step = stepOf(value, range);
    let list = parts.get(step);
    if (!list) parts.set(step, (list = []));
    const round = (n: number): number => Math.round(n * 100) / 100;
    list.push(`M${round(rect.x)},${round(rect.y)}h${round(rect.width)}v${round(rect.height)}h${-round(rect.width)}z`);
  }
  return [...parts].sort(([a], [b]) => a - b).map(([step, list]) => ({ step, path: list.join('') }));
}

interface Props {
  /** Goes through the cells anew at each call: React may draw a component more than once. */
  readonly cells: () => Iterable<HeatCell>;
  readonly range: number;
}

export function Heat({ cells, range }: Props) {
  return (
    <>
      {heatPaths(cells(), range).map(({ step, path }) => (
        <path key={step} d={path} fill={coloursOf(step).fill} />
      ))}
    </>
  );
}
