// The maps of all networks beside each other, on one scale of colours.
import { useMemo, useRef } from 'react';
import type { LaboratoryCell } from '../../../../state/laboratory/laboratory.ts';
import { SmallMaps } from '../../../draw/laboratory/map/SmallMaps.tsx';
import { useSize } from '../../../hooks/useSize.ts';
import { vanishedBelow } from '../../../layout/flowFate.ts';
import type { ColourScale } from '../../../layout/laboratory/lossMap.ts';
import { findingsOf } from '../../../layout/laboratory/lossProfile.ts';
import { smallMapsSize } from '../../../layout/laboratory/smallMaps.ts';
import { FigureFrame } from '../../pages/FigureFrame.tsx';
import { inTurn } from '../../pages/inTurn.tsx';
import { cornerWords } from './mapWords.ts';
import type { NetworkMap } from './maps.ts';
import { networkColours } from './networkColours.ts';

interface Props {
  readonly shown: { readonly maps: readonly NetworkMap[]; readonly colours: ColourScale };
  readonly chosen: LaboratoryCell | null;
  readonly onChoose: (cell: LaboratoryCell) => void;
}

export const AllMaps = inTurn(function AllMaps({ shown: { maps, colours }, chosen, onChoose }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const { width, textSize } = useSize(place);
  const small = useMemo(
    () =>
      maps.map(({ cell, name, map, problem }) => ({
        id: cell,
        name,
        colour: networkColours[cell] ?? 'var(--ink)',
        map,
        note: map ? cornerWords(findingsOf(map, vanishedBelow)) : (problem ?? 'is being computed'),
      })),
    [maps],
  );
  return (
    <div ref={place} className="lab-map-all">
      <FigureFrame
        title="The same for every network, on one scale of colours"
        name="gradient-maps"
        minHeight={Math.ceil(smallMapsSize(maps.length, width, textSize).height)}
        note="Press a map to see it large. The far corner is the last loss looking back at the first state, measured by the middle of the diagonal."
      >
        {(size) => (
          <SmallMaps
            {...size}
            maps={small}
            colours={colours}
            chosen={chosen ?? ''}
            onChoose={(id) => {
              const cell = maps.find((each) => each.cell === id)?.cell;
              if (cell) onChoose(cell);
            }}
          />
        )}
      </FigureFrame>
    </div>
  );
});
