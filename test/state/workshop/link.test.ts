import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialDocument } from '../../../src/state/defaults.ts';
import { createDocumentStore } from '../../../src/state/documentStore.ts';
import { decode, encode } from '../../../src/state/link.ts';
import { initialWorkshop, openRoom, roomBeside, workshopCommand, workshopOf } from '../../../src/state/workshop/edit.ts';
import { rangeWords, within } from '../../../src/state/workshop/setting.ts';
import { workshop } from './arbitraries.ts';

const start = initialDocument();
const inWorkshop = (settings: string): string => `#section=workshop&workshop=${settings}`;

describe('the workshop in a link', () => {
  test('comes back as it was, whatever is set', () => {
    fc.assert(
      fc.property(workshop, (each) => {
        const document = { ...start, section: 'workshop' as const, workshop: each };
        expect(decode(encode(document))).toEqual({ document, problems: [] });
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  test('holds only what is otherwise than at first', () => {
    const document = { ...start, workshop: { ...initialWorkshop, training: { ...initialWorkshop.training, cell: 'lstm' as const, hiddenSize: 12 } } };
    expect(encode(document)).toBe('task=reviews&workshop=training.cell:lstm;training.hiddenSize:12');
    expect(encode({ ...start, section: 'workshop' })).toBe('task=reviews&section=workshop');
  });

  test('keeps what can be read, and names the rest with what is expected', () => {
    const { document, problems } = decode(inWorkshop('training.hiddenSize:1000;training.cell:gru;training.epoch:3;training.cell:lstm;nonsense'));
    expect(workshopOf(document).training).toMatchObject({ cell: 'gru', hiddenSize: 8 });
    expect(problems).toEqual([
      'In the link, training.hiddenSize of workshop is “1000”, but it has to be a whole number from 1 to 128, so it stays “8”.',
      'In the link, workshop holds “training.epoch:3”, but no setting of the workshop is called that; the nearest is training.epochs. It is left out.',
      'In the link, workshop has training.cell twice; the first is read, and “lstm” is left out.',
      'In the link, workshop holds “nonsense”, but no setting of the workshop is called that; the nearest is data.set. It is left out.',
    ]);
  });

  test('a text may hold what parts a list, lines and any character', () => {
    const texts = 'Il a dit: «non»; puis\n(rien), ~50 % 映画 \ud800';
    const document = { ...start, workshop: { ...initialWorkshop, text: { ...initialWorkshop.text, texts } } };
    expect(workshopOf(decode(encode(document)).document).text.texts).toBe(texts);
  });
});

describe('changing the workshop', () => {
  test('is undone with its words; what only says where one looks is not for the undo menu', () => {
    const store = createDocumentStore(start);
    const dispatch = (...[group, changes, gesture]: [group: 'training', changes: object, gesture?: string]): void =>
      void store.getState().dispatch(workshopCommand(store.getState().document, group, changes, gesture));
    store.getState().dispatch(openRoom(start, 'data'));
    dispatch('training', { sentence: 'movie was good' });
    expect(store.getState().canUndo).toBe(false);
    dispatch('training', { hiddenSize: 9 }, 'drag');
    dispatch('training', { hiddenSize: 10 }, 'drag');
    expect(store.getState().undoWords).toBe('change the number of hidden units');
    store.getState().undo();
    expect(workshopOf(store.getState().document).training).toMatchObject({ hiddenSize: 8, sentence: 'movie was good' });
    expect(store.getState().document.section).toBe('workshop');
    expect(store.getState().canUndo).toBe(false);
  });

  test('back to what it was at first leaves nothing behind', () => {
    const store = createDocumentStore(start);
    const change = (hiddenSize: number): void => void store.getState().dispatch(workshopCommand(store.getState().document, 'training', { hiddenSize }));
    change(9);
    change(8);
    expect(store.getState().document.workshop).toBeNull();
  });

  test('rooms lie beside each other, and the ends stay', () => {
    expect([roomBeside('data', -1), roomBeside('data', 1), roomBeside('takeaway', 1)]).toEqual(['data', 'text', 'takeaway']);
  });

  test('a number comes into its range, and the range has words', () => {
    const range = { low: 1, high: 64, whole: true };
    expect([within(range, 0), within(range, 2.6), within(range, 1e9)]).toEqual([1, 3, 64]);
    expect(rangeWords(range)).toBe('a whole number from 1 to 64');
  });
});
