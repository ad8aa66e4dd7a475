import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clock } from '../../src/engine/clock/clock.ts';
import { createNetwork } from '../../src/engine/network.ts';
import { createTrace } from '../../src/engine/run/trace.ts';
import { tasks, taskIds, type TaskId } from '../../src/engine/tasks/index.ts';
import type { Axis } from '../../src/engine/topology/index.ts';
import { apply, refusal, type Command } from '../../src/state/commands.ts';
import { initialDocument } from '../../src/state/defaults.ts';
import type { UnrolledDocument } from '../../src/state/document.ts';
import { createHistory, perform } from '../../src/state/history.ts';
import { jobOf } from '../../src/state/job.ts';
import { decode, encode } from '../../src/state/link.ts';
import { sideOf } from '../../src/state/sides.ts';
import { seeded } from './arbitraries.ts';

const start = (task: TaskId, part: Partial<UnrolledDocument> = {}): UnrolledDocument => ({ ...initialDocument(task), ...part });
const textAfter = (document: UnrolledDocument, command: Command): string => {
  expect(refusal(document, command)).toBeNull();
  return apply(document, command).text;
};
const wordsOf = (document: UnrolledDocument, axis: 0 | 1): string[] => sideOf(document, axis)?.tokens.map(({ text }) => text) ?? [];

