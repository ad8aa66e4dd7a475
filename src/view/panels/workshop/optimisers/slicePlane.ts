// Which plane of the weights is looked at, what its axes are called, and what is held along all other directions, in words.
import type { OptimiserId } from '../../../../engine/learn/optimisers.ts';
import type { RaceProblem, RaceResult } from '../../../../engine/workshop/race/job.ts';
import type { OptimiserRoomSettings } from '../../../../state/workshop/settings/optimisers.ts';
import type { Plane } from '../../../layout/workshop/optimisers/plane.ts';
import { shortNames } from './useRace.ts';
import { weightName, type WeightNames } from '../../../layout/workshop/optimisers/weights.ts';
import { shareWords } from './words.ts';

export type PlaneChoice = Pick<OptimiserRoomSettings, 'plane' | 'first' | 'second' | 'through'>;

interface SeenPlane {
  /** Null where there is none, and the words say why. */
  readonly plane: Plane | null;
  readonly axes: { readonly across: string; readonly up: string };
  readonly words: string;
}

/** The unit vector along one weight. */
function along(weight: number, count: number): Float64Array {
  const axis = new Float64Array(count);
  axis[weight] = 1;
  return axis;
}

/** `ending`: whose end the plane goes through; null: it goes through the start. */
export function slicePlane(result: RaceResult, kind: RaceProblem['kind'], choice: PlaneChoice, ending: OptimiserId | null, names: WeightNames): SeenPlane {
  const { start, principal } = result;
  const count = start.length;
  if (kind === 'bowl') {
    const plane: Plane = { origin: new Float64Array(count), directions: { u: along(0, count), v: along(1, count) } };
    return { plane, axes: { across: 'x', up: 'y' }, words: 'The bowl has two weights alone, so this is all of it: nothing is left out, and every path lies on it.' };
  }
  const origin = originOf(result, ending);
  const held = ending === null ? 'where all optimisers start' : `where ${shortNames[ending]} ends`;
  if (choice.plane === 'principal') {
    const axes = { across: 'along the first direction', up: 'along the second direction' };
    if (principal === null) return { plane: null, axes, words: 'No optimiser has moved a weight, so there is no direction to look along. Take a larger η.' };
    const { u, v } = principal;
    return { plane: { origin, directions: { u, v } }, axes, words: `${shareWords(principal)} Along all other directions the weights are held ${held}; there, every loss of the picture is exact.` };
  }
  const [first, second] = [Math.min(choice.first, count - 1), Math.min(choice.second, count - 1)];
  const axes = { across: weightName(names, first), up: weightName(names, second) };
  if (first === second) return { plane: null, axes, words: `Both directions are ${axes.across}: choose another weight for one of them.` };
  // The axes show the weights themselves: their own zeros are the origin's.
  const plane: Plane = { origin: origin.map((each, i) => (i === first || i === second ? 0 : each)), directions: { u: along(first, count), v: along(second, count) } };
  return { plane, axes, words: `The loss for every value of ${axes.across} and ${axes.up}. ${count === 3 ? 'The other weight is' : `All other ${(count - 2).toLocaleString('en')} weights are`} held ${held}; the optimisers move ${count === 3 ? 'it' : 'those'} as well, so a path runs beside this plane.` };
}

function originOf({ start, lanes, kept }: RaceResult, ending: OptimiserId | null): Float64Array {
  const lane = lanes.find(({ optimiser }) => optimiser === ending);
  if (!lane) return start;
  const last = Math.max(0, kept.findLastIndex((update) => update <= lane.done));
  return lane.path.slice(last * start.length, (last + 1) * start.length);
}
