// What is felt by how far back it is: every network's mean over all losses, and the loss in view of the one that is looked into.
import { useMemo } from 'react';
import type { MapPlace } from '../../../draw/laboratory/map/LossMapFigure.tsx';
import { DistancePlot } from '../../../draw/laboratory/map/DistancePlot.tsx';
import { networkNames } from '../../../../state/laboratory/names.ts';
import { rowOf, type LossMap } from '../../../layout/laboratory/lossMap.ts';
import { FigureFrame } from '../../pages/FigureFrame.tsx';
import { inTurn } from '../../pages/inTurn.tsx';
import type { NetworkMap } from './maps.ts';
import { networkColours } from './networkColours.ts';

interface Props {
  readonly shown: { readonly maps: readonly NetworkMap[]; readonly large: { readonly name: string; readonly map: LossMap } };
  readonly place: MapPlace;
}

export const ByDistance = inTurn(function ByDistance({ shown: { maps, large }, place }: Props) {
  const lines = useMemo(() => maps.flatMap(({ cell, map }) => (map ? [{ id: cell, name: networkNames[cell].short, map }] : [])), [maps]);
  const { map, name } = large;
  const row = rowOf(map, place.t);
  const t = map.at[row] ?? place.t;
  const one = useMemo(() => ({ map, row, name: `loss ${t}` }), [map, row, t]);
  return (
    <FigureFrame
      title="By distance"
      name="gradient-by-distance"
      aspect={0.95}
      minHeight={240}
      note={`Each line: the mean over all losses of a network. Dotted: the loss at step ${t} of ${name} alone, the row that is marked in the map.`}
    >
      {(size) => (
        <DistancePlot
          {...size}
          maps={lines}
          one={one}
          colours={networkColours}
          marked={place.k <= t ? t - place.k : null}
          label={`What a loss feels of a state by the number of steps between the two, of ${lines.length} ${lines.length === 1 ? 'network' : 'networks'}`}
        />
      )}
    </FigureFrame>
  );
});
