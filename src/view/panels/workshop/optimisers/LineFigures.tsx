// The figures with a line for each optimiser over the updates: the loss, and the rate of the chosen weight.
import { useMemo } from 'react';
import type { OptimiserId } from '../../../../engine/learn/optimisers.ts';
import { RacePlot } from '../../../draw/workshop/optimisers/RacePlot.tsx';
import { looksWith } from '../../../draw/workshop/optimisers/looks.ts';
import { raceLines, type RaceLine } from '../../../layout/workshop/optimisers/raceLines.ts';
import { significant } from '../../../layout/workshop/optimisers/significant.ts';
import type { FigurePlace } from '../../pages/FigureFrame.tsx';

export interface ClockInView {
  readonly at: number;
  readonly onPoint: (update: number | null) => void;
  readonly onChoose: (update: number) => void;
}

interface Props {
  readonly lines: readonly RaceLine[];
  readonly updates: number;
  readonly kind: 'linear' | 'log';
  readonly title: string;
  readonly label: string;
  readonly shown: OptimiserId;
  readonly clock: ClockInView;
  readonly place: FigurePlace;
}

export function RaceLines({ lines, updates, kind, title, label, shown, clock, place }: Props) {
  const { width, height, textSize } = place;
  const geometry = useMemo(
    () => raceLines({ lines, updates, kind, title, write: (value) => significant(value), size: { width, height, textSize } }),
    [lines, updates, kind, title, width, height, textSize],
  );
  return <RacePlot geometry={geometry} looks={looksWith(shown)} width={width} height={height} textSize={textSize} label={label} {...clock} />;
}
