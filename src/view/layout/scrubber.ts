// Geometry of the scrubber: four phases as segments whose widths follow their operations, none too narrow to be hit.
import type { Clock, Phase, PhaseSpan } from '../../engine/clock/clock.ts';

interface Segment {
  readonly phase: Phase;
  /** Playheads `from`+1 … `to` belong to it. */
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly width: number;
}

interface ScrubberLayout {
  readonly segments: readonly Segment[];
  readonly width: number;
}

/** Room between two segments. */
export const segmentGap = 4;

/** Room for a phase's name above its segment, as a multiple of the size of the type. */
const nameRoom: Readonly<Record<Phase, number>> = { forward: 4.4, loss: 2.8, backward: 5.2, update: 4.2 };

/** Segments side by side over `width`; `typeSize` is that of the names. */
export function scrubberLayout(phases: readonly PhaseSpan[], width: number, typeSize: number): ScrubberLayout {
  const room = Math.max(0, width - segmentGap * (phases.length - 1));
  const least = phases.map(({ phase }) => nameRoom[phase] * typeSize);
  const widths = shares(phases.map(({ from, to }) => to - from), least, room);
  let x = 0;
  const segments = phases.map(({ phase, from, to }, k): Segment => {
    const segment = { phase, from, to, x, width: widths[k]! };
    x += segment.width + segmentGap;
    return segment;
  });
  return { segments, width };
}

/** Widths in proportion to the weights, none below its least one; where there is too little room, all shrink alike. */
function shares(weights: readonly number[], least: readonly number[], room: number): number[] {
  const total = least.reduce((sum, each) => sum + each, 0);
  if (total >= room) return least.map((each) => (total === 0 ? 0 : (each / total) * room));
  const fixed = new Set<number>();
  for (;;) {
    const free = weights.map((_, k) => k).filter((k) => !fixed.has(k));
    const left = room - [...fixed].reduce((sum, k) => sum + least[k]!, 0);
    const weight = free.reduce((sum, k) => sum + weights[k]!, 0);
    const share = (k: number): number => (weight === 0 ? left / free.length : (weights[k]! / weight) * left);
    const short = free.filter((k) => share(k) < least[k]!);
    if (short.length === 0) return weights.map((_, k) => (fixed.has(k) ? least[k]! : share(k)));
    for (const k of short) fixed.add(k);
  }
}

/** Where the thumb stands for a playhead. Never goes left when the playhead goes on. */
export function positionOf({ segments }: ScrubberLayout, playhead: number): number {
  const segment = segments.find(({ to }) => playhead <= to) ?? segments.at(-1);
  if (!segment) return 0;
  const { from, to, x, width } = segment;
  if (to === from) return x + width;
  return x + (Math.min(Math.max(playhead - from, 0), to - from) / (to - from)) * width;
}

/**
 * The playhead nearest to a place. Inside of a segment at least its first operation is done, so that a phase of a single
 * operation is reached wherever it is pressed.
 */
export function playheadAt({ segments }: ScrubberLayout, x: number): number {
  let playhead = 0;
  segments.forEach(({ from, to, x: left, width }, k) => {
    if (x < left - segmentGap / 2 || to === from) return;
    const share = width === 0 ? 1 : Math.min(Math.max((x - left) / width, 0), 1);
    const done = Math.round(share * (to - from));
    playhead = from + (k === 0 ? done : Math.max(1, done));
  });
  return playhead;
}

/** Ticks closer than this (in pixels) would be a blur. */
const leastTickDistance = 7;

/** Places of the ends of time steps within their phases, or none where they would stand too close. */
export function tickPositions(layout: ScrubberLayout, clock: Pick<Clock, 'step' | 'count'>, T: number): number[] {
  const widest = Math.max(...layout.segments.map(({ width }) => width), 0);
  if (T < 2 || widest / T < leastTickDistance) return [];
  const ends = new Set(layout.segments.map(({ to }) => to));
  const ticks: number[] = [];
  for (let p = clock.step(0, 'word', 1); p < clock.count; p = clock.step(p, 'word', 1)) {
    if (!ends.has(p)) ticks.push(positionOf(layout, p));
  }
  const isBlur = ticks.some((tick, k) => k > 0 && tick - ticks[k - 1]! < leastTickDistance);
  return isBlur ? [] : ticks;
}
