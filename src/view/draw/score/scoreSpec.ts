// The geometry of the score for a scene: its sequences, its place in view, and whether gradients stand beside values.
import { targetSlot } from '../../../engine/equation/program.ts';
import { inputsOf } from '../../../engine/run/sequences.ts';
import { StepIndex } from '../../../engine/topology/stepIndex.ts';
import type { Axis, Lengths } from '../../../engine/topology/index.ts';
import { scoreLayout } from '../../layout/score/layout.ts';
import { placesOf } from '../../layout/score/places.ts';
import type { Detail, ScoreLayout, ScoreSpec } from '../../layout/score/types.ts';
import type { Scene } from '../../scene/scene.ts';
import { currentChain, currentPlace } from './current.ts';

interface ScorePlace {
  readonly width: number;
  readonly height: number;
  readonly fold: number;
  readonly zoom: number;
  readonly scrollX: number;
  /** 0 closed … 1 the cell of the place in view is open. */
  readonly inside?: number | undefined;
  readonly detail?: Detail | undefined;
  /** The scene of a score above or below, whose columns are to stand at the same places. */
  readonly beside?: Scene | null | undefined;
  /** Whether the same sentence stands above it already. */
  readonly isRepeat?: boolean | undefined;
}

/** The latest geometry of a scene: the window and what is in it ask for the same. */
const latest = new WeakMap<Scene, { readonly key: string; readonly other: Scene['anatomy'] | undefined; readonly layout: ScoreLayout }>();

export function layoutOf(scene: Scene, place: ScorePlace): ScoreLayout {
  const { width, height, fold, zoom, scrollX, inside = 0, detail = 'full', beside, isRepeat = false } = place;
  const key = [width, height, fold, zoom, scrollX, inside, detail, isRepeat].join();
  const before = latest.get(scene);
  const other = beside?.anatomy;
  if (before?.key === key && before.other === other) return before.layout;
  const layout = scoreLayout({
    ...specOf(scene, { width, height, fold, zoom, scrollX, inside, detail }),
    isRepeat,
    beside: beside && { anatomy: beside.anatomy, steps: beside.trace.steps },
  });
  latest.set(scene, { key, other, layout });
  return layout;
}

const lengthsOf = ({ trace }: Pick<Scene, 'trace'>): Lengths => trace.sequences[0]?.lengths ?? [trace.stepCount, 0];

function specOf(scene: Scene, size: Pick<ScoreSpec, 'width' | 'height' | 'fold' | 'zoom' | 'scrollX' | 'inside' | 'detail'>): ScoreSpec {
  const { trace, clock, anatomy, playhead } = scene;
  const lengths = lengthsOf(scene);
  const { axis, row } = currentPlace(scene);
  const lit = (on: Axis): number => {
    const read = inputsOf(trace.example, on);
    return read?.kind === 'one-hot' ? Math.max(read.indices[(on === axis ? row : 1) - 1] ?? 0, 0) : 0;
  };
  return {
    ...size,
    anatomy,
    steps: trace.steps,
    lengths,
    current: placesOf(lengths).indexOf(axis, row),
    chain: currentChain(scene),
    hasInput: (on, at) => hasInput(scene, on, at),
    feedOf: (on, at) => feedOf(scene, on, at),
    litColumns: [lit(0), lit(1)],
    // The boxes open for their gradients with the first operation of the way back.
    pair: playhead > (clock.phases[2]?.from ?? Infinity) ? 1 : 0,
  };
}

/** Whether a step reads anything: an index that is none, and a token without a name, say that it does not. */
export function hasInput({ trace, tokens }: Pick<Scene, 'trace' | 'tokens'>, axis: Axis, row: number): boolean {
  const read = inputsOf(trace.example, axis);
  return read?.kind === 'one-hot' ? (read.indices[row - 1] ?? -1) >= 0 : tokens[axis][row - 1] !== '';
}

/** What is read at a step of the step before: what was put out there, or what should have been; null where the inputs are of another kind. */
function feedOf(scene: Scene, axis: Axis, row: number): 'output' | 'target' | null {
  const { trace, feeding } = scene;
  if (row < 2 || StepIndex.of(trace.steps).at(-1, row - 1) < 0 || !hasInput(scene, axis, row)) return null;
  if (isForced(scene, axis)) return feeding === 'free' ? 'output' : 'target';
  return feeding === 'free' && canFeedBack(scene, axis) ? 'output' : null;
}

const canFeedBack = ({ outputs, words }: Scene, axis: Axis): boolean => outputs.filter((name) => words[axis].includes(name)).length > outputs.length / 2;

const forced = new WeakMap<Scene['tokens'][number], boolean>();

/** Whether each input is what should have come out of the step before. The first steps tell. */
function isForced({ trace, tokens, outputs, network }: Scene, axis: Axis): boolean {
  let found = forced.get(tokens[axis]);
  if (found === undefined) {
    const targets = trace.values[targetSlot] ?? [];
    const index = StepIndex.of(trace.steps);
    found = network.model.loss === 'cross_entropy' && tokens[axis].length > 1 && tokens[axis].slice(1, 50).every((token, k) => index.at(-1, k + 1) >= 0 && outputs[targets[k + 1] ?? -1] === token);
    forced.set(tokens[axis], found);
  }
  return found;
}
