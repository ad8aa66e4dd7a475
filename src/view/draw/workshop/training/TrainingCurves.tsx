// What the reader sees: loss or right answers by epochs, full for rows that are kept apart, dashed for those it learns from; a run in
// view strong, others thin. A press on the plot goes to that epoch.
import type { PointerEvent } from 'react';
import { limitId, lineId } from '../../../layout/workshop/curves.ts';
import type { LinesGeometry } from '../../../layout/linesPlot.ts';
import { LinesPlot, type LineLook } from '../../plot/LinesPlot.tsx';
import './training.css';

interface Props {
  readonly geometry: LinesGeometry;
  readonly size: { readonly width: number; readonly height: number; readonly textSize: number };
  readonly shown: string | null;
  readonly overlaid: readonly string[];
  readonly epoch: number | null;
  readonly onEpoch: (epoch: number) => void;
  readonly description: string;
}

const trainingDashes = '5 4';

/** Of runs that are laid over; more take turns. */
const colours = ['var(--role-update)', 'var(--role-input)', 'var(--role-gradient)', 'var(--ink-soft)'];

/** The colour of a run that is laid over, by its place among them. */
export const overlayColour = (place: number): string => colours[place % colours.length]!;

/** The run in view has two colours, one for the rows that it learns from. */
const ownColours = { training: 'var(--role-state)', validation: 'var(--role-output)' };

/** A line of so few points is hardly seen without them. */
const fewPoints = 3;

function looksOf(shown: string | null, overlaid: readonly string[], points: LineLook['points']): Readonly<Record<string, LineLook>> {
  const entries = overlaid.flatMap((id, k): [string, LineLook][] => [
    [lineId(id, 'training'), { colour: overlayColour(k), width: 1.5, dashes: trainingDashes }],
    [lineId(id, 'validation'), { colour: overlayColour(k), width: 1.5 }],
    [lineId(id, 'norm'), { colour: overlayColour(k), width: 1.5 }],
  ]);
  entries.push([limitId, { colour: 'var(--ink-soft)', width: 1.5, dashes: '3 3' }]);
  if (shown !== null) {
    entries.push([lineId(shown, 'batches'), { colour: 'var(--line-strong)', width: 1 }]);
    entries.push([lineId(shown, 'norm'), { colour: 'var(--role-gradient)', width: 2.5, points }]);
    entries.push([lineId(shown, 'training'), { colour: ownColours.training, width: 2.5, dashes: '7 3', points }]);
    entries.push([lineId(shown, 'validation'), { colour: ownColours.validation, width: 2.5, points }]);
  }
  return Object.fromEntries(entries);
}

export function TrainingCurves({ geometry, size, shown, overlaid, epoch, onEpoch, description }: Props) {
  const { box, valueAt, lines } = geometry;
  const own = lines.filter(({ id }) => shown !== null && id.startsWith(`${shown} `) && id !== lineId(shown, 'batches'));
  const hasFew = own.every(({ points }) => points.length <= fewPoints);
  const seek = (event: PointerEvent<SVGSVGElement>): void => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    if (shown === null || x < box.x - 6 || x > box.x + box.width + 6) return;
    onEpoch(Math.round(valueAt(x)));
  };
  return (
    <svg
      className="training-curves"
      width={size.width}
      height={size.height}
      style={{ display: 'block', fontSize: size.textSize }}
      role="img"
      aria-label={description}
      onPointerDown={seek}
      onPointerMove={(event) => {
        if (event.buttons === 1) seek(event);
      }}
    >
      <LinesPlot geometry={geometry} looks={looksOf(shown, overlaid, hasFew ? 'full' : 'none')} marked={epoch} />
      {shown === null && (
        <text className="training-nothing" x={box.x + box.width / 2} y={box.y + box.height / 2} textAnchor="middle">
          nothing is trained yet
        </text>
      )}
    </svg>
  );
}
