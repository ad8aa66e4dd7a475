import { describe, expect, it } from 'vitest';
import { initialDocument } from '../../../src/state/defaults.ts';
import { createDocumentStore, type DocumentStore } from '../../../src/state/documentStore.ts';
import { initialLaboratory } from '../../../src/state/laboratory/defaults.ts';
import { experimentBeside, keptLaboratory, laboratoryCommand, laboratoryOf } from '../../../src/state/laboratory/edit.ts';
import { experimentIds, type Laboratory } from '../../../src/state/laboratory/laboratory.ts';
import { numbersOf } from '../../../src/state/runs.ts';
import { same } from '../../../src/state/same.ts';

const edit = (store: DocumentStore, changes: Partial<Laboratory>, gesture?: string): void => {
  store.getState().dispatch(laboratoryCommand(store.getState().document, changes, gesture));
};
const settings = (store: DocumentStore): Laboratory => laboratoryOf(store.getState().document);
const fresh = (): DocumentStore => createDocumentStore(initialDocument());

describe('the laboratory in the document', () => {
  it('is as at first until something is set, and again when it is set back', () => {
    const store = fresh();
    expect(store.getState().document.laboratory).toBeNull();
    edit(store, { steps: 100 });
    expect(settings(store)).toEqual({ ...initialLaboratory, steps: 100 });
    edit(store, { steps: 30 });
    expect(store.getState().document.laboratory).toBeNull();
  });

  it('keeps a whole drag as one entry of the undo menu, with words', () => {
    const store = fresh();
    for (const value of [1, 1.1, 1.2]) edit(store, { stretch: { by: 'singular', value } }, 'drag 1');
    edit(store, { strength: 2 }, 'drag 2');
    expect(store.getState().undoWords).toBe('change the strength of the input');
    store.getState().undo();
    expect(store.getState().undoWords).toBe('change how far W_hh stretches');
    store.getState().undo();
    expect(store.getState().canUndo).toBe(false);
    expect(store.getState().document.laboratory).toBeNull();
    store.getState().redo();
    expect(settings(store).stretch).toEqual({ by: 'singular', value: 1.2 });
  });

  it('does not merge what one gesture changes of different settings, and forgets a drag that ends where it began', () => {
    const store = fresh();
    edit(store, { steps: 40 }, 'drag 1');
    edit(store, { strength: 2 }, 'drag 1');
    expect(store.getState().history.past).toHaveLength(2);
    edit(store, { hiddenSize: 20 }, 'drag 2');
    edit(store, { hiddenSize: 16 }, 'drag 2');
    expect(store.getState().history.past).toHaveLength(2);
  });

  it('goes from experiment to experiment, and marks a step, without an entry', () => {
    const store = fresh();
    edit(store, { experiment: 'gates' });
    edit(store, { step: 5 });
    expect(settings(store)).toMatchObject({ experiment: 'gates', step: 5 });
    expect(store.getState().canUndo).toBe(false);
    edit(store, { experiment: 'lag', steps: 9 });
    expect(store.getState().undoWords).toBe('change the number of steps T');
  });

  it('keeps the marked step, the loss and the window within the sequence', () => {
    const store = fresh();
    edit(store, { lossAt: 25, step: 28, window: 20 });
    edit(store, { steps: 10 });
    expect(settings(store)).toMatchObject({ steps: 10, lossAt: null, step: 10, window: 10 });
  });

  it('turns over experiments in their order, and stays at both ends', () => {
    expect(experimentIds.map((id) => experimentBeside(id, 1))).toEqual([...experimentIds.slice(1), 'duel']);
    expect(experimentBeside('flow', -1)).toBe('flow');
  });

  it('asks for no new numbers of the score, and leaves the score as it was', () => {
    const store = fresh();
    store.getState().dispatch({ type: 'editWeight', symbol: 'W_hh', unit: 1, column: 1, value: 2 });
    store.getState().dispatch({ type: 'seek', playhead: 12 });
    const before = store.getState().document;
    store.getState().dispatch({ type: 'setSection', section: 'gradients' });
    edit(store, { network: 'lstm' });
    expect(same(numbersOf(store.getState().document), numbersOf(before))).toBe(true);
    store.getState().dispatch({ type: 'setSection', section: 'score' });
    expect({ ...store.getState().document, laboratory: null }).toEqual(before);
  });

  it('survives another task', () => {
    const store = fresh();
    edit(store, { steps: 77 });
    store.getState().dispatch({ type: 'setTask', task: 'letters' });
    expect(settings(store).steps).toBe(77);
  });

  it('is kept as null where it says nothing', () => {
    expect(keptLaboratory({ ...initialLaboratory })).toBeNull();
    expect(keptLaboratory({ ...initialLaboratory, carried: false })).not.toBeNull();
  });
});
