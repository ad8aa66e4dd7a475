// Commands as types: the only way to change the document. What each does stands in the table in commands.ts.
import type { BiasId, CellId, Feeding, InitialStates } from '../engine/model.ts';
import type { NotationId } from '../engine/symbols/notations.ts';
import type { Axis } from '../engine/topology/index.ts';
import type { SchemeId } from '../engine/recipe/initialise.ts';
import type { TaskId } from '../engine/tasks/index.ts';
import type { GradientClip, Rival, Section, SectionSettings, UnrolledDocument } from './document.ts';

/** Names one drag: commands of the same kind and target with the same gesture are one entry of the undo menu. */
interface Gesture {
  readonly gesture?: string | undefined;
}

/** A position in what is read, 1-based, of the input sequence (axis 0, as where left out) or of the decoder's (1). */
interface WordPlace {
  readonly axis?: Axis | undefined;
  readonly index: number;
}

interface NewWord {
  readonly word: string;
  readonly addWords?: readonly string[] | undefined;
}

/** A row of what is read at step t of a sequence. */
interface InputPlace {
  readonly axis?: Axis | undefined;
  readonly t: number;
  readonly unit: number;
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

  /** What is read at a position is another word; `addWords` as in setText. */
  readonly replaceWord: WordPlace & NewWord;
  /** A word comes to stand at that position, and those from there on go one further; one position behind the last appends it. */
  readonly insertWord: WordPlace & NewWord;
  readonly deleteWord: WordPlace;
  /** The word at position `from` comes to stand at position `to`. */
  readonly moveWord: { readonly axis?: Axis | undefined; readonly from: number; readonly to: number };
  /** The word of that row of the input is read at step t. */
  readonly setInputWord: InputPlace & Gesture;
  /** A number of a dense input, from 0 to 1. */
  readonly editInput: InputPlace & { readonly value: number } & Gesture;

  /** What is still as the task's recipe has it for the old cell (epochs, η, …) is as it has it for the new one. */
  readonly setCell: { readonly cell: CellId };
  /** Both directions, or one alone. */
  readonly setDirection: { readonly bidirectional: boolean };
  readonly setFeeding: { readonly feeding: Feeding };
  readonly setClipping: { readonly clipping: GradientClip | null } & Gesture;
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
  /** All initial states by their symbols (h, c, h.reverse, …), those left out zeros; null: zeros. */
  readonly setInitialStates: { readonly states: InitialStates | null } & Gesture;
  /** One unit of one of them. */
  readonly editInitialState: { readonly symbol: string; readonly unit: number; readonly value: number } & Gesture;
  /** One update of all weights by the present sentence, then back to its beginning, or on to the task's next row. */
  readonly applyUpdate: { readonly next: 'same' | 'next-row' };
  readonly resetWeights: Record<never, never>;

  readonly seek: { readonly playhead: number };
  readonly setFold: { readonly fold: number };
  readonly setGates: { readonly gates: boolean };
  /** 0 the cell in view is closed … 1 it is open. */
  readonly setInside: { readonly inside: number };
  readonly setNotation: { readonly notation: NotationId };
  /** A second network beside the first, or none. */
  readonly setRival: { readonly rival: Rival | null };
  /** Changes parts of the second network; a part that is undefined is as in the first. Where there is none yet, it comes. */
  readonly editRival: { readonly rival: Rival } & Gesture;
  /** Another section of the page; with `settings`, what is looked at there: the experiment, the room, the marked step. */
  readonly setSection: { readonly section: Section; readonly settings?: Partial<SectionSettings> | undefined };
  /** All that is set in a section beside the score; null: as at first. Made by the section's own `edit.ts`, which knows the words and what is changed. */
  readonly setSettings: { readonly settings: Partial<SectionSettings>; readonly words: string; readonly target: string } & Gesture;
  /** Another document altogether: a lesson, a link. `words` are for the undo menu. */
  readonly replace: { readonly document: UnrolledDocument; readonly words?: string | undefined };
}

export type CommandType = keyof Payloads;
type CommandOf<Type extends CommandType> = { readonly type: Type } & Payloads[Type];
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
