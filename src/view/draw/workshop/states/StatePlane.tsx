// What the reader sees: ways of sentences through the plane in which the states vary most, faint, coloured and shaped by their label; one of
// them strong, with its words; the start that all share; and where a unit pulls to.
import type { PlanePlot } from '../../../layout/workshop/states/planePlot.ts';
import { lookOf } from '../labelLooks.ts';
import './states.css';

interface Props {
  readonly plot: PlanePlot;
  readonly title: string;
  readonly textSize: number;
  /** Whether every step has a label of its own, and not the sentence alone at its end. */
  readonly isPerStep: boolean;
  /** Of the unit that is pointed at. */
  readonly unitName: string;
}

export function StatePlane({ plot, title, textSize, isPerStep, unitName }: Props) {
  const { box, ways, chosen, start, axes, pull } = plot;
  const bottom = box.y + box.height;
  const mark = textSize * textSize * 0.34;
  return (
    <g className="states-plane">
      <text className="states-title" x={plot.title.x} y={plot.title.y}>
        {title}
      </text>
      <text className="states-axis" x={plot.title.x} y={plot.title.y} dy="1.35em">
        {axes.up}
      </text>
      <rect className="states-ground" {...box} />
      {plot.across.map(({ x, text }) => (
        <text key={text} className="states-tick" x={x} y={bottom} dy="1.3em" textAnchor="middle">
          {text}
        </text>
      ))}
      {plot.up.map(({ y, text }) => (
        <text key={text} className="states-tick" x={box.x - 5} y={y} dy="0.35em" textAnchor="end">
          {text}
        </text>
      ))}
      <text className="states-axis" x={box.x + box.width} y={bottom} dy="2.6em" textAnchor="end">
        {axes.across}
      </text>
      {ways.map(({ path, marks }, k) => (
        <g key={k}>
          <path className="states-way" d={path} style={{ stroke: lookOf(marks.at(-1)?.label ?? null).colour }} />
          {marks.filter(({ isEnd }) => isEnd || isPerStep).map(({ x, y, label }, m) => (
            <path key={m} className="states-mark" transform={`translate(${x},${y})`} d={lookOf(label).shape(mark)} style={{ fill: lookOf(label).colour }} />
          ))}
        </g>
      ))}
      {pull && (
        <g className="states-pull">
          <line x1={pull.from.x} y1={pull.from.y} x2={pull.to.x} y2={pull.to.y} />
          <circle cx={pull.to.x} cy={pull.to.y} r={textSize * 0.3} />
          <text x={pull.to.x} y={pull.to.y} dx={pull.to.x < pull.from.x ? -8 : 8} dy="0.35em" textAnchor={pull.to.x < pull.from.x ? 'end' : 'start'}>
            {unitName}
          </text>
        </g>
      )}
      <path className="states-chosen" d={chosen.path} />
      {chosen.marks.map(({ x, y, label, isEnd }, k) => (
        <path key={k} className="states-chosen-mark" transform={`translate(${x},${y})`} d={lookOf(label).shape(isEnd ? mark * 3 : mark)} style={{ fill: isEnd || isPerStep ? lookOf(label).colour : 'var(--ink)' }} />
      ))}
      <circle className="states-start" cx={start.x} cy={start.y} r={textSize * 0.42} />
      <text className="states-haloed" x={start.x} y={start.y} dy={-textSize * 0.7} textAnchor="middle">
        start
      </text>
      {chosen.words.map(({ id, text, x, y, height }) => (
        <text key={id} className="states-haloed states-chosen-word" x={x} y={y + height / 2} dy="0.35em">
          {text}
        </text>
      ))}
    </g>
  );
}
