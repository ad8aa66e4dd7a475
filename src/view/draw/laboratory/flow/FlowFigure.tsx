// The flow plot: what is left of the gradient at every step, a line a network; a pointer over the steps, by hand or by key, with the list of
// all values there.
import { useId, type KeyboardEvent, type PointerEvent } from 'react';
import { nearestLine, type FlowPlotGeometry } from '../../../layout/laboratory/flowPlot.ts';
import { wrap } from '../../../layout/laboratory/wrap.ts';
import { FlowLines } from './FlowLines.tsx';
import { FlowList, type FlowRow } from './FlowList.tsx';
import { colourOf, markerPath } from './markers.ts';
import './flow.css';

interface FlowFigureProps {
  readonly geometry: FlowPlotGeometry;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  /** In the order of the lines. */
  readonly names: readonly string[];
  /** Paths of lines before a change, by the lines' ids. */
  readonly ghosts?: ReadonlyMap<string, string>;
  readonly afterWords: string;
  readonly lossWords: string;
  readonly nothing: string;
  /** The step whose values the list has, 1 … p. */
  readonly shown: number;
  /** Whether that step is pointed at or marked, and so has a line. */
  readonly isMarked: boolean;
  readonly lossAt: number;
  readonly heading: string;
  /** In the order of the list. */
  readonly rows: readonly FlowRow[];
  /** Beside the strips. */
  readonly words: string;
  readonly title: string;
  readonly description: string;
  /** The step and all values there, as they are spoken. */
  readonly valueText: string;
  readonly openWords: string;
  readonly onPoint: (k: number | null) => void;
  /** Opens a step: of the network that is nearest to the pointer, null where there was none. */
  readonly onOpen: (k: number, id: string | null) => void;
}

const none: ReadonlyMap<string, string> = new Map();

/** Steps that Page Up and Page Down go. */
const page = 10;

export function FlowFigure(props: FlowFigureProps) {
  const { geometry, width, height, textSize, shown, isMarked, lossAt, onPoint, onOpen } = props;
  const { box, strips, xOf, lines, columnWidth } = geometry;
  const id = useId();
  const bottom = strips.at(-1) ? strips.at(-1)!.y + strips.at(-1)!.height : box.y + box.height;
  const place = (event: { clientX: number; clientY: number; currentTarget: SVGElement }): { x: number; y: number } => {
    const svg = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    // A figure that is shown larger than it was laid out counts in its own units.
    const scale = svg && svg.width > 0 ? width / svg.width : 1;
    return { x: (event.clientX - (svg?.left ?? 0)) * scale, y: (event.clientY - (svg?.top ?? 0)) * scale };
  };
  const lineAt = (k: number, y: number): string | null => strips.find((strip) => y >= strip.y - 3 && y <= strip.y + strip.height + 3)?.id ?? nearestLine(geometry, k, y);
  const onKey = (event: KeyboardEvent<SVGGElement>): void => {
    const to: Partial<Record<string, number>> = {
      ArrowLeft: shown - 1, ArrowDown: shown - 1, ArrowRight: shown + 1, ArrowUp: shown + 1, PageDown: shown - page, PageUp: shown + page, Home: 1, End: lossAt,
    };
    const next = to[event.key];
    if (next !== undefined) onPoint(Math.min(lossAt, Math.max(1, next)));
    else if (event.key === 'Enter' || event.key === ' ') onOpen(shown, null);
    else if (event.key === 'Escape' && isMarked) onPoint(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const x = xOf(shown);
  return (
    <svg className="lab-flow" style={{ fontSize: textSize }} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-labelledby={`${id}-title`} aria-describedby={`${id}-words`}>
      <title id={`${id}-title`}>{props.title}</title>
      <desc id={`${id}-words`}>{props.description}</desc>
      <FlowLines geometry={geometry} textSize={textSize} names={props.names} ghosts={props.ghosts ?? none} afterWords={props.afterWords} lossWords={props.lossWords} nothing={props.nothing} />
      {isMarked && (
        <g className="lab-flow-pointer">
          {/* In two parts: between them are the words of the axis. */}
          <line x1={x} x2={x} y1={box.y} y2={box.y + box.height} />
          {strips[0] && <line x1={x} x2={x} y1={strips[0].y} y2={bottom} />}
          {lines.map(({ id: line, heights }) => Number.isFinite(heights[shown] ?? NaN) && (
            <path key={line} className="lab-flow-marker" d={markerPath(line, textSize * 6)} transform={`translate(${x},${heights[shown]})`} style={{ color: colourOf(line) }} />
          ))}
          {strips.map((strip) => (
            <rect key={strip.id} x={x - Math.max(columnWidth, 4) / 2} y={strip.y - 1} width={Math.max(columnWidth, 4)} height={strip.height + 2} rx={3} />
          ))}
        </g>
      )}
      <g className="lab-flow-slider" role="slider" tabIndex={0} aria-label="Time step k" aria-valuemin={1} aria-valuemax={lossAt} aria-valuenow={shown} aria-valuetext={props.valueText} onKeyDown={onKey}>
        <rect
          x={box.x}
          y={box.y}
          width={box.width}
          height={bottom - box.y}
          onPointerMove={(event: PointerEvent<SVGRectElement>) => onPoint(geometry.stepAt(place(event).x))}
          onPointerLeave={() => onPoint(null)}
          onClick={(event) => {
            const at = place(event);
            const k = geometry.stepAt(at.x);
            onOpen(k, lineAt(k, at.y));
          }}
        />
      </g>
      <FlowList list={geometry.list} textSize={textSize} heading={props.heading} rows={props.rows} openWords={props.openWords} onOpen={(network) => onOpen(shown, network)} />
      {geometry.words && <Words words={props.words} place={geometry.words} textSize={textSize} />}
    </svg>
  );
}

/** As many lines as there is room for; none where some would be left out. */
function Words({ words, place, textSize }: { readonly words: string; readonly place: NonNullable<FlowPlotGeometry['words']>; readonly textSize: number }) {
  const lines = wrap(words, place.width, textSize);
  const pitch = textSize * 1.5;
  if (lines.length * pitch > place.height) return null;
  return (
    <text className="lab-flow-words">
      {lines.map((line, k) => (
        <tspan key={k} x={place.x} y={place.y + textSize + k * pitch}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
