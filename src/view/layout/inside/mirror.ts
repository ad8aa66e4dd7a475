// A cell whose time flows from right to left: its drawing turned round.
import type { Rect } from '../rect.ts';
import type { InsideLayout, Point } from './types.ts';

/** The same with time flowing from right to left. */
export function mirrored(layout: InsideLayout): InsideLayout {
  const axis = 2 * layout.rect.x + layout.rect.width;
  const turn = <T extends Rect>(rect: T): T => ({ ...rect, x: axis - rect.x - rect.width });
  const point = ([x, y]: Point): Point => [axis - x, y];
  return {
    ...layout,
    isMirrored: true,
    nodes: layout.nodes.map((each) => ({ ...each, glyph: turn(each.glyph), vector: turn(each.vector) })),
    ports: layout.ports.map((each) => ({ ...each, x: axis - each.x, vector: each.vector && turn(each.vector) })),
    edges: layout.edges.map((each) => ({ ...each, points: each.points.map(point), strip: each.strip && turn(each.strip) })),
    dots: layout.dots.map((each) => ({ ...each, at: point(each.at) })),
    bands: layout.bands.map((each) => ({ ...each, rect: turn(each.rect) })),
  };
}
