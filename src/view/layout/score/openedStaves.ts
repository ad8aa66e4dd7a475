// The staves while a cell is open: its track takes all the height that the others can spare, and its states' roads run high, where the
// cell's own drawing has them, above its gates. Outputs, inputs and another track draw together.
import type { Anatomy, Stave } from '../../anatomy/anatomy.ts';
import { clamp } from '../rect.ts';

/** A stretch of the height. */
interface Span {
  readonly y: number;
  readonly height: number;
}

/** A stave's box, and what stands in it above its rows and below them. */
export interface OpenedStave extends Span {
  readonly above: number;
  readonly below: number;
}

export interface Opened {
  /** In the order of the anatomy. */
  readonly list: readonly OpenedStave[];
  /** The height of the opened cell. */
  readonly slot: Span;
}

interface OpenedSpec {
  readonly anatomy: Anatomy;
  readonly track: number;
  /** Top of the first stave, and bottom of the last. */
  readonly from: number;
  readonly to: number;
}

const pad = 2.5;
const header = 16;
const footer = 15;
/** Between two tracks, and between two staves of one. */
const gap = (height: number): number => clamp(height * 0.035, 13, 20);
const near = 9.5;
/** What the others take of the height, at most. */
const mostAside = 0.38;
/** What a cell's drawing needs at its upper border, for the line to the output, and at its lower one, for that of the input. */
const border = { upper: 20, lower: 26 } as const;
/** Half a line of letters, which stand above what they name. */
const halfLetter = 5;

/** Height of the rows of a stave that draws together, for each row and for all. */
const drawnTogether: Readonly<Record<Stave['kind'], readonly [each: number, most: number]>> = { outputs: [15, 92], inputs: [7, 64], state: [7, 36], gates: [7, 36] };

export function openedStaves({ anatomy, track, from, to }: OpenedSpec): Opened {
  const { staves } = anatomy;
  const isOwn = (stave: Stave | undefined): boolean => stave?.track === track;
  const others = staves.map((stave) => (isOwn(stave) ? null : slimOf(stave)));
  const gaps = staves.slice(1).map((stave, k): number => (isOwn(stave) && isOwn(staves[k]) ? 0 : stave.track >= 0 && stave.track === staves[k]?.track ? near : gap(to - from)));
  const taken = others.reduce((sum, each) => sum + (each?.height ?? 0), 0);
  const allGaps = gaps.reduce((a, b) => a + b, 0);
  // Where the window is low the others get lower still.
  const part = Math.min(1, Math.max((to - from) * mostAside - allGaps, 24) / Math.max(taken, 1));
  const height = to - from - allGaps - taken * part;
  let y = from;
  let slot: Span | null = null;
  const tops = staves.map((stave, k) => {
    const top = y;
    const own = isOwn(stave);
    if (own) slot ??= { y: top, height };
    const isLast = own && !isOwn(staves[k + 1]);
    y += (own ? (isLast ? height : 0) : (others[k]?.height ?? 0) * part) + (gaps[k] ?? 0);
    return top;
  });
  const cell = slot ?? { y: from, height };
  const own = lanesIn(anatomy, track, cell);
  return {
    slot: cell,
    list: staves.map((stave, k) => own[stave.id] ?? { y: tops[k] ?? from, height: (others[k]?.height ?? 0) * part, above: (others[k]?.above ?? 0) * part, below: (others[k]?.below ?? 0) * part }),
  };
}

function slimOf({ kind, rows }: Stave): Omit<OpenedStave, 'y'> {
  const [each, most] = drawnTogether[kind];
  const [above, below] = kind === 'outputs' ? [header, footer] : [pad, pad];
  return { height: above + below + clamp(Math.max(...rows) * each, 12, most), above, below };
}

/** The boxes of the opened track, by id: its states share the height evenly with its gates, which stand below. */
function lanesIn({ staves, groups, tracks }: Anatomy, track: number, { y, height }: Span): Record<string, OpenedStave> {
  const own = staves.filter((stave) => stave.track === track);
  const states = own.filter(({ kind }) => kind === 'state');
  const mains = new Set(states.flatMap(({ slots }) => slots[0]));
  const gates = groups.filter(({ chain, leadsTo }) => chain === tracks[track]?.chains[0] && !mains.has(leadsTo)).length;
  // Long states are high where gates can lie: from four numbers on they get more than gates do.
  const weight = clamp(1 + 0.6 * (Math.max(0, ...states.flatMap(({ rows }) => rows)) - 4), 1, 2.4);
  const lane = ((height - border.upper - border.lower) * weight) / (states.length * weight + gates);
  const first = y + border.upper;
  const end = first + lane * states.length;
  return Object.fromEntries(
    own.map((stave, k) => {
      const [top, room] = stave.kind === 'state' ? [first + k * lane, lane] : [end, y + height - border.lower - end];
      // A cell without gates is one road in the middle of its place.
      const middle = gates === 0 ? y + height / 2 : top + room / 2 + halfLetter;
      const rows = Math.max(...stave.rows);
      const least = header + pad + rows * 12.5;
      const above = room - near >= least ? header : pad;
      const inner = clamp(room - near - above - pad, 4, rows * 22);
      return [stave.id, { y: middle - (above + inner + pad) / 2, height: above + inner + pad, above, below: pad }];
    }),
  );
}
