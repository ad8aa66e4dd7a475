// What the reader sees: a column for each step, in which the activation's slope and the weights take the gradient from × 1 to the step's factor.
import type { FactorBars } from '../../../layout/laboratory/factorBars.ts';
import { formatNumber } from '../../../theme/format.ts';
import { Spans } from '../../plot/Spans.tsx';
import './factors.css';

interface Props {
  readonly geometry: FactorBars;
  /** σ_max·γ; null where it bounds nothing. */
  readonly bound: number | null;
  /** CSS colour of the network: its activation's part. */
  readonly colour: string;
  readonly textSize: number;
  /** The step that is opened, and the one that is pointed at. */
  readonly opened: number | null;
  readonly pointed: number | null;
  /** What the dashes stand for; said where there is room. */
  readonly localWords: string;
}

export function FactorBarsPlot({ geometry, bound, colour, textSize, opened, pointed, localWords }: Props) {
  const { box, oneAt, boundAt, marks } = geometry;
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  const isWide = box.width > textSize * 44;
  const column = (t: number | null) => (t === null ? null : geometry.columnOf(t));
  const [open, near] = [column(opened), column(pointed)];
  return (
    <g className="lab-factors">
      {open && <rect className="lab-why-column" x={open.x} y={box.y} width={Math.max(open.width, 2)} height={box.height} />}
      {geometry.yTicks.map(({ value, y }) => (
        <g key={value}>
          <line className="lab-why-grid" x1={box.x} x2={right} y1={y} y2={y} />
          <text className="lab-why-tick" x={box.x - 7} y={y} dy="0.35em" textAnchor="end">
            <Spans text={tickText(value)} />
          </text>
        </g>
      ))}
      <path className="lab-factors-weights" d={geometry.weights} />
      <path className="lab-factors-slopes" d={geometry.slopes} style={{ fill: colour }} />
      <path className="lab-factors-locals" d={geometry.locals} />
      <path className="lab-factors-whole" d={geometry.factors} />
      <line className="lab-why-axis" x1={box.x} x2={right} y1={oneAt} y2={oneAt} />
      {boundAt !== null && bound !== null && (
        <g>
          <line className="lab-why-limit" x1={box.x} x2={right} y1={boundAt} y2={boundAt} />
          <text className="lab-why-soft lab-why-haloed" x={right - 4} y={Math.min(boundAt, oneAt)} dy={-textSize * 0.45} textAnchor="end">
            <Spans text={`never more than σ_max·γ = ${formatNumber(bound)}`} />
          </text>
        </g>
      )}
      {marks.map(({ t, kind, x, y }) => (
        <text key={t} className="lab-factors-mark" x={x} y={y} dy={kind === 'zero' ? '-0.4em' : '1em'} textAnchor="middle">
          {kind === 'zero' ? '0' : '∞'}
        </text>
      ))}
      {near && <rect className="lab-why-chosen" x={near.x} y={box.y} width={Math.max(near.width, 2)} height={box.height} rx={2} />}
      {geometry.xTicks.map(({ t, x }) => (
        <text key={t} className="lab-why-tick" x={x} y={bottom} dy="1.4em" textAnchor="middle">
          {t}
        </text>
      ))}
      {isWide && (
        <text className="lab-why-axis-title" x={4} y={box.y} dy="-0.75em">
          a step multiplies by
        </text>
      )}
      <text className="lab-why-axis-title" x={right} y={bottom} dy="2.7em" textAnchor="end">
        step t
      </text>
      <Key colour={colour} x={right} y={box.y - textSize * 0.75} hasParts={geometry.slopes !== ''} localWords={isWide ? localWords : ''} textSize={textSize} />
    </g>
  );
}

/** What the parts of a column are: they are too narrow for names of their own. */
function Key({ colour, x, y, hasParts, localWords, textSize }: { readonly colour: string; readonly localWords: string; readonly x: number; readonly y: number; readonly hasParts: boolean; readonly textSize: number }) {
  return (
    <text className="lab-factors-key" x={x} y={y} textAnchor="end" fontSize={textSize}>
      {hasParts && (
        <>
          <tspan style={{ fill: colour }}>■ slope φ′</tspan>
          <tspan className="lab-factors-key-weights" dx="0.9em"><tspan className="lab-factors-key-square">■</tspan> weights</tspan>
        </>
      )}
      <tspan className="lab-factors-key-whole" dx="0.9em">▬ {hasParts ? 'both: the factor' : 'the factor'}</tspan>
      {localWords !== '' && (
        <tspan className="lab-factors-key-local" dx="0.9em">
          ┄ {localWords}
        </tspan>
      )}
    </text>
  );
}

const tickText = (value: number): string => (value >= 0.01 && value < 1e4 ? `× ${Number(value.toPrecision(2))}` : `× ${formatNumber(value, 2)}`);
