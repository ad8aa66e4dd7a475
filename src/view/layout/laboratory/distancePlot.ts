// How much a loss feels of the state d steps before it, as lines: each network's mean over all losses, and one loss of one network.
import { averageByDistance, profileOf } from './lossProfile.ts';
import { linesPlot, type LinesGeometry } from '../linesPlot.ts';
import type { LossMap } from './lossMap.ts';

export interface DistanceInput {
  /** In the order of their colours. */
  readonly maps: readonly { readonly id: string; readonly name: string; readonly map: LossMap }[];
  /** One loss: its map, its row, and what stands beside its line. */
  readonly one: { readonly map: LossMap; readonly row: number; readonly name: string } | null;
  readonly size: { readonly width: number; readonly height: number; readonly textSize: number };
}

/** The line of one loss. */
export const oneLoss = 'one loss';

export function distancePlot({ maps, one, size }: DistanceInput): LinesGeometry {
  const most = Math.max(1, ...maps.map(({ map }) => map.steps - 1));
  const averages = maps.map(({ id, name, map }) => ({ id, name, ys: averageByDistance(map) }));
  const lines = one ? [...averages, { id: oneLoss, name: one.name, ys: profileOf(one.map, one.row) }] : averages;
  return linesPlot({
    // What float64 cannot hold leaves the plot at its upper edge, also where it has become ∞ − ∞; distances that no row has are left out.
    lines: lines.map(({ id, name, ys }) => ({ id, name, xs: Array.from(ys, (_, d) => d), ys })),
    along: { kind: 'linear', from: 0, to: most, title: 'steps back from the loss, t − k', isWhole: true },
    height: null,
    heightTitle: '‖∂L_t/∂h_k‖',
    // They all fall from one place on the left, where no name has room.
    names: 'end',
    size,
  });
}
