// The inside of a cell at one step: what comes in, what each operation makes of it, and what goes out; on the way back, every gradient.
import { arrivalSymbol } from '../../../engine/clock/ways.ts';
import { inputsOf } from '../../../engine/run/sequences.ts';
import { portId } from '../../layout/inside/dataflow.ts';
import { leastScale } from '../../layout/inside/metrics.ts';
import type { InsideLayout, PlacedEdge, PlacedNode, Point } from '../../layout/inside/types.ts';
import { bottom, centre, clamp, middle, right, type Rect } from '../../layout/rect.ts';
import type { InsideSlot } from '../score/insideSlot.ts';
import { Edge } from './Edge.tsx';
import { gradientRangeOf } from './gradientRange.ts';
import { insideViewOf, type InsideView } from './insideView.ts';
import { Node, type TagSide } from './Node.tsx';
import { Ports } from './Ports.tsx';
import { useInsideLayout } from './useInsideLayout.ts';
import { Vector } from './Vector.tsx';
import './inside.css';

export interface InsideProps extends Omit<InsideSlot, 'openness'> {
  /** 0 closed … 1 open; open where left out. */
  readonly openness?: number;
  /** Whether PyTorch's names stand at the ports: h_n, c_n, output. */
  readonly ports?: boolean;
}

export default function Inside({ paint, rect, chain, row: t, stateY, inputX, outputX, selection, openness = 1, ports = false }: InsideProps) {
  const { scene } = paint;
  const { network } = scene;
  const view = insideViewOf(scene, chain, t);
  const { isReadOut, isBackward } = view;
  const isWord = inputsOf(scene.trace.example, network.program.chains[chain]?.axis ?? 0)?.kind === 'one-hot';
  const layout = useInsideLayout({ network, chain, rect, heights: stateY.join(' '), isBackward, isReadOut, isWord, inputX, outputX });
  const range = gradientRangeOf(scene, chain, t);
  const hasLetters = layout.scale >= leastScale;
  const room = 9 * layout.scale;
  return (
    <g className={`inside ${isBackward ? 'is-backward' : ''}`} opacity={openness < 1 ? clamp((openness - 0.4) / 0.5, 0, 1) : undefined}>
      {layout.bands.map(({ slot, rect: band }) => (
        <rect key={slot} className="inside-band" {...band} rx={7 * layout.scale} aria-hidden="true" />
      ))}
      {layers(layout).map((placed) => (
        <Edge key={placed.edge.id} view={view} placed={placed} hidden={hiddenBy(layout, placed)} below={belowEnd(layout, placed)} scale={layout.scale} range={range} />
      ))}
      {layout.dots.map(({ slot, at: [cx, cy] }) => (
        <circle key={`${slot} ${cx} ${cy}`} className="inside-branch" cx={cx} cy={cy} r={3 * layout.scale} aria-hidden="true" />
      ))}
      {layout.nodes.map((placed) => {
        const band = layout.bands.find(({ slot }) => slot === placed.node.instruction.out)?.rect ?? null;
        return <Node key={placed.node.at} paint={paint} view={view} placed={placed} scale={layout.scale} selection={selection} room={room} band={band} corner={band ? cornerOf(layout, band) : 0} tag={tagOf(layout, placed)} hasLetters={hasLetters} />;
      })}
      {layout.nodes.map(({ node, vector }) => {
        const value = view.valueOf(node.instruction.out, 'now');
        return <Vector key={node.at} paint={paint} place={vector} value={value} gradient={isBackward ? { ...value, symbol: `d${value.symbol}` } : null} gradientRange={range.entry} selection={selection} />;
      })}
      {layout.ports.map(({ port, vector }) => {
        if (!vector) return null;
        const value = view.valueOf(port.slot, port.kind === 'before' ? 'previous' : 'now');
        const gradient = port.kind === 'before' && isBackward && view.step?.isCut === false ? { ...value, symbol: arrivalSymbol(value.symbol, 'next') } : null;
        return <Vector key={portId(port)} paint={paint} place={vector} value={value} gradient={gradient} gradientRange={range.entry} selection={selection} />;
      })}
      <Ports view={view} layout={layout} areNamed={ports} hasLetters={hasLetters} />
      <Cuts view={view} layout={layout} />
    </g>
  );
}

/** What is worked at lies on top, then roads. */
function layers({ edges }: InsideLayout): PlacedEdge[] {
  return [...edges].sort((a, b) => Number(b.edge.isRoad) - Number(a.edge.isRoad));
}

/** The side of a sum at which no line comes in: there its bias stands. */
function tagOf({ edges }: InsideLayout, { node, glyph }: PlacedNode): TagSide {
  const ends = edges.filter(({ edge }) => edge.to === node.at).map(({ points }) => points.at(-1) as Point);
  const isFree = (x: number, y: number): boolean => !ends.some(([endX, endY]) => Math.hypot(endX - x, endY - y) < 3);
  if (isFree(glyph.x, middle(glyph)) && isFree(right(glyph), middle(glyph))) return 'before';
  return isFree(centre(glyph), glyph.y) ? 'above' : 'below';
}

/** How much room there is above what stands at the left of a band. */
function cornerOf({ nodes }: InsideLayout, band: Rect): number {
  const near = nodes.filter(({ glyph }) => glyph.x < band.x + 80 && middle(glyph) > band.y && middle(glyph) < bottom(band));
  return Math.min(...near.flatMap(({ glyph, vector }) => [glyph.y, vector.y])) - band.y;
}

/** How far a line runs behind the vector of its value. */
function hiddenBy({ nodes, ports }: InsideLayout, { edge, points }: PlacedEdge): number {
  const start = points[0]?.[0] ?? 0;
  const vector = nodes.find(({ node }) => node.at === edge.from)?.vector ?? ports.find(({ port }) => portId(port) === edge.from && port.kind === 'before')?.vector;
  return vector ? Math.max(Math.abs(vector.x - start), Math.abs(vector.x + vector.width - start)) + 2 : 0;
}

/** How far the vector at a line's end reaches below the sign there. */
function belowEnd({ nodes }: InsideLayout, { edge }: PlacedEdge): number {
  const node = nodes.find(({ node: each }) => each.at === edge.to);
  return node ? Math.max(0, bottom(node.vector) - bottom(node.glyph)) : 0;
}

/** Scissors where no gradient is handed back to the step before. */
function Cuts({ view, layout }: { readonly view: InsideView; readonly layout: InsideLayout }) {
  if (!view.isBackward || view.step?.isCut !== true) return null;
  return layout.ports.map(({ port, x, y }) =>
    port.kind === 'before' ? (
      <text key={port.slot} className="inside-cut" x={x + (layout.isMirrored ? -1 : 1) * 9 * layout.scale} y={y} fontSize={15 * Math.max(layout.scale, 0.7)}>
        ✂<title>The way back is cut here: no gradient goes to the steps before.</title>
      </text>
    ) : null,
  );
}
