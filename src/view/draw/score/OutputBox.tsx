// The answer of one time step, output by output, and after the loss its target and its loss.
import type { Reference } from '../../../engine/reference.ts';
import type { ColumnLayout } from '../../layout/score.ts';
import { rowForNumbers, rowY } from '../../layout/staves.ts';
import { formatShort } from '../../theme/format.ts';
import { compact, EmptyCell, fitNumber } from './Cell.tsx';
import { outputView } from './geometry.ts';
import { entryOf, isKnown } from './contents.ts';
import { Lanes } from './Lanes.tsx';
import { markAttributes } from './markAttributes.ts';
import type { Paint } from './paint.ts';
import { PlaceText } from './PlaceText.tsx';
import { targetOf } from './target.ts';

interface Props {
  readonly paint: Paint;
  readonly column: ColumnLayout;
  readonly selection: Reference | null;
  readonly flying?: ReadonlySet<string> | undefined;
}

export function OutputBox({ paint, column, selection, flying }: Props) {
  const { scene, layout, answer } = paint;
  const stave = layout.staves.outputs;
  const { box, contents, lanes } = outputView(paint, column);
  const { t, widths } = column;
  const [first, ...rest] = contents;
  const isThere = isKnown(scene, { symbol: answer, t });
  const isNow = scene.moment?.t === t && first !== undefined && isKnown(scene, first);
  const target = targetOf(scene, t);
  const loss = scene.read({ symbol: 'L', t, unit: 1 });
  const isProbability = first?.symbol === 'p';
  const footer = box.y + box.height - 8;
  const hasHeads = box.width >= 56;
  const room = box.width - 20;
  // Target and loss share one line, in letters of one size.
  const targetWords = target && target.row >= 0 && box.width < 130 ? '▸' : 'target';
  const lossText = loss === null ? '' : box.width < 130 ? compact(formatShort(loss, paint.digits)) : formatShort(loss, paint.digits);
  const lossLength = lossText.length + 2;
  const targetLength = Math.min(targetWords.length + 1 + (target?.name.length ?? 0), 14);
  const size = Math.min(12, room / ((lossLength + targetLength + 2) * 0.55));
  const lossRoom = lossLength * size * 0.58;
  return (
    <g className={`score-output ${isNow ? 'is-now' : isThere ? 'is-done' : 'is-future'}`}>
      <rect className="score-box is-output" {...box} rx={box.width >= 56 ? Math.max(widths.radius, 8) : Math.min(widths.radius, box.width / 3)} aria-hidden="true" />
      {isProbability && lanes[0] ? (
        <>
          <Lanes paint={paint} stave={{ ...stave, rows: 0 }} contents={[contents[0]!]} lanes={lanes} selection={selection} hasHeads={hasHeads} />
          {Array.from({ length: stave.rows }, (_, row) => (
            <Probability key={row} paint={paint} reference={entryOf(contents[0]!, row + 1)} selection={selection}
              rect={{ x: lanes[0]!.x, y: rowY(stave, row), width: lanes[0]!.width, height: stave.cell }}
              isTarget={target?.row === row} />
          ))}
          <Lanes paint={paint} stave={stave} contents={rest} lanes={lanes.slice(1)} selection={selection} hasHeads={hasHeads} />
        </>
      ) : (
        <Lanes paint={paint} stave={stave} contents={contents} lanes={lanes} selection={selection} hasHeads={hasHeads} flying={flying} />
      )}
      {target && hasHeads && (
        <Footnote paint={paint} selection={selection} x={box.x + 8} y={footer} anchor="start" room={room - lossRoom} reference={target.reference} value={target.value}
          words={targetWords} text={target.name} size={size} isNumber={target.row < 0} />
      )}
      {loss !== null && hasHeads && (
        <Footnote paint={paint} selection={selection} x={box.x + box.width - 8} y={footer} anchor="end" room={lossRoom} reference={{ symbol: 'L', t, unit: 1 }} value={loss}
          words="L" text={lossText} size={size} isNumber />
      )}
    </g>
  );
}

interface ProbabilityProps {
  readonly paint: Paint;
  readonly reference: Reference;
  readonly rect: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly selection: Reference | null;
  readonly isTarget: boolean;
}

/** A probability as a bar with its number on it. The row that should have been 1 has a frame and a mark. */
function Probability({ paint, reference, rect, selection, isTarget }: ProbabilityProps) {
  const value = paint.scene.read(reference);
  if (value === null) return <EmptyCell rect={rect} />;
  const isWritten = rect.height >= rowForNumbers - 3 && rect.width >= 24;
  const { written, size } = isWritten ? fitNumber(formatShort(value, paint.digits), rect.width, rect.height) : { written: '', size: 0 };
  const part = Number.isFinite(value) ? Math.min(Math.max(value, 0), 1) : 0;
  const isShort = rect.height < 14;
  const bar = size > 0 && !isShort ? 4 : rect.height;
  return (
    <g {...markAttributes(paint, reference, value, selection, {
        className: `score-probability ${isTarget ? 'is-target' : ''}`,
        written: written === '' ? undefined : written,
        more: isTarget ? ', the target' : '',
      })}>
      <rect className="score-probability-place" x={rect.x} y={rect.y} width={rect.width} height={rect.height} rx={3} />
      <rect className={`score-bar ${isShort ? 'is-faint' : ''}`} x={rect.x} y={rect.y + rect.height - bar} width={part * rect.width < 0.5 ? 0 : part * rect.width} height={bar} rx={1.5} />
      {size > 0 && (
        <text className="score-number" x={rect.x + rect.width / 2} y={rect.y + (rect.height - (isShort ? 0 : 3)) / 2} fontSize={size}>
          {written}
        </text>
      )}
      {isTarget && <path className="score-target" d={`M${rect.x - 1},${rect.y + rect.height / 2}l-5,-3.5v7z`} />}
    </g>
  );
}

interface FootnoteProps {
  readonly paint: Paint;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  readonly reference: Reference;
  readonly value: number;
  readonly selection: Reference | null;
  readonly words: string;
  readonly text: string;
  readonly room: number;
  readonly size: number;
  /** A number is never cut: it gets smaller where room is short. */
  readonly isNumber: boolean;
}

function Footnote({ paint, x, y, anchor, reference, value, selection, words, text, room, size, isNumber }: FootnoteProps) {
  const whole = `${words} ${text}`;
  return (
    <g {...markAttributes(paint, reference, value, selection, { className: 'score-footnote', written: whole })}>
      <rect className="score-hit" x={anchor === 'start' ? x - 3 : x - room} y={y - 12} width={room + 3} height={16} rx={3} />
      {isNumber ? (
        <text className="score-text" x={x} y={y} fontSize={size} textAnchor={anchor}>
          {whole}
        </text>
      ) : (
        <PlaceText x={x} y={y} room={room} size={size} anchor={anchor} text={whole} />
      )}
    </g>
  );
}
