// The way of each optimiser over the loss of a plane of the weights. The loss is exact at every point of the plane; a path is seen straight from above.
import { useMemo, useState } from 'react';
import type { OptimiserId } from '../../../../engine/learn/optimisers.ts';
import type { RaceResult, SliceJob } from '../../../../engine/workshop/race/job.ts';
import { placeOf } from '../../../../engine/workshop/race/span.ts';
import { listed } from '../../../../state/words.ts';
import { SlicePicture } from '../../../draw/workshop/optimisers/SlicePicture.tsx';
import { gridOf, levelsOf } from '../../../layout/workshop/optimisers/contours.ts';
import { keptPlace, leavesAt, planePaths, planeSpan } from '../../../layout/workshop/optimisers/plane.ts';
import { slicePlot } from '../../../layout/workshop/optimisers/slicePlot.ts';
import { significant } from '../../../layout/workshop/optimisers/significant.ts';
import { RangeField } from '../../controls/RangeField.tsx';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';
import { slicePlane, type PlaneChoice } from './slicePlane.ts';
import { shortNames, type Race } from './useRace.ts';
import { useStreamed } from './useStreamed.ts';

interface Props {
  readonly race: Race & { readonly result: RaceResult };
  readonly choice: PlaneChoice;
  readonly shown: OptimiserId;
  /** The update in view. */
  readonly at: number;
}

/** Points of the grid along a side. */
const points = 65;

export function SliceFigure({ race, choice, shown, at }: Props) {
  const { problem, result, weights } = race;
  const { plane: kind, first, second, through } = choice;
  // Where it goes through the start, the optimiser in view does not matter.
  const ending = through === 'end' ? shown : null;
  const seen = useMemo(() => slicePlane(result, problem.kind, { plane: kind, first, second, through }, ending, weights), [result, problem.kind, kind, first, second, through, ending, weights]);
  const drawn = useMemo(() => {
    if (!seen.plane) return null;
    const paths = planePaths(result, seen.plane);
    const span = planeSpan(paths);
    const job: SliceJob = { problem, ...seen.plane, ...span, points };
    return { paths, span, job };
  }, [seen, result, problem]);
  const streamed = useStreamed('slice', drawn?.job ?? null);
  const current = streamed?.input === drawn?.job ? streamed : null;
  const slice = current?.result ?? current?.progress ?? null;
  const [read, setRead] = useState<{ readonly column: number; readonly row: number } | null>(null);

  const places = result.lanes.map(({ done }) => keptPlace(result.kept, Math.min(at, done)));
  const lane = result.lanes.findIndex(({ optimiser }) => optimiser === shown);
  const keptAt = result.kept[places[lane] ?? 0] ?? 0;
  const off = drawn?.paths[lane]?.off[places[lane] ?? 0] ?? 0;
  const loss = slice && read ? slice.losses[Math.round(read.row / slice.stride) * slice.stride * points + Math.round(read.column / slice.stride) * slice.stride] : undefined;
  const text = loss === undefined || Number.isNaN(loss) ? '' : loss === Infinity ? 'L is no number here' : `L = ${significant(loss)}`;
  const flat = current?.result && levelsOf(gridOf(current.result)).length === 0 ? 'In this picture the loss is the same all over: neither direction changes what comes out.' : '';
  const gone = drawn?.paths.filter((path) => leavesAt(path, drawn.span) !== null).map(({ id }) => shortNames[id]) ?? [];
  const beside = off > 0 ? `After update ${keptAt.toLocaleString('en')}, ${shortNames[shown]} lies ${significant(off)} beside the plane, so its own loss, in the table, is not that of the point under it.` : '';

  return (
    <FigureFrame
      title="The ways down"
      name="optimisers-slice"
      aspect={1.55}
      minHeight={300}
      note={
        <div className="race-slice-note">
          <p>
            {seen.words} {flat} {beside} {gone.length > 0 && `${listed(gone, 'and')} ${gone.length === 1 ? 'leaves' : 'leave'} the picture.`}
          </p>
          {current?.problem && <p role="alert">{current.problem}</p>}
          {drawn && (
            <div className="race-read">
              <RangeField label="Read at: across" min={0} max={points - 1} step={1} value={read?.column ?? 0} valueText={readText(drawn.span.a, read?.column, text)} onInput={(column) => setRead({ column, row: read?.row ?? 0 })} />
              <RangeField label="up" min={0} max={points - 1} step={1} value={read?.row ?? 0} valueText={readText(drawn.span.b, read?.row, text)} onInput={(row) => setRead({ column: read?.column ?? 0, row })} />
            </div>
          )}
        </div>
      }
    >
      {(place) => (drawn ? <Picture drawn={drawn} slice={slice} place={place} shown={shown} at={places} axes={seen.axes} read={read} text={text} onRead={setRead} label={`The loss over a plane of the weights, with the way of each optimiser. ${seen.words}`} /> : <p className="controls-words">{seen.words}</p>)}
    </FigureFrame>
  );
}

const readText = (span: SliceJob['a'], k: number | undefined, text: string): string => (k === undefined ? '–' : `${significant(placeOf(span, k, points))}${text === '' ? '' : `, ${text}`}`);

interface PictureProps {
  readonly drawn: { readonly paths: ReturnType<typeof planePaths>; readonly span: ReturnType<typeof planeSpan> };
  readonly slice: Parameters<typeof slicePlot>[0]['slice'];
  readonly place: FigurePlace;
  readonly shown: OptimiserId;
  readonly at: readonly number[];
  readonly axes: { readonly across: string; readonly up: string };
  readonly read: { readonly column: number; readonly row: number } | null;
  readonly text: string;
  readonly onRead: (at: { readonly column: number; readonly row: number } | null) => void;
  readonly label: string;
}

function Picture({ drawn, slice, place, shown, at, axes, read, text, onRead, label }: PictureProps) {
  const { width, height, textSize } = place;
  const { paths, span } = drawn;
  const plot = useMemo(() => slicePlot({ slice, span, paths, names: shortNames, size: { width, height, textSize } }), [slice, span, paths, width, height, textSize]);
  const nearest = ({ low, high }: SliceJob['a'], value: number): number => Math.min(points - 1, Math.max(0, Math.round(((value - low) / (high - low)) * (points - 1))));
  return (
    <SlicePicture
      plot={plot}
      width={width}
      height={height}
      textSize={textSize}
      label={label}
      axes={axes}
      shown={shown}
      at={at}
      read={read && text !== '' ? { place: plot.placeOf(placeOf(span.a, read.column, points), placeOf(span.b, read.row, points)), text } : null}
      onPoint={(distances) => onRead(distances && { column: nearest(span.a, distances.a), row: nearest(span.b, distances.b) })}
    />
  );
}
