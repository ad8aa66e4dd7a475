// What the reader sees: the same map for every network, small and on one scale of colours; pressing one makes it the large one.
import { useMemo } from 'react';
import { lossMapGeometry, type ColourScale, type LossMap } from '../../../layout/laboratory/lossMap.ts';
import { smallMapsIn } from '../../../layout/laboratory/smallMaps.ts';
import { Spans } from '../../plot/Spans.tsx';
import { MapPicture } from './MapPicture.tsx';
import './map.css';

interface SmallMap {
  readonly id: string;
  readonly name: string;
  /** A CSS colour. */
  readonly colour: string;
  /** Null while it is not computed; then `note` says why. */
  readonly map: LossMap | null;
  /** A few words below: what is left in the corner. */
  readonly note: string;
}

interface Props {
  readonly maps: readonly SmallMap[];
  readonly colours: ColourScale;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  /** The large one. */
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

export function SmallMaps({ maps, colours, width, height, textSize, chosen, onChoose }: Props) {
  const { columns, side, gap, rowHeight } = smallMapsIn(maps.length, { width, height, textSize });
  return (
    <svg width={width} height={height} fontSize={textSize} role="group" aria-label="The map of every network: choose the large one">
      {maps.map((each, index) => (
        <g key={each.id} transform={`translate(${(index % columns) * (side + gap)},${Math.floor(index / columns) * rowHeight})`}>
          <Small small={each} colours={colours} side={side} textSize={textSize} isChosen={each.id === chosen} onChoose={onChoose} />
        </g>
      ))}
    </svg>
  );
}

interface SmallProps extends Pick<Props, 'colours' | 'textSize' | 'onChoose'> {
  readonly small: SmallMap;
  readonly side: number;
  readonly isChosen: boolean;
}

function Small({ small, colours, side, textSize, isChosen, onChoose }: SmallProps) {
  const { id, name, colour, map, note } = small;
  const geometry = useMemo(() => map && lossMapGeometry({ map, colours, width: side, height: side, textSize, hasScale: false, isBare: true }), [map, colours, side, textSize]);
  return (
    <>
      <g
        className="lab-map-small"
        role="button"
        tabIndex={0}
        aria-pressed={isChosen}
        aria-label={`${name}: ${note}`}
        onClick={() => onChoose(id)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          onChoose(id);
        }}
      >
        <text className="lab-map-small-name" x={0} y={textSize * 1.1} style={{ fill: colour }}>
          {name}
        </text>
        <g transform={`translate(0,${textSize * 1.6})`}>
          {map && geometry && <MapPicture map={map} colours={colours} box={geometry.box} />}
          <rect className="lab-map-small-ring" x={1} y={1} width={side - 2} height={side - 2} />
        </g>
      </g>
      <text className="lab-map-small-note" x={0} y={side + textSize * 2.9} aria-hidden="true">
        <Spans text={note} />
      </text>
    </>
  );
}
