// The store of the document: it dispatches commands and keeps the history. It holds no numbers of the network.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { refusal, type Command } from './commands.ts';
import { initialDocument } from './defaults.ts';
import type { UnrolledDocument } from './document.ts';
import { createHistory, perform, redo, undo, type History } from './history.ts';

export interface DocumentState {
  readonly document: UnrolledDocument;
  readonly history: History;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What undo takes back: "set W_hh[1,2]"; empty where there is nothing. */
  readonly undoWords: string;
  readonly redoWords: string;
  /** Carries out a command. Returns null, or, where nothing was changed, why not, in words for the reader. */
  readonly dispatch: (command: Command) => string | null;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Starts afresh with a document, without a history. */
  readonly start: (document: UnrolledDocument) => void;
}

export type DocumentStore = StoreApi<DocumentState>;

export function createDocumentStore(initial: UnrolledDocument): DocumentStore {
  return createStore<DocumentState>()((set, get) => {
    const go = (next: History): void => {
      if (next !== get().history) set(shown(next));
    };
    return {
      ...shown(createHistory(initial)),
      dispatch: (command) => {
        const { history, document } = get();
        go(perform(history, command));
        return refusal(document, command);
      },
      undo: () => go(undo(get().history)),
      redo: () => go(redo(get().history)),
      start: (document) => go(createHistory(document)),
    };
  });
}

type Shown = Pick<DocumentState, 'document' | 'history' | 'canUndo' | 'canRedo' | 'undoWords' | 'redoWords'>;

/** What is seen of a history. */
function shown(history: History): Shown {
  const back = history.past.at(-1);
  const on = history.future[0];
  return {
    document: history.present,
    history,
    canUndo: back !== undefined,
    canRedo: on !== undefined,
    undoWords: back?.words ?? '',
    redoWords: on?.words ?? '',
  };
}

/** The document of this page. */
export const documentStore = createDocumentStore(initialDocument());
