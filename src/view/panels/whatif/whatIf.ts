// What a hand is changing: the run that stood before, and what was changed since, until something else is looked at.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { sameReference, type Reference } from '../../../engine/reference.ts';
import type { Axis } from '../../../engine/topology/index.ts';
import type { Command } from '../../../state/commands.ts';
import type { UnrolledDocument } from '../../../state/document.ts';
import { same } from '../../../state/same.ts';
import type { WordChange } from '../../layout/moves.ts';
import type { Before } from '../../draw/whatif/before.ts';
import type { Scene } from '../../scene/scene.ts';
import { useStores, type Stores } from '../stores.tsx';
import type { KeptRun } from './keptRun.ts';

/** What was changed by hand. */
export type Subject =
  | { readonly kind: 'number'; readonly reference: Reference }
  /** A word of one of the sequences. */
  | { readonly kind: 'word'; readonly axis: Axis; readonly change: WordChange };

/** A run that is kept, and what it says beside the one in view: null until the first numbers after the change are in view. */
export interface Kept extends KeptRun {
  readonly beside: (subject: Subject, scene: Scene) => Before | null;
}

interface WhatIfState {
  readonly subject: Subject | null;
  /** The run before the change; null where nothing is being changed. */
  readonly before: Kept | null;
  /** What cannot be done, in words, and numbers that can be changed instead. */
  readonly refusal: Refusal | null;
}

export interface Refusal {
  readonly words: string;
  readonly instead: readonly Reference[];
}

export interface WhatIf extends StoreApi<WhatIfState> {
  /** A hand begins to change something; `before` is the run in view, whole. */
  readonly begin: (subject: Subject, before: Kept) => void;
  /** Carries out a command of the hand's. Returns null, or why not, in words. */
  readonly dispatch: (command: Command) => string | null;
  /** Lights up what is being changed. */
  readonly select: (reference: Reference) => void;
  /** Takes the last change of the hand's back. */
  readonly takeBack: () => void;
  readonly refuse: (refusal: Refusal | null) => void;
  readonly clear: () => void;
}

const nothing: WhatIfState = { subject: null, before: null, refusal: null };

function createWhatIf({ documents, views }: Pick<Stores, 'documents' | 'views'>): WhatIf {
  const store = createStore<WhatIfState>(() => nothing);
  let isOwn = false;
  const clear = (): void => {
    if (store.getState() !== nothing) store.setState(nothing, true);
  };
  const whatIf: WhatIf = {
    ...store,
    begin: (subject, before) => store.setState({ subject, before, refusal: null }, true),
    dispatch(command) {
      isOwn = true;
      const words = documents.getState().dispatch(command);
      isOwn = false;
      return words;
    },
    select(reference) {
      isOwn = true;
      views.getState().select(reference, true);
      isOwn = false;
    },
    takeBack() {
      documents.getState().undo();
      clear();
    },
    refuse: (refusal) => store.setState({ refusal }),
    clear,
  };
  // The values before stay as long as what was changed is looked at.
  views.subscribe(({ selection, pinned }, { selection: last }) => {
    if (isOwn || selection === last) return;
    const { subject, refusal } = store.getState();
    if (refusal && pinned) store.setState({ refusal: null });
    if (subject?.kind === 'number' ? !sameReference(selection, subject.reference) : pinned) clear();
  });
  // What is changed elsewhere, undo too, is another story.
  documents.subscribe(({ document }, { document: last }) => {
    if (!isOwn && store.getState().before !== null && !same(read(document), read(last))) clear();
  });
  return whatIf;
}

/** The document without what only says how it is looked at. */
const read = (document: UnrolledDocument): UnrolledDocument => ({ ...document, playhead: 0, fold: 0, inside: 0, gates: false, notation: 'papers', rival: null });

const known = new WeakMap<Stores['documents'], WhatIf>();

/** What is being changed on a page, one for its stores. */
export function whatIfOf(stores: Stores): WhatIf {
  let found = known.get(stores.documents);
  if (!found) known.set(stores.documents, (found = createWhatIf(stores)));
  return found;
}

export const useWhatIf = <T,>(select: (state: WhatIfState) => T): T => useStore(whatIfOf(useStores()), select);
