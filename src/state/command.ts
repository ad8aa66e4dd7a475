// Commands as types: the only way to change the document. What each does stands in the table in commands.ts.
import type { BiasId, CellId } from '../engine/model.ts';
import type { SchemeId } from '../engine/recipe/initialise.ts';
import type { TaskId } from '../engine/tasks/index.ts';
import type { UnrolledDocument } from './document.ts';

/** Names one drag: commands of the same kind and target with the same gesture are one entry of the undo menu. */
interface Gesture {
  readonly gesture?: string | undefined;
}

/** What each command is given. Indices are 1-based. */
export interface Payloads {
  /** A sentence of one's own, with words to add to the vocabulary in the same breath. */
  readonly setText: { readonly text: string; readonly label?: number | null | undefined; readonly addWords?: readonly string[] | undefined };
  readonly setLabel: { readonly label: number | null };
  readonly addWords: { readonly words: readonly string[] };
  readonly setTask: { readonly task: TaskId };
  /** A generated sequence of that many steps; null: back to the sentence. */
  readonly setGeneratedLength: { readonly length: number | null } & Gesture;

  readonly setCell: { readonly cell: CellId };
  readonly setHiddenSize: { readonly hiddenSize: number } & Gesture;
  readonly setBiases: { readonly biases: BiasId };
  readonly setScheme: { readonly scheme: SchemeId };
  readonly setSeed: { readonly seed: number } & Gesture;
  readonly setInitialScale: { readonly scale: number } & Gesture;
  readonly setTrainedEpochs: { readonly epochs: number } & Gesture;
  readonly setLearningRate: { readonly learningRate: number } & Gesture;

  readonly editWeight: { readonly symbol: string; readonly unit: number; readonly column: number; readonly value: number } & Gesture;
  /** Multiplies a whole parameter; a scaling of the same one just before is replaced, not multiplied. */
  readonly scaleWeight: { readonly symbol: string; readonly factor: number } & Gesture;
  /** All of h_0; null: zeros. */
  readonly setInitialState: { readonly values: readonly number[] | null } & Gesture;
  /** One unit of h_0. */
  readonly editInitialState: { readonly unit: number; readonly value: number } & Gesture;
  /** One update of all weights by the present sentence, then back to its beginning, or on to the task's next row. */
  readonly applyUpdate: { readonly next: 'same' | 'next-row' };
  readonly resetWeights: Record<never, never>;

  readonly seek: { readonly playhead: number };
  readonly setFold: { readonly fold: number };
  /** Another document altogether: a lesson, a link. `words` are for the undo menu. */
  readonly replace: { readonly document: UnrolledDocument; readonly words?: string | undefined };
}

export type CommandType = keyof Payloads;
export type CommandOf<Type extends CommandType> = { readonly type: Type } & Payloads[Type];
export type Command = { [Type in CommandType]: CommandOf<Type> }[CommandType];

/** One row of the table. */
export interface CommandRow<Payload> {
  /** `commit`: an entry of the undo menu. `merge`: the same, one for a whole drag. `ignore`: none. */
  readonly history: 'commit' | 'merge' | 'ignore';
  /** For the undo menu, after "Undo": "set W_hh[1,2]". */
  readonly words: (payload: Payload) => string;
  /** What a drag holds on to, where one command can change many things. */
  readonly target?: (payload: Payload) => string;
  /** Null where the command can be carried out; else one sentence why not. */
  readonly refusal?: (document: UnrolledDocument, payload: Payload) => string | null;
  readonly run: (document: UnrolledDocument, payload: Payload) => UnrolledDocument;
}

export type CommandRows<Type extends CommandType> = { readonly [Each in Type]: CommandRow<Payloads[Each]> };
