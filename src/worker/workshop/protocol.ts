// What the page and a worker of the workshop say to each other about calls: one union of messages each way, and nothing else.
import type { ProcedureId, Procedures, Stride } from './procedures.ts';

/** A call that begins, whichever procedure it is of. */
export type Begin = {
  readonly [Id in ProcedureId]: { readonly kind: 'begin'; readonly call: number; readonly procedure: Id; readonly input: Procedures[Id]['input']; readonly isHeld: boolean };
}[ProcedureId];

export type ToWorkshop =
  | Begin
  /** Goes on by that many strides, on top of those that are asked for already, then stands still. */
  | { readonly kind: 'advance'; readonly call: number; readonly stride: Stride; readonly count: number }
  /** Goes on without end. */
  | { readonly kind: 'release'; readonly call: number }
  /** Stands still, within some milliseconds. */
  | { readonly kind: 'hold'; readonly call: number }
  | { readonly kind: 'cancel'; readonly call: number }
  /** The page has read the latest progress of the call, and can take another. */
  | { readonly kind: 'taken'; readonly call: number }
  | { readonly kind: 'ping'; readonly beat: number };

export type FromWorkshop =
  /** The worker hears: the first message of its life. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly call: number; readonly progress: unknown }
  | { readonly kind: 'done'; readonly call: number; readonly result: unknown }
  | { readonly kind: 'failed'; readonly call: number; readonly words: string }
  | { readonly kind: 'pong'; readonly beat: number };
