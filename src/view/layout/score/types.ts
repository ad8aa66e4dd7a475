// What the geometry of the score is made from, and what it consists of. A place is a column: 1…N from left to right, over both sequences.
import type { Axis, CellStep, Lengths } from '../../../engine/topology/index.ts';
import type { Anatomy, StaveKind } from '../../anatomy/anatomy.ts';
import type { ModelLayout } from '../model/types.ts';
import type { Level, Pitch } from '../pitch.ts';
import type { Rect } from '../rect.ts';

/** One column: row `row` of the sequence `axis`. An encoder's columns stand before its decoder's. */
export interface Place {
  /** 1…N; 0 and N + 1 are where the initial states stand. */
  readonly index: number;
  readonly axis: Axis;
  /** The time step that its numbers bear, from 1. */
  readonly row: number;
}

export interface Places {
  /** N. */
  readonly count: number;
  readonly lengths: Lengths;
  readonly place: (index: number) => Place;
  readonly indexOf: (axis: Axis, row: number) => number;
}

/** How much is drawn: `plain` boxes without numbers, for small figures. */
export type Detail = 'full' | 'plain';

export interface ScoreSpec {
  readonly width: number;
  readonly height: number;
  readonly anatomy: Anatomy;
  /** The steps in the order of computation, and how long the sequences are. */
  readonly steps: readonly CellStep[];
  /** A network whose score stands above or below this one: their columns stand at the same places. */
  readonly beside?: Pick<ScoreSpec, 'anatomy' | 'steps'> | null | undefined;
  /** Whether the same sentence stands above it already: then there is no room for headings and words. */
  readonly isRepeat?: boolean | undefined;
  readonly lengths: Lengths;
  /** Index of the place in view. */
  readonly current: number;
  /** Position of the chain in view: the one whose cell opens. */
  readonly chain: number;
  /** Whether anything is read there: a step without an input has no box for it. */
  readonly hasInput: (axis: Axis, row: number) => boolean;
  /** What is read there of the step before: its output, what should have come out of it, or neither. */
  readonly feedOf: (axis: Axis, row: number) => 'output' | 'target' | null;
  /** By axis: column of the matrices on the input that the place in view picks, 0-based. */
  readonly litColumns: readonly [number, number];
  /** 0 unrolled … 1 folded. */
  readonly fold: number;
  /** 0: values only; 1: every box has room for the gradients beside the values. */
  readonly pair: number;
  /** 0 closed … 1 the cell of the place in view is open. */
  readonly inside: number;
  readonly zoom: number;
  readonly scrollX: number;
  readonly detail: Detail;
}

/** The rows of a stave along one sequence. */
export interface Rows {
  readonly y: number;
  readonly height: number;
  /** How many; 0 where the sequence has no boxes in this stave. */
  readonly rows: number;
  /** Top of the first row. */
  readonly first: number;
  /** From one row to the next. */
  readonly row: number;
  /** Height of a cell: the row without the space between. */
  readonly cell: number;
}

/** One stave: its boxes all have this y and height. */
export interface StaveLayout {
  readonly id: string;
  readonly kind: StaveKind;
  readonly track: number;
  readonly y: number;
  readonly height: number;
  /** Height of the line of letters above the rows; 0 where there is no room for one. */
  readonly head: number;
  readonly by: readonly [Rows, Rows];
}

export interface Staves {
  /** From top to bottom. */
  readonly list: readonly StaveLayout[];
  readonly byId: Readonly<Record<string, StaveLayout>>;
  /** Baselines of the heading, of the words under the columns, and of their times. */
  readonly heading: number;
  readonly word: number;
  readonly time: number;
  /** Times the usual width of arrows: less than 1 where staves stand close. */
  readonly slack: number;
  /** The heights that an open cell takes; null while it is closed. */
  readonly slot: { readonly y: number; readonly height: number } | null;
  /** From the top of the highest box to the bottom of the lowest. */
  readonly top: number;
  readonly bottom: number;
}

