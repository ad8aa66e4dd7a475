// What the reader sees: how much is felt of a state by how far back it is, a line for each network, and a thin one for the loss in view.
import { useMemo } from 'react';
import { distancePlot, oneLoss, type DistanceInput } from '../../../layout/laboratory/distancePlot.ts';
import { LinesPlot, type LineLook } from '../../plot/LinesPlot.tsx';

interface Props extends Omit<DistanceInput, 'size'> {
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  /** CSS colours by network. */
  readonly colours: Readonly<Record<string, string>>;
  /** The distance that is pointed at; null: none. */
  readonly marked: number | null;
  readonly label: string;
}

export function DistancePlot({ maps, one, width, height, textSize, colours, marked, label }: Props) {
  const geometry = useMemo(() => distancePlot({ maps, one, size: { width, height, textSize } }), [maps, one, width, height, textSize]);
  const looks = useMemo(() => {
    const found: Record<string, LineLook> = { [oneLoss]: { colour: 'var(--ink)', dashes: '2 4' } };
    for (const { id } of maps) found[id] = { colour: colours[id] ?? 'var(--ink)' };
    return found;
  }, [maps, colours]);
  return (
    <svg width={width} height={height} style={{ display: 'block', overflow: 'visible', fontSize: textSize }} role="img" aria-label={label}>
      <LinesPlot geometry={geometry} looks={looks} marked={marked} />
    </svg>
  );
}