describe('a sentence changed by its words', () => {
  const entities = start('entities');

  it.each<[Command, string]>([
    [{ type: 'replaceWord', index: 4, word: 'India' }, 'Chirag worked at India in India'],
    [{ type: 'insertWord', index: 1, word: 'in' }, 'in Chirag worked at Microsoft in India'],
    [{ type: 'insertWord', index: 7, word: 'in' }, 'Chirag worked at Microsoft in India in'],
    [{ type: 'deleteWord', index: 1 }, 'worked at Microsoft in India'],
    [{ type: 'deleteWord', index: 6 }, 'Chirag worked at Microsoft in'],
    [{ type: 'moveWord', from: 1, to: 6 }, 'worked at Microsoft in India Chirag'],
    [{ type: 'moveWord', from: 6, to: 1 }, 'India Chirag worked at Microsoft in'],
    [{ type: 'moveWord', from: 2, to: 4 }, 'Chirag at Microsoft worked in India'],
    [{ type: 'setInputWord', t: 2, unit: 6 }, 'Chirag india at Microsoft in India'],
  ])('%o reads “%s”', (command, text) => {
    expect(textAfter(entities, command)).toBe(text);
  });

  it('keeps what else was typed: capitals, punctuation, words that are skipped', () => {
    const typed = start('reviews', { text: 'Movie, quelle horreur, was GOOD!' });
    expect(textAfter(typed, { type: 'replaceWord', index: 2, word: 'not' })).toBe('Movie, quelle horreur, not GOOD!');
    expect(textAfter(typed, { type: 'deleteWord', index: 3 })).toBe('Movie, quelle horreur, was!');
  });

  it.each<[TaskId, Command, string]>([
    ['letters', { type: 'moveWord', from: 1, to: 7 }, 'amasten'],
    ['letters', { type: 'insertWord', index: 2, word: 't' }, 'ntamaste'],
    ['names', { type: 'replaceWord', index: 1, word: 'boy' }, 'boy: anna'],
    ['names', { type: 'deleteWord', index: 2 }, 'girl: nna'],
    ['gap', { type: 'moveWord', from: 4, to: 7 }, 'i like eating with two chopsticks ___'],
    ['frames', { type: 'moveWord', from: 1, to: 3 }, '.#...;..#..;#....;..#..;.#...'],
    ['frames', { type: 'insertWord', index: 1, word: '##...' }, '##...;#....;.#...;..#..;..#..;.#...'],
    ['translation', { type: 'replaceWord', axis: 0, index: 1, word: 'you' }, "you am not cold > je n'ai pas froid"],
    ['translation', { type: 'replaceWord', axis: 1, index: 2, word: 'tu' }, "i am not cold > tu n'ai pas froid"],
    ['translation', { type: 'insertWord', axis: 1, index: 6, word: 'faim' }, "i am not cold > je n'ai pas froid faim"],
    ['translation', { type: 'moveWord', axis: 1, from: 2, to: 5 }, "i am not cold > n'ai pas froid je"],
    ['translation', { type: 'setInputWord', axis: 1, t: 2, unit: 5 }, "i am not cold > tu n'ai pas froid"],
  ])('%s: %o reads “%s”', (task, command, text) => {
    expect(textAfter(start(task), command)).toBe(text);
  });

  it('has the answer of the table written out, since the table has none for the new sentence', () => {
    const short = start('translation', { text: 'i am cold' });
    expect(textAfter(short, { type: 'replaceWord', axis: 0, index: 1, word: 'you' })).toBe("you am cold > j'ai froid");
    expect(textAfter(start('captions', { text: '..../.#../..../....' }), { type: 'editInput', t: 1, unit: 1, value: 1 })).toBe('#.../.#../..../.... > a dot');
  });

  it('takes a word that is new into the vocabulary in the same breath, or says that it could', () => {
    const command: Command = { type: 'replaceWord', index: 4, word: 'Paris' };
    expect(refusal(entities, command)).toBe(
      'The network does not know the word “Paris”: it knows chirag, worked, at, microsoft, in and india. It can be added to the vocabulary.',
    );
    expect(apply(entities, command)).toBe(entities);
    const after = apply(entities, { ...command, addWords: ['Paris'] });
    expect(after).toMatchObject({ text: 'Chirag worked at Paris in India', addedWords: ['paris'] });
    expect(jobOf(after).reading.tokens[0]).toContain('paris');
  });

  it('of a generated sequence is a sentence of its own from then on', () => {
    const generated = start('reviews', { generatedLength: 8 });
    const { tokens } = jobOf(generated).reading;
    const after = apply(generated, { type: 'replaceWord', index: 3, word: 'bad' });
    expect(after.generatedLength).toBeNull();
    expect(jobOf(after).reading.tokens[0]).toEqual(tokens[0].with(2, 'bad'));
  });

  it.each<[TaskId, Command, string]>([
    ['reviews', { type: 'deleteWord', index: 9 }, 'The words that are read have positions 1 to 4, so there is none at 9.'],
    ['reviews', { type: 'deleteWord', axis: 1, index: 1 }, 'This network has no decoder, so it has no words of its own to change.'],
    ['reviews', { type: 'setInputWord', t: 1, unit: 6 }, 'What is read has rows 1 to 5, so there is no row 6.'],
    ['reviews', { type: 'editInput', t: 1, unit: 1, value: 0.5 }, 'A word is read as a whole here: choose another one instead of changing one number of it.'],
    ['letters', { type: 'insertWord', index: 1, word: 'z' }, 'The network does not know the letter “z”: it knows n, a, m, s, t and e. Words cannot be added to the task “Next letter”.'],
    ['names', { type: 'deleteWord', index: 1 }, 'Write girl or boy, a colon and a name, for example “girl: anna”.'],
    ['names', { type: 'insertWord', index: 2, word: 'girl' }, 'That cannot stand there: “girl: girlanna” would be read otherwise.'],
    ['translation', { type: 'replaceWord', axis: 1, index: 1, word: 'je' }, 'The decoder always begins with its start sign, which stays where it is.'],
    ['frames', { type: 'insertWord', index: 1, word: '##..' }, 'Frame 1 has 4 pixels, but it should have 5, for example #....'],
    ['frames', { type: 'setInputWord', t: 1, unit: 1 }, 'A frame is made of numbers, so there is no word to choose.'],
    ['captions', { type: 'editInput', t: 2, unit: 1, value: 0.5 }, 'Nothing is read at step 2, so there is no number to change.'],
  ])('%s: refuses %o in words', (task, command, words) => {
    expect(refusal(start(task), command)).toContain(words);
    expect(apply(start(task), command)).toEqual(start(task));
  });

  it('that would be empty is refused', () => {
    const one = start('reviews', { text: 'good' });
    expect(refusal(one, { type: 'deleteWord', index: 1 })).toContain('nothing to read');
    expect(refusal(start('letters', { text: 'na' }), { type: 'deleteWord', index: 2 })).toContain('too short');
  });

  it('is not chosen from what the network puts out itself', () => {
    const free = start('letters', { feeding: 'free' });
    expect(refusal(free, { type: 'setInputWord', t: 2, unit: 1 })).toContain('Go back to teacher forcing');
    expect(apply(free, { type: 'setInputWord', t: 1, unit: 2 }).text).toBe('aamaste');
  });

  it('has just the words that the edit leads to, in every task', () => {
    const place = fc.integer({ min: 1, max: 7 });
    const edits = fc.record({ task: fc.constantFrom(...taskIds), axis: fc.constantFrom<Axis>(0, 1), kind: fc.constantFrom(...kinds), a: place, b: place, pick: fc.nat(20) });
    let carriedOut = 0;
    fc.assert(
      fc.property(edits, ({ task, axis, kind, a, b, pick }) => {
        const before = start(task);
        const words = wordsOf(before, axis);
        const { known, given = 0 } = sideOf(before, axis) ?? {};
        const choices = known ?? words;
        const word = choices[pick % Math.max(choices.length, 1)] ?? '';
        const { command, wanted } = edited(kind, axis, { words, given, a, b, word });
        if (refusal(before, command) !== null) return;
        const after = apply(before, command);
        expect(wordsOf(after, axis)).toEqual(wanted());
        expect(wordsOf(after, axis === 0 ? 1 : 0)).toEqual(wordsOf(before, axis === 0 ? 1 : 0));
        expect(decode(encode(after))).toEqual({ document: after, problems: [] });
        carriedOut++;
      }),
      seeded,
    );
    expect(carriedOut).toBeGreaterThan(100);
  });
});

