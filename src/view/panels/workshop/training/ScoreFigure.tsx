// The network itself on one row, unrolled: what it computes with the weights in view, forwards and backwards, operation by operation.
import { useMemo, useState, type ReactNode } from 'react';
import type { Reference } from '../../../../engine/reference.ts';
import { ScoreView } from '../../../draw/score/ScoreView.tsx';
import { FigureFrame } from '../../pages/FigureFrame.tsx';
import { sceneAt, type RowNumbers } from './rowScene.ts';
import { useWalk } from './useWalk.ts';
import { WalkBar } from './WalkBar.tsx';

interface Props {
  readonly numbers: RowNumbers;
  /** "next row", "your sentence". */
  readonly title: string;
  readonly step: string;
  /** What follows when the training walks by itself and a row is over; null where it does not walk. */
  readonly drive: (() => void) | null;
  /** What the update does with the gradient. */
  readonly note: ReactNode;
}

export function ScoreFigure({ numbers, title, step, drive, note }: Props) {
  const [selection, select] = useState<Reference | null>(null);
  const [hovered, hover] = useState<Reference | null>(null);
  const { clock } = numbers.stage;
  const walk = useWalk({ clock, rest: numbers.answered, end: numbers.end }, drive);
  const scene = useMemo(() => sceneAt(numbers, walk.playhead), [numbers, walk.playhead]);
  const states = Math.min(24, numbers.run.network.model.hiddenSize);
  return (
    <>
      <FigureFrame title={title} name="training-score" minHeight={Math.min(560, 330 + states * 14)} note={note}>
        {({ width, height }) => <ScoreView scene={scene} width={width} height={height} fold={0} selection={hovered ?? selection} onSelect={select} onHover={hover} digits={2} />}
      </FigureFrame>
      <WalkBar walk={walk} scene={scene} end={numbers.end} step={step} isDriven={drive !== null} />
    </>
  );
}
