// What the reader sees: a bar for each of what can come next, filled at the temperature that is set, framed as learned; the chosen one is marked.
import type { ChoiceBars } from '../../../layout/workshop/generation/choiceBars.ts';
import { formatNumber } from '../../../theme/format.ts';
import './generation.css';

interface Props {
  readonly bars: ChoiceBars;
  readonly chosen: number;
  readonly textSize: number;
}

export function ChoiceBarsView({ bars: { left, bars, rest }, chosen, textSize }: Props) {
  return (
    <g className="choices">
      {bars.map(({ output, name, y, height, now, learned, pNow, pLearned }) => (
        <g key={output} data-chosen={output === chosen || undefined}>
          <text className="choices-name" x={left - textSize * 0.6} y={y + height / 2} dy="0.35em" textAnchor="end">
            {output === chosen ? `▸ ${name}` : name}
          </text>
          <rect className="choices-now" x={left} y={y + height * 0.15} width={now} height={height * 0.7} />
          <rect className="choices-learned" x={left} y={y} width={learned} height={height} />
          <text className="choices-number" x={left + Math.max(now, learned) + textSize * 0.5} y={y + height / 2} dy="0.35em">
            {formatNumber(pNow)}
            <tspan className="choices-soft"> · T = 1: {formatNumber(pLearned)}</tspan>
          </text>
        </g>
      ))}
      {rest && (
        <text className="choices-soft" x={left} y={rest.y + textSize}>
          {rest.count} others together: {formatNumber(rest.now)} · T = 1: {formatNumber(rest.learned)}
        </text>
      )}
    </g>
  );
}
