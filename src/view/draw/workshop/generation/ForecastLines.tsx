// What the reader sees: the truth, what was said one step ahead, and what was said from its own numbers, with the place where the truth ends.
import type { LinesGeometry } from '../../../layout/linesPlot.ts';
import { LinesPlot, type LineLook } from '../../plot/LinesPlot.tsx';
import './generation.css';

const looks: Readonly<Record<string, LineLook>> = {
  truth: { colour: 'var(--ink)', width: 2 },
  oneStep: { colour: 'var(--role-state)', width: 2, dashes: '2 4' },
  free: { colour: 'var(--role-input)', width: 3 },
  same: { colour: 'var(--ink-faint)', width: 1.5, dashes: '7 4' },
};

interface Props {
  readonly geometry: LinesGeometry;
  /** The last time that is given; null: none is marked. */
  readonly given: number | null;
  readonly textSize: number;
}

export function ForecastLines({ geometry, given, textSize }: Props) {
  const { box, xOf } = geometry;
  const ground = given !== null && (
    <g>
      <rect className="forecast-own" x={xOf(given)} y={box.y} width={Math.max(0, box.x + box.width - xOf(given))} height={box.height} />
      <text className="tokens-name" x={xOf(given) + 4} y={box.y + textSize * 1.1}>
        truth no longer given
      </text>
    </g>
  );
  return <LinesPlot geometry={geometry} looks={looks} marked={given} ground={ground} />;
}
