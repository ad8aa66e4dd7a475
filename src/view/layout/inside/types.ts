// What the inside of a cell is laid out from, and what its geometry consists of. All in the pixels of the drawing.
import type { Rect } from '../rect.ts';
import type { FlowEdge, FlowNode, Port } from './dataflow.ts';

export interface InsideSpec {
  readonly rect: Rect;
  /** Heights at which the states come in and go out, in the order of the chain's states; chosen where left out. */
  readonly stateY?: readonly number[] | undefined;
  /** Whether values would stand beside their gradients. */
  readonly isPaired: boolean;
  /** Whether an output is read after this step. */
  readonly isReadOut: boolean;
  /** Whether what is read is a word, which is written, and not drawn as a vector. */
  readonly isWord: boolean;
  /** Where what is read comes in at the bottom, and the output leaves on top; chosen where left out. */
  readonly inputX?: number | undefined;
  readonly outputX?: number | undefined;
}

/** Where a vector stands: its cells run downwards, or to the right; values and gradients side by side where there are two lanes. */
export interface VectorPlace extends Rect {
  readonly slot: number;
  readonly runs: 'down' | 'right';
  readonly lanes: 1 | 2;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

export interface PlacedNode {
  readonly node: FlowNode;
  /** A circle for what acts unit by unit, a box for a product with a matrix. */
  readonly glyph: Rect;
  readonly isBox: boolean;
  /** What it makes. */
  readonly vector: VectorPlace;
  readonly row: number;
}

export interface PlacedPort {
  readonly port: Port;
  /** Where it meets the border. */
  readonly x: number;
  readonly y: number;
  /** What comes in; null where the value already stands at the operation that makes it, or is a word. */
  readonly vector: VectorPlace | null;
}

export type Point = readonly [x: number, y: number];

export interface PlacedEdge {
  readonly edge: FlowEdge;
  /** From where the value is made to where it is used: only horizontal and vertical pieces. */
  readonly points: readonly Point[];
  /** Where the gradient over this use alone is drawn; null where the value has one use, and so one gradient. */
  readonly strip: Strip | null;
}

/** A small vector on a line. */
export interface Strip extends Rect {
  readonly runs: 'down' | 'right';
}

export interface InsideLayout {
  readonly rect: Rect;
  readonly nodes: readonly PlacedNode[];
  readonly ports: readonly PlacedPort[];
  readonly edges: readonly PlacedEdge[];
  /** Where lines of the same value part. */
  readonly dots: readonly { readonly slot: number; readonly at: Point }[];
  /** Bands behind the gates, with the slot of each. */
  readonly bands: readonly { readonly slot: number; readonly rect: Rect }[];
  /** By state: the height of its lane. */
  readonly laneY: readonly number[];
  /** Times the usual size of letters and signs: 1 where there is room. */
  readonly scale: number;
  /** 1: gradients take the place of values; 2: they stand beside them. */
  readonly lanes: 1 | 2;
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Whether time flows from right to left. */
  readonly isMirrored: boolean;
}
