import { describe, expect, it } from 'vitest';
import { tasks } from '../../src/engine/tasks/index.ts';
import { initialDocument } from '../../src/state/defaults.ts';
import { createDocumentStore, documentStore } from '../../src/state/documentStore.ts';
import { createViewStore, focusOf, type ViewState } from '../../src/state/viewStore.ts';

describe('the document store', () => {
  it('starts with a trained network about to read the first row', () => {
    expect(documentStore.getState().document).toMatchObject({ text: 'movie was not good', trainedEpochs: tasks.reviews.epochs, playhead: 0 });
  });

  it('dispatches, undoes and does again, with words for the menu', () => {
    const store = createDocumentStore(initialDocument());
    const { dispatch, undo, redo } = store.getState();
    expect(store.getState()).toMatchObject({ canUndo: false, canRedo: false, undoWords: '', redoWords: '' });
    expect(dispatch({ type: 'editWeight', symbol: 'W_hh', unit: 1, column: 2, value: 0.5 })).toBeNull();
    expect(store.getState()).toMatchObject({ canUndo: true, undoWords: 'set W_hh[1,2]', document: { changes: [{ value: 0.5 }] } });
    undo();
    expect(store.getState()).toMatchObject({ canUndo: false, canRedo: true, redoWords: 'set W_hh[1,2]', document: { changes: [] } });
    redo();
    expect(store.getState()).toMatchObject({ canUndo: true, canRedo: false, document: { changes: [{ value: 0.5 }] } });
  });

  it('says why a command was refused', () => {
    const store = createDocumentStore(initialDocument());
    expect(store.getState().dispatch({ type: 'setHiddenSize', hiddenSize: 0 })).toContain('has to be a whole number from 1 to 64');
    expect(store.getState().document).toBe(store.getInitialState().document);
  });

  it('tells its listeners only of what changed', () => {
    const store = createDocumentStore(initialDocument());
    let calls = 0;
    store.subscribe(() => calls++);
    const { dispatch, undo, redo } = store.getState();
    dispatch({ type: 'setBiases', biases: 'one' });
    dispatch({ type: 'setHiddenSize', hiddenSize: 0 });
    undo();
    redo();
    expect(calls).toBe(0);
    dispatch({ type: 'seek', playhead: 1 });
    expect(calls).toBe(1);
  });

  it('can start afresh, without a history', () => {
    const store = createDocumentStore(initialDocument());
    store.getState().dispatch({ type: 'setBiases', biases: 'two' });
    store.getState().start(initialDocument('letters'));
    expect(store.getState()).toMatchObject({ canUndo: false, document: { task: 'letters' } });
  });
});

describe('the view store', () => {
  const h = { symbol: 'h', t: 3, unit: 2 };
  const a = { symbol: 'a', t: 3, unit: 2 };
  const w = { symbol: 'W_hh', unit: 2, column: 1 };
  const seen = ({ selection, trail, pinned }: ViewState): unknown => ({ selection, trail, pinned });

  it('keeps the trail of terms that were opened', () => {
    const store = createViewStore();
    const { select, push, pop, jump } = store.getState();
    select(h);
    expect(seen(store.getState())).toEqual({ selection: h, trail: [h], pinned: false });
    push(a);
    push(w);
    expect(seen(store.getState())).toEqual({ selection: w, trail: [h, a, w], pinned: true });
    pop();
    expect(seen(store.getState())).toEqual({ selection: a, trail: [h, a], pinned: true });
    push(w);
    jump(0);
    expect(seen(store.getState())).toEqual({ selection: h, trail: [h], pinned: true });
    pop();
    pop();
    expect(seen(store.getState())).toEqual({ selection: null, trail: [], pinned: false });
  });

  it('goes back to a term that is on the trail already', () => {
    const store = createViewStore();
    store.getState().select(h, true);
    store.getState().push(a);
    store.getState().push({ ...h });
    expect(seen(store.getState())).toEqual({ selection: h, trail: [h], pinned: true });
  });

  it('begins a new trail with every selection, and cannot pin nothing', () => {
    const store = createViewStore();
    store.getState().select(h, true);
    store.getState().select(w);
    expect(seen(store.getState())).toEqual({ selection: w, trail: [w], pinned: false });
    store.getState().select(null, true);
    store.getState().setPinned(true);
    expect(seen(store.getState())).toEqual({ selection: null, trail: [], pinned: false });
  });

  it('lights up what is pointed at, or else what is selected', () => {
    const store = createViewStore();
    store.getState().select(h, true);
    expect(focusOf(store.getState())).toBe(h);
    store.getState().setHover(w);
    expect(focusOf(store.getState())).toBe(w);
    store.getState().setHover(null);
    expect(focusOf(store.getState())).toBe(h);
  });

  it('does not tell of a pointer that stays on one number', () => {
    const store = createViewStore();
    let calls = 0;
    store.subscribe(() => calls++);
    store.getState().setHover({ ...h });
    store.getState().setHover({ ...h });
    expect(calls).toBe(1);
  });

  it('plays nothing by itself, and leaves the theme to the system', () => {
    expect(createViewStore().getState()).toMatchObject({ playing: false, theme: 'auto', digits: 2, panel: 'none' });
    expect(createViewStore({ theme: 'dark' }).getState().theme).toBe('dark');
  });
});
