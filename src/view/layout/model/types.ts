// What the geometry of the folded model is made from, and what it consists of.
import type { Axis } from '../../../engine/topology/index.ts';
import type { Anatomy } from '../../anatomy/anatomy.ts';
import type { Rect } from '../rect.ts';

/** Where a stave of the score stands: its box, the top of its first row, and from one row to the next. */
export interface Band {
  readonly y: number;
  readonly height: number;
  readonly first: number;
  readonly row: number;
}

export interface ModelSpec {
  readonly anatomy: Anatomy;
  /** By the ids of the anatomy's staves; rows are those of the first sequence where the two differ. */
  readonly staves: Readonly<Record<string, Band>>;
  /** Size of the whole drawing. */
  readonly total: { readonly width: number; readonly height: number };
  /** Left edge of the model's band when unrolled, and its width: `modelWidthOf`. */
  readonly left: number;
  readonly width: number;
  /** 0 unrolled … 1 folded, eased. */
  readonly fold: number;
  /** By axis: column of the matrices on the input that has to be seen, 0-based. */
  readonly litColumns: readonly [number, number];
  /** Widths of a column of values, which comes into its cell when folded: of the widest box of each kind of stave. */
  readonly stateWidth: number;
  readonly outputWidth: number;
  readonly inputWidth: number;
}

/** A matrix: the cells that are drawn of it. Of a wide one, the columns from `firstColumn` (0-based) on. */
export interface MatrixLayout extends Rect {
  readonly rows: number;
  readonly columns: number;
  readonly firstColumn: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

/** The way of a state from one step to the next: out of the cell, around it, and in again. */
export interface LoopLayout {
  /** Position of the state among the slots. */
  readonly slot: number;
  readonly path: string;
  /** SVG path of the head, where it goes in. */
  readonly head: string;
  /** Where its letter stands, where a cell has several states. */
  readonly label: { readonly x: number; readonly y: number };
}

/** The letter of a gate beside its matrices; `group`: position among the anatomy's groups. */
export interface GateLabel {
  readonly group: number;
  readonly x: number;
  readonly y: number;
}

/** What stands over or beside matrices of one kind: a letter for all of them. `room`: width that its text may take. */
export interface MatrixLabel {
  /** Positions of the parameters that it names. */
  readonly parameters: readonly number[];
  readonly x: number;
  /** Baseline of one line; the middle of what stands at a side. */
  readonly y: number;
  readonly room: number;
  readonly place: 'over' | 'side' | 'foot';
  /** Baseline of the line that says which columns are drawn, where these are not all. */
  readonly note: number | null;
  /** How far it can be seen, 0…1: what makes way for something else while folding. */
  readonly opacity: number;
}

/** One chain's cell. */
export interface ModelCell {
  readonly chain: number;
  /** The axis of its box now, and when folded: there its columns gather. */
  readonly axis: number;
  readonly foldedAxis: number;
  readonly box: Rect;
  /** Where its name stands: the middle of a line, and how long it may be. */
  readonly head: { readonly x: number; readonly y: number; readonly room: number };
  readonly loops: readonly LoopLayout[];
  readonly gates: readonly GateLabel[];
}

/** An arrow of the model, through corners; it is in use while one of its parameters is. */
export interface ModelArrow {
  readonly id: string;
  readonly tone: 'input' | 'output' | 'state';
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly parameters: readonly number[];
  /** Chain that it belongs to. */
  readonly chain: number;
}

export interface ModelLayout {
  /** Middle of the band. */
  readonly axis: number;
  readonly width: number;
  /** Chain after chain. */
  readonly cells: readonly ModelCell[];
  /** What surrounds all cells. */
  readonly cellBox: Rect;
  readonly outputBox: Rect;
  /** One for each sequence that is read. */
  readonly inputs: readonly { readonly axis: Axis; readonly box: Rect }[];
  /** By the parameter's symbol. */
  readonly matrices: Readonly<Record<string, MatrixLayout>>;
  readonly labels: readonly MatrixLabel[];
  readonly arrows: readonly ModelArrow[];
  /** Between an encoder and its decoder: where its two words stand; null where no state is handed over. */
  readonly handover: { readonly x: number; readonly y: number; readonly room: number } | null;
  /** The small tiles of a parameter's terms; null where there is no room for them. */
  readonly tray: Rect | null;
}
