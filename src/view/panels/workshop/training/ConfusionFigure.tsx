// The confusion table of the rows that are kept apart: what is right against what was answered.
import { useMemo } from 'react';
import { ConfusionTable } from '../../../draw/workshop/training/ConfusionTable.tsx';
import { confusionGrid, confusionWords, mergedConfusion } from '../../../layout/workshop/training/confusion.ts';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';

interface Props {
  readonly confusion: readonly (readonly number[])[];
  readonly names: readonly string[];
  /** "validation rows". */
  readonly what: string;
}

export function ConfusionFigure({ confusion, names, what }: Props) {
  const merged = useMemo(() => mergedConfusion(confusion, names), [confusion, names]);
  const words = confusionWords(confusion, names);
  return (
    <FigureFrame title="Right against answered" name="training-confusion" minHeight={merged.names.length > 4 ? 380 : 220} note={`Of the ${what}. ${words}`}>
      {(place) => <Grid merged={merged} place={place} words={words} />}
    </FigureFrame>
  );
}

function Grid({ merged, place, words }: { readonly merged: ReturnType<typeof mergedConfusion>; readonly place: FigurePlace; readonly words: string }) {
  const { width, height, textSize } = place;
  const grid = useMemo(() => confusionGrid(merged, { width, height, textSize }), [merged, width, height, textSize]);
  return <ConfusionTable grid={grid} size={place} description={`Confusion table. ${words}`} />;
}
