// What the reader sees: one sequence that the networks really read, step by step, what has to be kept of it, and the answer that is wanted.
import { sequenceHeight, type PlacedStep } from '../../../layout/laboratory/lagPlot.ts';
import './lag.css';

interface Props {
  readonly steps: readonly PlacedStep[];
  readonly width: number;
  readonly textSize: number;
  /** What is to be said after the last step. */
  readonly answer: string;
  readonly description: string;
}

export function SequenceRow({ steps, width, textSize, answer, description }: Props) {
  const height = sequenceHeight(textSize);
  const bottom = textSize * 4.4;
  const last = steps.at(-1);
  const end = last ? last.x + last.width : 0;
  return (
    <svg className="lab-lag-sequence" width={width} height={height} style={{ display: 'block', fontSize: textSize }} role="img" aria-label={description}>
      {steps.map(({ t, x, y, width: wide, height: tall, text, isKept, hasText }) => (
        <g key={t} data-kept={isKept || undefined}>
          <rect x={x} y={y} width={wide} height={tall} rx={Math.min(3, wide / 3)} />
          {hasText && (
            <text x={Math.max(textSize * 0.6, x + wide / 2)} y={isKept ? textSize * 1.6 : bottom + textSize * 1.2} textAnchor={isKept && x < textSize ? 'start' : 'middle'}>
              {text}
            </text>
          )}
        </g>
      ))}
      <line className="lab-lag-ground" x1={0} x2={end} y1={bottom + 1} y2={bottom + 1} />
      <text className="lab-lag-step" x={0} y={height - textSize * 0.2}>
        step 1
      </text>
      <text className="lab-lag-step" x={end} y={height - textSize * 0.2} textAnchor="end">
        step {steps.length}
      </text>
      <text className="lab-lag-answer" x={end + textSize} y={textSize * 3.4}>
        → {answer}
      </text>
    </svg>
  );
}
