// The lines that the folded model keeps to: the band of each cell among the staves, its axis unrolled and folded, how much room its loops take.
import type { Anatomy } from '../../anatomy/anatomy.ts';
import type { ModelSpec, Band } from './types.ts';
import { clamp, mix, type Rect } from '../rect.ts';
import { cellsAbreast, holdsAll } from './width.ts';

/** Where one chain's cell belongs. */
export interface CellFrame {
  readonly chain: number;
  /** Place of its track from the top, 0-based. */
  readonly track: number;
  readonly direction: 1 | -1;
  /** Left edge and width of its part of the band, and of the whole drawing when folded. */
  readonly span: { readonly x: number; readonly width: number };
  readonly foldedSpan: { readonly x: number; readonly width: number };
  /** Its axis unrolled, folded, and now. */
  readonly from: number;
  readonly foldedAxis: number;
  readonly axis: number;
  /** All staves of its track together; rows are those of the first. */
  readonly band: Band;
  /** The part of it that its box takes, unrolled: the read-out above needs some room. */
  readonly open: { readonly y: number; readonly height: number };
  /** The staves of its states, with their slots. */
  readonly states: readonly { readonly slot: number; readonly band: Band }[];
  /** Whether its loops run over its box: those of the lowest of several cells run below theirs. */
  readonly isLoopedAbove: boolean;
  /** How far its loops stand out when folded. */
  readonly foldedReach: number;
  /** What its loops take at each side, unrolled. */
  readonly side: number;
}

export interface Frame {
  readonly cells: readonly CellFrame[];
  readonly isLow: boolean;
  readonly isNarrow: boolean;
  readonly isFull: boolean;
  readonly boxHeight: number;
  /** Length of an arrow's piece between two things. */
  readonly arrow: number;
  readonly outputs: Band;
  readonly inputs: Band;
  /** Bottom of the boxes of x. */
  readonly lowest: number;
  readonly trayHeight: number;
}

/** Height of the tiles with their letters. */
const trayRoom = 66;

/** Least height between a cell and the box of x: an arrow, and loops that run below the cell. */
const arrowRoom = 28;

/** Left of the column of values that comes in when folded. */
export const beforeValues = 10;

/** Between two loops of one cell. */
export const loopGap = 9;

export function frameOf(spec: ModelSpec): Frame {
  const { anatomy, staves, total, left, width, fold } = spec;
  const { chains } = anatomy.network.program;
  const abreast = cellsAbreast(anatomy);
  const isLow = total.height < 430;
  const isNarrow = width / abreast < 160;
  const isFull = holdsAll(anatomy);
  const outputs = staveOf(staves, 'outputs');
  const inputs = staveOf(staves, 'inputs');
  const bands = anatomy.tracks.map((_, track) => joined(anatomy.staves.filter((each) => each.track === track).map(({ id }) => staveOf(staves, id))));

  const highest = bands[0] ?? nowhere;
  const boxHeight = isLow || highest.y - outputs.y < 84 ? 22 : 30;
  const cells = chains.map(({ axis: sequence, direction, states }, chain): CellFrame => {
    const track = anatomy.tracks.findIndex(({ chains: both }) => both.includes(chain));
    const place = abreast > 1 ? sequence : 0;
    const span = { x: left + (place * width) / abreast, width: width / abreast };
    const foldedSpan = { x: (place * total.width) / abreast, width: total.width / abreast };
    const from = span.x + span.width / 2;
    const alone = total.width < 640 ? total.width * 0.3 : total.width / 2 - 110;
        const stateStaves = anatomy.staves.filter((each) => each.track === track && each.kind === 'state');
    const loops = states.length;
    const foldedReach = (total.width < 640 ? 12 : 30) + Math.max(loops - 1, 0) * 6;
    const foldedAxis = abreast > 1 ? foldedSpan.x + spec.stateWidth / 2 + beforeValues + foldedReach + 6 : alone;
    return {
      chain, track, direction, span, foldedSpan, from, foldedAxis, foldedReach,
      axis: mix(from, foldedAxis, fold),
      band: bands[track] ?? nowhere,
      open: track === 0 ? below(highest, outputs.y + boxHeight + readoutRoom(anatomy, loops)) : (bands[track] ?? nowhere),
      states: states.map((slot) => ({ slot, band: staveOf(staves, stateStaves.find(({ slots }) => slots[sequence].includes(slot))?.id ?? '') })),
      isLoopedAbove: track === 0 || track < anatomy.tracks.length - 1,
      side: (isNarrow ? 20 : isFull ? 28 : 34) + Math.max(loops - 1, 0) * loopGap,
    };
  });
  // Below the cells come an arrow and the box of x, also where the stave of inputs is very low; then the tray, if there is room for it.
  const least = Math.max(...bands.map((each) => each.y + each.height)) + boxHeight + arrowRoom;
  const trayHeight = total.height >= 470 && total.width >= 640 && least <= total.height - 8 - trayRoom ? trayRoom : 0;
  const lowest = Math.min(total.height - 8 - trayHeight, Math.max(inputs.y + inputs.height, least));
  return { cells, isLow, isNarrow, isFull, outputs, inputs, trayHeight, boxHeight, lowest, arrow: isLow ? 11 : 16 };
}

const nowhere: Band = { y: 0, height: 0, first: 0, row: 0 };

/** Least height between the box of the output and a cell: arrows, the matrix, the letters of its parts, the loops. */
const readoutRoom = ({ network: { program } }: Anatomy, loops: number): number => 24 + (program.reads.length > 1 ? sharesHeight : 0) + leastLoops(loops);

/** The line that says which columns of the read-out are which chain's. */
export const sharesHeight = 11;

/** What is left of a band below y; a cell is not pressed flat. */
function below(band: Band, y: number): { y: number; height: number } {
  const end = band.y + band.height;
  const top = clamp(y, band.y, Math.max(end - 50, band.y));
  return { y: top, height: end - top };
}

const staveOf = (staves: ModelSpec['staves'], id: string): Band => staves[id] ?? nowhere;

/** Several bands as one; its rows are those of the first. */
function joined(bands: readonly Band[]): Band {
  const [first = nowhere] = bands;
  const y = Math.min(...bands.map((each) => each.y));
  return { ...first, y, height: Math.max(...bands.map((each) => each.y + each.height)) - y };
}

const leastLoops = (loops: number): number => (loops === 0 ? 3 : 3 + 7 * loops);

/** Height of the loops of a cell, in a gap that they share with the read-out above, or with an arrow below. */
export const loopHeightIn = (gap: number, loops: number, isAbove: boolean): number => clamp(gap * (isAbove ? 0.34 : 0.62), leastLoops(loops), 40);

/** The box of x of a sequence, below the axis of its cells. */
export const inputBoxAt = (axis: number, { lowest, boxHeight, isNarrow }: Frame): Rect => {
  const half = isNarrow ? 28 : 34;
  return { x: axis - half, y: lowest - boxHeight, width: 2 * half, height: boxHeight };
};