const kinds = ['replaceWord', 'insertWord', 'deleteWord', 'moveWord'] as const;

interface Try {
  readonly words: readonly string[];
  /** Positions before the first word. */
  readonly given: number;
  readonly a: number;
  readonly b: number;
  readonly word: string;
}

/** A command, and the words that a list of them has after the same. */
function edited(kind: (typeof kinds)[number], axis: Axis, { words, given, a, b, word }: Try): { command: Command; wanted: () => readonly string[] } {
  const [i, j] = [a - 1 - given, b - 1 - given];
  switch (kind) {
    case 'replaceWord':
      return { command: { type: kind, axis, index: a, word }, wanted: () => words.with(i, word) };
    case 'insertWord':
      return { command: { type: kind, axis, index: a, word }, wanted: () => words.toSpliced(i, 0, word) };
    case 'deleteWord':
      return { command: { type: kind, axis, index: a }, wanted: () => words.toSpliced(i, 1) };
    case 'moveWord':
      return { command: { type: kind, axis, from: a, to: b }, wanted: () => words.toSpliced(i, 1).toSpliced(j, 0, words[i] ?? '') };
  }
}

describe('the place on the clock', () => {
  const clockOf = (document: UnrolledDocument): Clock => {
    const { job } = jobOf(document);
    const network = createNetwork(job.model);
    return new Clock(network, createTrace(network, job.example).steps);
  };

  it.each(taskIds.filter((task) => tasks[task].isSingle !== true))('of %s stays at the same time step of the same chain, both ways', (task) => {
    const before = start(task);
    const clock = clockOf(before);
    const index = sideOf(before, 0)!.tokens.length;
    for (const command of [{ type: 'insertWord', index, word: sideOf(before, 0)!.tokens.at(-1)!.text }, { type: 'deleteWord', index }] as const) {
      const after = clockOf(apply(before, command));
      const playheads = Array.from({ length: clock.count }, (_, k) => k + 1);
      const moments = playheads.map((playhead) => ({ old: clock.momentAt(playhead)!, now: after.momentAt(apply({ ...before, playhead }, command).playhead)! }));
      expect(moments.map(({ now }) => now.phase)).toEqual(moments.map(({ old }) => old.phase));
      const early = moments.filter(({ old }) => old.t > 0 && old.t < index - 1 && old.chain >= 0);
      expect(early.map(({ now }) => [now.chain, now.t])).toEqual(early.map(({ old }) => [old.chain, old.t]));
    }
  });

  it('is the same where a word is another one, or has another place', () => {
    const before = start('entities', { playhead: 33 });
    expect(apply(before, { type: 'replaceWord', index: 2, word: 'in' }).playhead).toBe(33);
    expect(apply(before, { type: 'moveWord', from: 2, to: 5 }).playhead).toBe(33);
  });
});

describe('a number of a picture', () => {
  const frames = start('frames');

  it('is drawn where all are 0 or 1, and else written to its last digit', () => {
    expect(textAfter(frames, { type: 'editInput', t: 2, unit: 1, value: 1 })).toBe('#....;##...;..#..;..#..;.#...');
    const grey = apply(frames, { type: 'editInput', t: 2, unit: 1, value: 0.1 + 0.2 });
    expect(grey.text).toBe('#....;0.30000000000000004 1 0 0 0;..#..;..#..;.#...');
    const { inputs } = jobOf(grey).job.example;
    expect(inputs.kind === 'dense' && inputs.values[5]).toBe(0.1 + 0.2);
    expect(textAfter(grey, { type: 'editInput', t: 2, unit: 1, value: 0 })).toBe(frames.text);
  });

  it('goes from 0 to 1, in a row that there is', () => {
    expect(refusal(frames, { type: 'editInput', t: 1, unit: 1, value: 1.5 })).toBe('A number of the input is 1.5, but it has to be a number from 0 to 1.');
    expect(refusal(frames, { type: 'editInput', t: 1, unit: 6, value: 1 })).toBe('What is read has rows 1 to 5, so there is no row 6.');
  });

  it('that is dragged is one entry of the undo menu, and so is a word that is dragged up and down', () => {
    const drag = (from: UnrolledDocument, commands: Command[]): number => commands.reduce(perform, createHistory(from)).past.length;
    const values = [0.25, 0.5, 0.75];
    expect(drag(frames, values.map((value) => ({ type: 'editInput', t: 2, unit: 1, value, gesture: 'a' })))).toBe(1);
    expect(drag(start('reviews'), [2, 3, 4].map((unit) => ({ type: 'setInputWord', t: 1, unit, gesture: 'a' })))).toBe(1);
    expect(drag(start('reviews'), [1, 2].map((t) => ({ type: 'setInputWord', t, unit: 5, gesture: 'a' })))).toBe(2);
  });
});
