// The whole sequence in one thin strip: how large the state is at each step and how large its gradient, the window that is in view,
// which can be dragged or moved by keys, and where the playhead stands.
import { useId, useLayoutEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { clamp } from '../../layout/rect.ts';
import { bucketedNorms, overviewHeight, overviewWindow, scrollOf, strengthOf } from '../../layout/strips/overview.ts';
import { knownRange } from '../../layout/strips/knownRange.ts';
import type { ScoreLayout } from '../../layout/score/types.ts';
import type { Scene } from '../../scene/scene.ts';
import { mainSlotsOf } from '../../anatomy/anatomy.ts';
import { usePalette, type Palette } from './palette.ts';

interface OverviewProps {
  readonly scene: Scene;
  readonly layout: ScoreLayout;
  /** In CSS pixels. */
  readonly width: number;
  /** Scrolls the score, in pixels of the drawing. */
  readonly onScroll: (scrollX: number) => void;
  /** Id of what is scrolled. */
  readonly controls: string;
}

/** Beside the strip, on both sides. */
const margin = 12;
const buckets = 640;
/** The window is never too narrow to be taken hold of. */
const leastWindow = 14;

export function Overview({ scene, layout, width, onScroll, controls }: OverviewProps) {
  const room = width - 2 * margin;
  const { from, size, current } = overviewWindow(layout);
  const { places, visible } = layout;
  const shown = Math.max(size * room, leastWindow);
  const left = Math.min(from * room, room - shown);
  const strip = useRef<HTMLDivElement>(null);
  const held = useRef<number | null>(null);
  const words = useId();
  const go = (start: number): void => onScroll(scrollOf(layout, clamp(start, 0, 1 - size)));

  const at = (event: PointerEvent): number => (event.clientX - (strip.current?.getBoundingClientRect().left ?? 0)) / Math.max(room, 1);
  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const share = at(event);
    const isInside = share * room >= left && share * room <= left + shown;
    held.current = isInside ? share - from : size / 2;
    if (!isInside) go(share - size / 2);
    event.currentTarget.setPointerCapture?.(event.pointerId);
  };
  const onMove = (event: PointerEvent): void => {
    if (held.current !== null) go(at(event) - held.current);
  };
  const onEnd = (): void => {
    held.current = null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = moves[event.key]?.(from, size);
    if (to === undefined) return;
    go(to);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="overview" style={{ width, height: overviewHeight, paddingInline: margin }}>
      <div
        ref={strip}
        className="overview-strip"
        role="scrollbar"
        tabIndex={0}
        aria-label="Part of the sequence in view"
        aria-controls={controls}
        aria-orientation="horizontal"
        aria-valuemin={1}
        aria-valuemax={places.count}
        aria-valuenow={visible.from}
        aria-valuetext={`steps ${visible.from} to ${visible.to} of ${places.count}`}
        aria-describedby={words}
        onPointerDown={onDown}
        onPointerMove={onMove}
        onPointerUp={onEnd}
        onPointerCancel={onEnd}
        onKeyDown={onKeyDown}
      >
        <Norms scene={scene} layout={layout} width={room} />
        <div className="overview-window" style={{ transform: `translateX(${left}px)`, width: shown }} />
        <div className="overview-playhead" style={{ transform: `translateX(${current * room}px)` }} />
      </div>
      <span id={words} hidden>
        The whole sequence: above how large the state is at each step, below how large its gradient. Arrow keys move the window.
      </span>
    </div>
  );
}

/** Where a key moves the beginning of the window, as a share of the whole. */
const moves: Readonly<Record<string, (from: number, size: number) => number>> = {
  ArrowLeft: (from, size) => from - size / 10,
  ArrowRight: (from, size) => from + size / 10,
  ArrowUp: (from, size) => from - size / 10,
  ArrowDown: (from, size) => from + size / 10,
  PageUp: (from, size) => from - size,
  PageDown: (from, size) => from + size,
  Home: () => 0,
  End: (_, size) => 1 - size,
};

/** The lengths of the first state of each chain and of its gradient, chain after chain along the sequence. */
function Norms({ scene, layout, width }: { readonly scene: Scene; readonly layout: ScoreLayout; readonly width: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  useLayoutEffect(() => {
    const context = palette ? canvas.current?.getContext('2d') : null;
    if (context && palette) drawNorms(context, scene, layout, palette);
  });
  return <canvas ref={canvas} className="overview-norms" width={buckets} height={2} style={{ width, height: overviewHeight - 10 }} aria-hidden="true" />;
}

interface Norm {
  readonly lengths: Float64Array;
  readonly largest: number;
}

const measured = new WeakMap<Scene['numbers'], Map<string, Norm>>();

/** Lengths by bucket of a section, measured once for the numbers of a run. */
function normOf({ numbers, trace, network }: Scene, slot: number, isGradient: boolean, count: number, room: number): Norm {
  let all = measured.get(numbers);
  if (!all) measured.set(numbers, (all = new Map<string, Norm>()));
  const key = `${slot} ${isGradient} ${room}`;
  let norm = all.get(key);
  if (!norm) {
    const array = (isGradient ? trace.gradients : trace.values)[slot] ?? new Float64Array();
    const lengths = bucketedNorms(array, network.program.slots[slot]?.size ?? 0, count, room);
    norm = { lengths, largest: lengths.reduce((most, each) => (each < Infinity ? Math.max(most, each) : most), 0) };
    all.set(key, norm);
  }
  return norm;
}

function drawNorms(context: CanvasRenderingContext2D, scene: Scene, layout: ScoreLayout, palette: Palette): void {
  const picture = context.createImageData(buckets, 2);
  const texels = new Uint32Array(picture.data.buffer);
  const { chains } = scene.network.program;
  for (const { axis, from, to } of layout.sections) {
    const chain = chains.findIndex((each) => each.axis === axis);
    const slot = mainSlotsOf(scene.network, chain)[0] ?? -1;
    const symbol = scene.network.program.slots[slot]?.symbol;
    if (symbol === undefined) continue;
    const count = to - from + 1;
    const [start, end] = [from - 1, to].map((place) => Math.round((place / layout.places.count) * buckets)) as [number, number];
    const room = Math.max(Math.min(end - start, count), 1);
    [symbol, `d${symbol}`].forEach((each, line) => {
      const known = knownRange(1, count, (t) => scene.read({ symbol: each, t, unit: 1 }) !== null);
      if (!known) return;
      const { lengths, largest } = normOf(scene, slot, line === 1, count, room);
      for (let k = start; k < end; k++) {
        const bucket = Math.floor(((k - start) / Math.max(end - start, 1)) * room);
        const t = Math.floor((bucket * count) / room) + 1;
        if (t < known.from || t > known.to) continue;
        texels[line * buckets + k] = palette.value(strengthOf(lengths[bucket] ?? 0, largest, line === 1), 1);
      }
    });
  }
  context.putImageData(picture, 0, 0);
}
