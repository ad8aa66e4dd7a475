// What the reader sees: the hidden state over a sentence, a row a unit and a column a word, blue for positive and orange for negative.
import type { HeatGrid, HeatPlace } from '../../layout/workshop/heatGrid.ts';
import { turn } from '../../layout/workshop/heatGrid.ts';
import { MatrixHeat } from '../plot/MatrixHeat.tsx';
import './states/states.css';

interface Props {
  readonly grid: HeatGrid;
  readonly title: string;
  readonly unitCount: number;
  readonly stepCount: number;
  /** [step · U + unit] */
  readonly values: Float64Array;
  readonly largest: number;
  readonly textSize: number;
  /** The number that is pointed at. */
  readonly pointed: HeatPlace | null;
  /** The unit that is lit in all pictures; null: none. */
  readonly unit: number | null;
}

export function StateHeat({ grid, title, unitCount, stepCount, values, largest, textSize, pointed, unit }: Props) {
  const { box } = grid;
  // A matrix is drawn row by row, and a row is a unit.
  const rows = Float64Array.from({ length: unitCount * stepCount }, (_, cell) => values[(cell % stepCount) * unitCount + Math.floor(cell / stepCount)]!);
  const high = box.height / unitCount;
  return (
    <g className="states-heat">
      <text className="states-title" {...grid.title}>
        {title}
      </text>
      {grid.words.map(({ step, x, y, text, isTurned }) => (
        <text key={step} className="states-word" x={x} y={y} textAnchor={isTurned ? 'start' : 'middle'} transform={isTurned ? `rotate(${-turn} ${x} ${y})` : undefined} data-lit={pointed?.step === step || undefined}>
          {text}
        </text>
      ))}
      {grid.unitNames.map((each) => (
        <text key={each.unit} className="states-unit" x={each.x} y={each.y} dy="0.35em" textAnchor="end" data-lit={each.unit === unit || undefined}>
          {each.text}
        </text>
      ))}
      <MatrixHeat
        box={box}
        rows={unitCount}
        columns={stepCount}
        values={rows}
        largest={largest}
        hasNumbers={grid.hasNumbers}
        textSize={textSize}
        pointed={pointed && pointed.unit < unitCount && pointed.step < stepCount ? pointed.unit * stepCount + pointed.step : null}
      />
      {unit !== null && unit < unitCount && <rect className="states-lit" x={box.x} y={box.y + unit * high} width={box.width} height={high} />}
    </g>
  );
}
