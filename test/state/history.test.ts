import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, isRecorded, refusal, wordsOf, type Command } from '../../src/state/commands.ts';
import { initialDocument } from '../../src/state/defaults.ts';
import { createHistory, longestPast, perform, redo, undo, type History } from '../../src/state/history.ts';
import { command, document, seeded } from './arbitraries.ts';

const start = createHistory(initialDocument());
const all = (history: History, ...commands: Command[]): History => commands.reduce(perform, history);
const editTo = (value: number, gesture?: string): Command => ({ type: 'editWeight', symbol: 'W_hh', unit: 1, column: 2, value, gesture });

describe('undo', () => {
  it('inverts every command exactly, playhead and fold included, and redo carries it out again', () => {
    fc.assert(
      fc.property(document, command, (before, each) => {
        const done = perform(createHistory(before), each);
        const after = apply(before, each);
        expect(done.present).toEqual(after);
        if (done.past.length === 0) return; // refused, without effect, or not recorded
        expect(undo(done).present).toEqual(before);
        expect(redo(undo(done)).present).toEqual(after);
      }),
      { ...seeded, numRuns: 1500 },
    );
  });

  it('goes all the way back, and redo all the way on, whatever was done', () => {
    fc.assert(
      fc.property(document, fc.array(command, { maxLength: 12 }), (before, commands) => {
        const recorded = commands.filter(isRecorded);
        const done = all(createHistory(before), ...recorded);
        let history = done;
        for (const _ of done.past) history = undo(history);
        expect(history.present).toEqual(before);
        expect(history.past).toEqual([]);
        for (const _ of done.past) history = redo(history);
        expect(history.present).toEqual(done.present);
        expect(history.future).toEqual([]);
      }),
      seeded,
    );
  });

  it('goes back to the place on the clock where the change was made', () => {
    const history = all(start, { type: 'seek', playhead: 12 }, editTo(0.5), { type: 'seek', playhead: 20 });
    expect(undo(history).present).toMatchObject({ changes: [], playhead: 12 });
    expect(redo(undo(history)).present).toMatchObject({ changes: [{ value: 0.5 }], playhead: 20 });
  });

  it('has no entry for the playhead and the fold, which the document keeps', () => {
    const history = all(start, { type: 'seek', playhead: 12 }, { type: 'setFold', fold: 0.5 });
    expect(history.past).toEqual([]);
    expect(history.present).toMatchObject({ playhead: 12, fold: 0.5 });
    expect(undo(history)).toBe(history);
  });

  it('leaves what can be done again alone while the reader only looks around', () => {
    const history = all(undo(all(start, editTo(0.5))), { type: 'seek', playhead: 3 });
    expect(redo(history).present.changes).toHaveLength(1);
  });

  it('forgets what could be done again when something else is done', () => {
    const history = all(undo(all(start, editTo(0.5))), { type: 'setBiases', biases: 'two' });
    expect(redo(history)).toBe(history);
  });

  it('has no entry for a command that changes nothing or is refused', () => {
    expect(all(start, { type: 'setBiases', biases: 'one' })).toBe(start);
    expect(all(start, { type: 'setHiddenSize', hiddenSize: 900 })).toBe(start);
  });

  it('keeps the last 200 entries', () => {
    const commands = Array.from({ length: 250 }, (_, k): Command => ({ type: 'setSeed', seed: k + 100 }));
    const { past } = all(start, ...commands);
    expect(past).toHaveLength(longestPast);
    expect(past[0]?.document.initialisation.seed).toBe(149);
  });
});

describe('a drag', () => {
  it('is one entry, however often the hand moves', () => {
    const history = all(start, editTo(0.1, 'a'), editTo(0.2, 'a'), editTo(0.3, 'a'));
    expect(history.past).toHaveLength(1);
    expect(history.present.changes).toEqual([{ kind: 'set', symbol: 'W_hh', unit: 1, column: 2, value: 0.3 }]);
    expect(undo(history).present).toEqual(start.present);
  });

  it('is an entry of its own, whatever was dragged before', () => {
    expect(all(start, editTo(0.1, 'a'), editTo(0.2, 'b')).past).toHaveLength(2);
    expect(all(start, editTo(0.1), editTo(0.2)).past).toHaveLength(2);
  });

  it('of another weight is another entry', () => {
    expect(all(start, editTo(0.1, 'a'), { ...(editTo(0.2, 'a') as Extract<Command, { type: 'editWeight' }>), column: 1 }).past).toHaveLength(2);
  });

  it('that ends where it began leaves no entry', () => {
    const scale = (factor: number): Command => ({ type: 'setInitialScale', scale: factor, gesture: 'a' });
    expect(all(start, scale(2), scale(3), scale(1)).past).toEqual([]);
  });

  it('does not go on after an undo', () => {
    const history = all(redo(undo(all(start, editTo(0.1, 'a')))), editTo(0.2, 'a'));
    expect(history.past).toHaveLength(2);
  });

  it('carries the words of its end', () => {
    const epochs = (count: number): Command => ({ type: 'setTrainedEpochs', epochs: count, gesture: 'a' });
    expect(all(start, epochs(1), epochs(20)).past[0]?.words).toBe('train for 20 epochs');
  });
});

describe('every command', () => {
  it('has words for the undo menu', () => {
    fc.assert(
      fc.property(command, (each) => {
        expect(wordsOf(each)).toMatch(/\S/);
      }),
      seeded,
    );
    expect(wordsOf(editTo(0.5))).toBe('set W_hh[1,2]');
    expect(wordsOf({ type: 'editWeight', symbol: 'b_h', unit: 3, column: 1, value: 1 })).toBe('set b_h[3]');
  });

  it('that is refused says why in one sentence, and changes nothing', () => {
    fc.assert(
      fc.property(document, command, (before, each) => {
        const why = refusal(before, each);
        if (why === null) return;
        expect(why).toMatch(/\.$/);
        expect(apply(before, each)).toBe(before);
      }),
      seeded,
    );
  });
});
