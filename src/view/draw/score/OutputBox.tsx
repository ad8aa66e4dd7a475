// The answer of one time step, output by output, and after the loss its target and its loss.
import type { Reference } from '../../../engine/reference.ts';
import type { Rect } from '../../layout/rect.ts';
import { rowForNumbers, rowY } from '../../layout/score/staves.ts';
import type { ColumnLayout } from '../../layout/score/types.ts';
import { formatShort } from '../../theme/format.ts';
import { Ghost } from '../whatif/Ghost.tsx';
import { Corner } from '../rival/Corner.tsx';
import { GhostTick } from '../whatif/GhostTick.tsx';
import { compact, EmptyCell, fitNumber } from './Cell.tsx';
import { entryOf, isKnown } from './contents.ts';
import { momentPlace } from './current.ts';
import { boxView } from './geometry.ts';
import { Lanes } from './Lanes.tsx';
import { markAttributes } from './markAttributes.ts';
import type { Paint } from './paint.ts';
import { PlaceText } from './PlaceText.tsx';
import { targetOf, type Target } from './target.ts';

interface Props {
  readonly paint: Paint;
  readonly column: ColumnLayout;
  readonly selection: Reference | null;
  readonly hidden?: ReadonlySet<string> | undefined;
}

export function OutputBox({ paint, column, selection, hidden }: Props) {
  const { scene, layout } = paint;
  const stave = layout.staves.byId['outputs'];
  const anatomyStave = scene.anatomy.staves.find(({ kind }) => kind === 'outputs');
  const view = anatomyStave && boxView(paint, column, anatomyStave);
  if (!stave || !view) return null;
  const { box, contents, lanes, isWork } = view;
  const rows = stave.by[column.axis];
  const { row: t, widths } = column;
  const answer = scene.network.program.slots[scene.anatomy.answer]?.symbol ?? '';
  const isThere = isKnown(scene, { symbol: answer, t });
  const isNow = isReadNow(paint, column);
  const hasHeads = box.width >= 56 && stave.head > 0;
  const bars = new Map(contents.map((content, k) => [k, isProbability(paint, content.symbol)]));
  const target = targetOf(scene, t);
  return (
    <g className={`score-output ${isNow ? 'is-now' : isThere ? 'is-done' : 'is-future'} ${isWork ? 'is-work' : ''}`}>
      <rect className="score-box is-output" {...box} rx={box.width >= 56 ? Math.max(widths.radius, 8) : Math.min(widths.radius, box.width / 3)} aria-hidden="true" />
      {contents.map((content, k) => {
        const lane = lanes[k];
        if (!lane) return null;
        const isBar = bars.get(k) === true && !hidden?.has(content.symbol);
        return (
          <g key={content.symbol}>
            <Lanes paint={paint} rows={isBar ? { ...rows, rows: 0 } : rows} contents={[content]} lanes={[lane]} selection={selection} hasHeads={hasHeads} hidden={hidden} signY={rows.first + (rows.row * rows.rows) / 2} />
            {isBar &&
              Array.from({ length: rows.rows }, (_, row) => (
                <Probability key={row} paint={paint} reference={entryOf(content, row + 1)} selection={selection}
                  rect={{ x: lane.x, y: rowY(rows, row), width: lane.width, height: rows.cell }} isTarget={target?.row === row} />
              ))}
          </g>
        );
      })}
      {box.width >= 56 && <Footnotes paint={paint} box={box} t={t} target={target} selection={selection} />}
    </g>
  );
}

const isProbability = ({ scene }: Paint, symbol: string): boolean => {
  const { program } = scene.network;
  const slot = program.slots[scene.anatomy.answer];
  // What the loss compares with the target beside the score is a probability.
  return slot?.symbol === symbol && !slot.hasGradient;
};

/** Whether the read-out of this step is at work. */
function isReadNow({ scene }: Paint, { axis, row }: ColumnLayout): boolean {
  const at = momentPlace(scene);
  return scene.moment?.chain === -1 && at?.axis === axis && at.row === row;
}

interface FootnotesProps {
  readonly paint: Paint;
  readonly box: Rect;
  readonly t: number;
  readonly target: Target | null;
  readonly selection: Reference | null;
}

/** Target and loss share one line, in letters of one size. */
function Footnotes({ paint, box, t, target, selection }: FootnotesProps) {
  const { scene, digits } = paint;
  const loss = scene.read({ symbol: 'L', t, unit: 1 });
  const footer = box.y + box.height - 5;
  const room = box.width - 18;
  const isShort = box.width < 130;
  const targetWords = target && target.row >= 0 && isShort ? '▸' : 'target';
  const lossText = loss === null ? '' : isShort ? compact(formatShort(loss, digits)) : formatShort(loss, digits);
  const lossLength = lossText.length + 2;
  const targetLength = Math.min(targetWords.length + 1 + (target?.name.length ?? 0), 14);
  const size = Math.min(12, room / ((lossLength + targetLength + 2) * 0.55));
  const lossRoom = lossLength * size * 0.58;
  return (
    <>
      {target && (
        <Footnote paint={paint} selection={selection} x={box.x + 8} y={footer} anchor="start" room={room - lossRoom} reference={target.reference} value={target.value}
          words={targetWords} text={target.name} size={size} isNumber={target.row < 0} />
      )}
      {loss !== null && (
        <Footnote paint={paint} selection={selection} x={box.x + box.width - 8} y={footer} anchor="end" room={lossRoom} reference={{ symbol: 'L', t, unit: 1 }} value={loss}
          words="L" text={lossText} size={size} isNumber />
      )}
    </>
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
      <Corner rect={rect} reference={reference} value={value} range={1} digits={paint.digits} fill="var(--role-output)" />
      <GhostTick rect={rect} reference={reference} value={value} digits={paint.digits} />
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
      <Ghost rect={{ x: anchor === 'start' ? x - 6 : x - room - 3, y: y - 11, width: 20, height: 14 }} reference={reference} value={value} range={paint.ranges.of(reference.symbol)} digits={paint.digits} />
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
