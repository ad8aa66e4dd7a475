// What the reader sees: how far W_hh stretches in each of its directions, as bars, and the heights below which a gradient has to vanish.
import type { SingularBars } from '../../../layout/laboratory/singularBars.ts';
import { textWidth } from '../../../layout/directLabels.ts';
import { formatNumber, formatShort } from '../../../theme/format.ts';
import { Spans } from '../../plot/Spans.tsx';
import './factors.css';

interface Props {
  readonly geometry: SingularBars;
  readonly largest: number;
  readonly radius: number;
  readonly gamma: number;
  readonly textSize: number;
  /** The bar that is pointed at; null: none. */
  readonly pointed: number | null;
}

const axisTitle = 'stretch σ';

export function SingularPlot({ geometry, largest, radius, gamma, textSize, pointed }: Props) {
  const { box, firstAt, oneAt, limitAt, radiusAt } = geometry;
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  const decisive = limitAt ?? oneAt;
  const chosen = pointed === null ? null : geometry.columnOf(pointed);
  // The name of the first bar stands over the line that it would touch.
  const nameAt = [decisive, oneAt].find((line) => firstAt.y > line && firstAt.y - line < textSize * 1.5) ?? firstAt.y;
  const name = `σ_max = ${formatNumber(largest)}`;
  const limit = `1/γ = ${formatShort(1 / gamma).replace(/\.00$/, '')}`;
  // It may share its line with the name of the first bar: as many words as there is room for.
  const isBeside = geometry.isFinite && Math.abs(nameAt - decisive) < textSize * 1.5;
  const nameEndX = box.x + textWidth(name, textSize) + textSize;
  const nameEnd = isBeside ? nameEndX : box.x;
  // As many words as fit right of the bars that reach as high; the fewest stand over them.
  const longestIn = (room: number, words: readonly string[]): string | null => words.find((each) => textWidth(each, textSize) <= room) ?? null;
  const fitting = (y: number, from: number, words: readonly string[]): string | null => longestIn(right - Math.max(from, geometry.freeFrom(y) + 4), words);
  const sentences = [`${limit}: with σ_max below it must vanish`, `below ${limit} it must vanish`];
  const beside = fitting(decisive, nameEnd, sentences);
  // Without room beside the bars a key says it over them, right of the axis's title and of the first bar's name, which may be as high.
  const dash = textSize * 1.6;
  const keyRoom = box.width - dash - Math.max(textWidth(axisTitle, textSize), textWidth(name, textSize)) - textSize;
  const key = beside === null ? longestIn(keyRoom, sentences) : null;
  // Letters below the line are small: with them a sentence takes a tenth less than it is measured.
  const keyX = right - textWidth(key ?? '', textSize) * 0.9;
  const limitWords = beside ?? (key === null ? limit : '');
  const radiusWords = `ρ = ${formatNumber(radius)}`;
  const isClose = radiusAt !== null && Math.abs(radiusAt - decisive) < textSize * 1.5;
  return (
    <g className="lab-singular">
      {geometry.yTicks.map(({ value, y }) => (
        <g key={value}>
          <line className="lab-why-grid" x1={box.x} x2={right} y1={y} y2={y} />
          <text className="lab-why-tick" x={box.x - 7} y={y} dy="0.35em" textAnchor="end">
            {formatShort(value).replace(/(\.\d)0$|\.00$/, '$1')}
          </text>
        </g>
      ))}
      <path className="lab-singular-others" d={geometry.others} />
      <path className="lab-singular-first" d={geometry.first} />
      <line className="lab-why-axis" x1={box.x} x2={right} y1={bottom} y2={bottom} />
      {limitAt !== null && (
        <g>
          <line className="lab-why-axis" x1={box.x} x2={right} y1={oneAt} y2={oneAt} />
          <text className="lab-why-soft lab-why-haloed" x={right} y={oneAt} dy="-0.4em" textAnchor="end">
            {fitting(oneAt, box.x, ['1: keeps a length']) ?? '1'}
          </text>
        </g>
      )}
      <line className="lab-why-limit" x1={box.x} x2={right} y1={decisive} y2={decisive} />
      {limitWords && (
        <text className="lab-why-soft lab-why-haloed" x={right} y={decisive} dy="-0.4em" textAnchor="end">
          <Spans text={limitWords} />
        </text>
      )}
      {key !== null && (
        <g>
          <line className="lab-why-limit" x1={keyX - dash} x2={keyX - textSize * 0.4} y1={box.y - textSize} y2={box.y - textSize} />
          <text className="lab-why-soft" x={keyX} y={box.y} dy="-0.7em">
            <Spans text={key} />
          </text>
        </g>
      )}
      {radiusAt !== null && (
        <g>
          <line className="lab-singular-radius" x1={box.x} x2={right} y1={radiusAt} y2={radiusAt} />
          <text className="lab-why-soft lab-why-haloed" x={right} y={radiusAt} dy={isClose && radiusAt > decisive - 1 ? '1.15em' : isClose ? '-1.6em' : '-0.4em'} textAnchor="end">
            {fitting(radiusAt, geometry.isFinite && Math.abs(nameAt - radiusAt) < textSize * 1.5 ? nameEndX : box.x, [`largest eigenvalue ${radiusWords}`]) ?? radiusWords}
          </text>
        </g>
      )}
      {geometry.isFinite && (
        <text className="lab-why-strong lab-why-haloed" x={nameAt === firstAt.y ? Math.max(firstAt.x - textSize, box.x + 2) : box.x + 2} y={nameAt} dy={-textSize * 0.45}>
          <Spans text={name} />
        </text>
      )}
      {chosen && <rect className="lab-why-chosen" x={chosen.x - 2} y={box.y} width={chosen.width + 4} height={box.height} rx={3} />}
      <text className="lab-why-axis-title" x={4} y={box.y} dy="-0.7em">
        {axisTitle}
      </text>
      <text className="lab-why-axis-title" x={right} y={bottom} dy="2.2em" textAnchor="end">
        directions, the most stretched first
      </text>
    </g>
  );
}