/** Widths of the boxes of a column, by the kind of stave. */
export interface ColumnWidths {
  readonly outputs: number;
  readonly state: number;
  readonly gates: number;
  readonly inputs: number;
  /** Space between the border of a box and its cells. */
  readonly pad: number;
  readonly radius: number;
}

export interface ColumnLayout extends Place {
  /** The axis of its boxes. */
  readonly centre: number;
  /** Width of the place. */
  readonly room: number;
  readonly level: Level;
  readonly widths: ColumnWidths;
  /** By stave id; null where it has none: no output is read, nothing is read in. */
  readonly boxes: Readonly<Record<string, Rect | null>>;
}

/** What a chain begins with, beside the first column that it computes: its row is 0. */
export interface InitialLayout extends ColumnLayout {
  readonly chain: number;
}

/** The columns of one sequence. */
export interface Section {
  readonly axis: Axis;
  /** First and last place. */
  readonly from: number;
  readonly to: number;
  /** The names of its rows end here. */
  readonly gutter: number;
  /** Left and right edge of its columns. */
  readonly left: number;
  readonly right: number;
}

/** Folding has two halves that overlap: the columns gather, and the cell comes in below them. */
export interface Folding {
  readonly columns: number;
  readonly model: number;
}

export interface ScoreLayout {
  readonly spec: ScoreSpec;
  readonly places: Places;
  readonly folding: Folding;
  readonly pitch: Pitch;
  readonly level: Level;
  readonly staves: Staves;
  readonly model: ModelLayout;
  /** 0 closed … 1 open, slow at both ends: how far the model, the names and the columns beside have made room. */
  readonly opened: number;
  /** Whether the folded model stays while the columns scroll. */
  readonly isPinned: boolean;
  /** Left edge of what scrolls. */
  readonly left: number;
  readonly sections: readonly Section[];
  /** One for each chain that begins with a state of its own. */
  readonly initial: readonly InitialLayout[];
  /** Between the columns of an encoder and of its decoder; null where no state is handed over. */
  readonly passage: Rect | null;
  /** The only place with an output; 0 where there are several. */
  readonly onlyOutput: number;
  /** The opened cell, between the state before and the state after; null while it is closed. */
  readonly inside: Rect | null;
  /** Width of everything, were it not scrolled. */
  readonly contentWidth: number;
  /** First and last place that can be seen. */
  readonly visible: { readonly from: number; readonly to: number };
  readonly column: (index: number) => ColumnLayout;
  /** The place drawn at x, unfolded. */
  readonly stepAt: (x: number) => number;
  /** `scrollX` at which a place stands in the middle, as far as that goes. */
  readonly scrollTo: (index: number) => number;
}

export type Point = readonly [x: number, y: number];

/** What runs along an arrow: a column of numbers at a time. */
export interface Carried {
  readonly symbol: string;
  readonly t: number;
}

/**
 * - `state`: a state to the next step. `within`: from one stave to another of the same step. `input`, `output`: as they say.
 * - `fed`: an output, or what should have come out, that is the next input. `branch`: a way that leaves another arrow on its way.
 */
type ArrowKind = 'state' | 'within' | 'input' | 'output' | 'fed' | 'branch';

/** An arrow of the score, as it runs forwards, with corners. */
export interface ArrowLayout {
  /** Unlike any other's. */
  readonly id: string;
  readonly kind: ArrowKind;
  readonly tone: 'input' | 'state' | 'output';
  readonly points: readonly Point[];
  /** Chain whose step it leads to, −1 for the read-out; and the row there. */
  readonly chain: number;
  readonly row: number;
  /** What it carries forwards. */
  readonly carries: Carried;
  /** Positions of the slots that are made with it. */
  readonly makes: readonly number[];
  /** What comes back over it; null where that has no name of its own, or where nothing comes back. */
  readonly gradient: Carried | null;
  /** Whether the way back is cut here. */
  readonly isCut: boolean;
}
