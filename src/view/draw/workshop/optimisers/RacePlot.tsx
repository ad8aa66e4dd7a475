// What the reader sees: a line for each optimiser over the updates, and the update in view; a press on the plot looks at another one.
import type { PointerEvent } from 'react';
import type { LinesGeometry } from '../../../layout/linesPlot.ts';
import { LinesPlot, type LineLook } from '../../plot/LinesPlot.tsx';
import './optimisers.css';

interface Props {
  readonly geometry: LinesGeometry;
  readonly looks: Readonly<Record<string, LineLook>>;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  readonly label: string;
  /** The update in view. */
  readonly at: number;
  /** The update under the pointer; null: none. */
  readonly onPoint: (update: number | null) => void;
  readonly onChoose: (update: number) => void;
}

export function RacePlot({ geometry, looks, width, height, textSize, label, at, onPoint, onChoose }: Props) {
  const { box } = geometry;
  const updateAt = (event: PointerEvent<SVGRectElement>): number => {
    const { left = 0 } = event.currentTarget.ownerSVGElement?.getBoundingClientRect() ?? {};
    return Math.round(geometry.valueAt(event.clientX - left));
  };
  return (
    <svg width={width} height={height} style={{ display: 'block', overflow: 'visible', fontSize: textSize }} role="img" aria-label={label}>
      <LinesPlot geometry={geometry} looks={looks} marked={at} />
      <rect
        className="race-reach"
        {...box}
        onPointerMove={(event) => onPoint(updateAt(event))}
        onPointerLeave={() => onPoint(null)}
        onPointerDown={(event) => onChoose(updateAt(event))}
      />
    </svg>
  );
}
