// What the reader sees: the gradient's length and its largest numbers before and after clipping, as pairs of bars with the limit, and the angle by which
// clipping turns it.
import { useMemo } from 'react';
import { formatShort } from '../../../theme/format.ts';
import { clipVector, type Bar, type ClipVectorInput, type DialGeometry } from '../../../layout/laboratory/clipVector.ts';
import { Spans } from '../../plot/Spans.tsx';
import './exploding.css';

interface Props extends ClipVectorInput {
  readonly label: string;
  /** "37°". */
  readonly angleText: string;
}

export function ClipBars(props: Props) {
  const { norm, clippedNorm, cosine, entries, clipping, width, height, textSize, label, angleText } = props;
  const geometry = useMemo(
    () => clipVector({ norm, clippedNorm, cosine, entries, clipping, width, height, textSize }),
    [norm, clippedNorm, cosine, entries, clipping, width, height, textSize],
  );
  const { box, zeroAt, rows, ticks, axisWords, axisWordsEnd, limits, dial } = geometry;
  const bottom = box.y + box.height;
  return (
    <svg width={width} height={height} style={{ display: 'block', overflow: 'visible', fontSize: textSize }} role="img" aria-label={label}>
      <line className="lab-exploding-zero" x1={zeroAt} x2={zeroAt} y1={box.y} y2={bottom} />
      {ticks.map(({ value, x, text }) => (
        <text key={value} className="lab-exploding-tick" x={x} y={bottom} dy="1.4em" textAnchor="middle">
          <Spans text={text} />
        </text>
      ))}
      {axisWords && (
        <text className="lab-exploding-tick" x={axisWordsEnd} y={bottom} dy="1.4em" textAnchor="end">
          {axisWords}
        </text>
      )}
      {rows.map(({ name, y, height: room, before, after, numbers }, k) => {
        const thick = Math.max(2, room * 0.34);
        return (
          <g key={name} className="lab-exploding-row" data-whole={k === 0 || undefined}>
            <text x={box.x - 8} y={y + room / 2} dy="0.35em" textAnchor="end">
              <Spans text={name} />
            </text>
            <BarMark bar={before} y={y + room / 2 - thick} height={thick} look="before" isRight={numbers.before >= 0} />
            <BarMark bar={after} y={y + room / 2} height={thick} look="after" isRight={numbers.after >= 0} />
            <text className="lab-exploding-numbers" x={box.x + box.width + 8} y={y + room / 2} dy="0.35em">
              <Spans text={`${formatShort(numbers.before)} → ${formatShort(numbers.after)}`} />
            </text>
          </g>
        );
      })}
      {limits.map(({ x, y1, y2 }) => (
        <line key={x} className="lab-exploding-limit" x1={x} x2={x} y1={y1} y2={y2} />
      ))}
      {dial && <Dial dial={dial} textSize={textSize} angleText={angleText} />}
    </svg>
  );
}

function BarMark({ bar, y, height, look, isRight }: { readonly bar: Bar; readonly y: number; readonly height: number; readonly look: 'before' | 'after'; readonly isRight: boolean }) {
  const tip = isRight ? bar.x + bar.width : bar.x;
  return (
    <>
      <rect className={`lab-exploding-bar-${look}`} x={bar.x} y={y} width={Math.max(bar.width, 1)} height={height} />
      {bar.isBeyond && <path className="lab-exploding-beyond" d={isRight ? `M${tip},${y - 2}l8,${height / 2 + 2}l-8,${height / 2 + 2}z` : `M${tip},${y - 2}l-8,${height / 2 + 2}l8,${height / 2 + 2}z`} />}
    </>
  );
}

/** The directions alone: both arrows are as long as each other, their lengths stand in the first row. */
function Dial({ dial, textSize, angleText }: { readonly dial: DialGeometry; readonly textSize: number; readonly angleText: string }) {
  const { centre, radius, before, after, arc, words } = dial;
  const isBelow = words === 'below';
  // Beside its words it stands at the left end, whichever way the arrows point.
  const left = Math.min(0, after.x);
  const shift = isBelow ? -(left + radius) / 2 : -left;
  const text = isBelow ? { x: (left + radius) / 2, y: textSize * 1.8, anchor: 'middle' as const } : { x: radius + textSize * 1.2, y: -textSize * 1.9, anchor: 'start' as const };
  return (
    <g transform={`translate(${centre.x + shift},${centre.y})`} className="lab-exploding-dial">
      <Arrow to={before} look="before" />
      <Arrow to={after} look="after" />
      {arc && <path className="lab-exploding-arc" d={arc} />}
      <text x={text.x} y={text.y} textAnchor={text.anchor}>
        direction turns by
      </text>
      <text className="lab-exploding-angle" x={text.x} y={text.y + textSize * 1.8} textAnchor={text.anchor}>
        {angleText}
      </text>
    </g>
  );
}

function Arrow({ to: { x, y }, look }: { readonly to: { readonly x: number; readonly y: number }; readonly look: 'before' | 'after' }) {
  const long = Math.hypot(x, y) || 1;
  const [ux, uy] = [x / long, y / long];
  const [bx, by] = [x - ux * 10, y - uy * 10];
  return (
    <g className={`lab-exploding-arrow-${look}`}>
      <line x1={0} y1={0} x2={bx} y2={by} />
      <path d={`M${x},${y}L${bx - uy * 5},${by + ux * 5}L${bx + uy * 5},${by - ux * 5}z`} />
    </g>
  );
}
