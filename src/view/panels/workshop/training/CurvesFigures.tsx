// The curves of the run in view and of those that are laid over it: loss, right answers, and the gradient's norm, epoch by epoch.
import { useMemo } from 'react';
import { workshopRuns } from '../../../../state/workshop/runs.ts';
import { TrainingCurves } from '../../../draw/workshop/training/TrainingCurves.tsx';
import { trainingCurves, type CurveRun, type Measure } from '../../../layout/workshop/curves.ts';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';

export interface CurvesProps {
  readonly shown: CurveRun | null;
  readonly overlaid: readonly CurveRun[];
  /** Where the norm is clipped; null: nowhere. */
  readonly limit: number | null;
  /** The epochs that are planned. */
  readonly epochs: number;
  /** The epoch in view; null: the newest. */
  readonly epoch: number | null;
}

const titles: Readonly<Record<Measure, string>> = { loss: 'Loss', accuracy: 'Right answers', norm: 'Norm of the gradient' };
const names: Readonly<Record<Measure, string>> = { loss: 'training-loss', accuracy: 'training-accuracy', norm: 'training-gradient-norm' };

export function CurvesFigure({ measure, ...curves }: CurvesProps & { readonly measure: Measure }) {
  return (
    <FigureFrame title={titles[measure]} name={names[measure]} minHeight={measure === 'norm' ? 190 : 230}>
      {(place) => <Curves {...curves} measure={measure} place={place} />}
    </FigureFrame>
  );
}

function Curves({ shown, overlaid, limit, epochs, epoch, measure, place }: CurvesProps & { readonly measure: Measure; readonly place: FigurePlace }) {
  const { width, height, textSize } = place;
  const geometry = useMemo(
    () => trainingCurves({ shown, overlaid, measure, limit, epochs, size: { width, height, textSize } }),
    [shown, overlaid, measure, limit, epochs, width, height, textSize],
  );
  return (
    <TrainingCurves
      geometry={geometry}
      size={place}
      shown={shown?.id ?? null}
      overlaid={overlaid.map(({ id }) => id)}
      epoch={epoch}
      onEpoch={(at) => workshopRuns.seek(at)}
      description={descriptionOf(shown, measure, overlaid)}
    />
  );
}

function descriptionOf(shown: CurveRun | null, measure: Measure, overlaid: readonly CurveRun[]): string {
  const over = overlaid.length > 0 ? `, laid over by ${overlaid.map(({ name }) => name).join(', ')}` : '';
  if (!shown) return `${titles[measure]} by epochs: nothing is trained yet.`;
  return `${titles[measure]} by epochs: ${shown.name}${over}, ${shown.records.length} ${shown.records.length === 1 ? 'epoch' : 'epochs'} measured. The numbers stand beside the slider.`;
}
