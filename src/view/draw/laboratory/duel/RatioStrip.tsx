// What the reader sees: step by step how many times as much of its gradient one network has left as the other, up for the first, down
// for the second.
import type { PointerEvent } from 'react';
import type { RatioStripGeometry } from '../../../layout/laboratory/duel.ts';
import { raised } from '../../../theme/format.ts';
import { Spans } from '../../plot/Spans.tsx';
import './duel.css';

interface Props {
  readonly geometry: RatioStripGeometry;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  readonly names: readonly [string, string];
  readonly colours: readonly [string, string];
  /** The step of the playhead. */
  readonly shown: number;
  readonly description: string;
  readonly onPoint: (k: number | null) => void;
  readonly onKeep: (k: number) => void;
}

const power = (exponent: number): string => `×10${raised(exponent)}`;

export function RatioStrip({ geometry, width, height, textSize, names, colours, shown, description, onPoint, onKeep }: Props) {
  const { box, middleY, ticks, xOf, stepAt } = geometry;
  const right = box.x + box.width;
  const under = (event: { clientX: number; currentTarget: SVGElement }): number => {
    const svg = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    const scale = svg && svg.width > 0 ? width / svg.width : 1;
    return stepAt((event.clientX - (svg?.left ?? 0)) * scale);
  };
  return (
    <svg className="lab-duel-strip" width={width} height={height} viewBox={`0 0 ${width} ${height}`} style={{ fontSize: textSize }} role="img" aria-label={description}>
      <rect className="lab-duel-ground" x={box.x} y={box.y} width={box.width} height={box.height} />
      <path d={geometry.first} style={{ fill: colours[0] }} />
      <path d={geometry.second} style={{ fill: colours[1] }} />
      <path className="lab-duel-beyond" d={geometry.beyond} />
      <line className="lab-duel-middle" x1={box.x} x2={right} y1={middleY} y2={middleY} />
      {ticks.map(({ exponent, y }) => (
        <text key={y} className="lab-duel-tick" x={box.x - 8} y={y} dy="0.35em" textAnchor="end">
          <Spans text={power(exponent)} />
        </text>
      ))}
      <text className="lab-duel-tick" x={box.x - 8} y={middleY} dy="0.35em" textAnchor="end">
        alike
      </text>
      <text className="lab-duel-name" x={box.x} y={box.y - textSize * 0.5} style={{ fill: colours[0] }}>
        {names[0]} has more ↑
      </text>
      <text className="lab-duel-name" x={box.x} y={box.y + box.height + textSize * 1.2} style={{ fill: colours[1] }}>
        {names[1]} has more ↓
      </text>
      <line className="lab-duel-playhead" x1={xOf(shown)} x2={xOf(shown)} y1={box.y - 4} y2={box.y + box.height + 4} />
      <rect
        className="lab-duel-reach"
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        onPointerMove={(event: PointerEvent<SVGRectElement>) => onPoint(under(event))}
        onPointerLeave={() => onPoint(null)}
        onClick={(event) => onKeep(under(event))}
      />
    </svg>
  );
}
