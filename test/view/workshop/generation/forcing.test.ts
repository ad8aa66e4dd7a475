import { describe, expect, it } from 'vitest';
import { tasks } from '../../../../src/engine/tasks/index.ts';
import type { Said } from '../../../../src/engine/workshop/decode.ts';
import { forcingAsked, forcingsOf, forcingWords, manyWords, nextParting } from '../../../../src/view/panels/workshop/generation/forcing.ts';
import { answersTo, prepared, untrained } from './support.ts';

const data = prepared(tasks.letters);
const { model, parameters } = untrained(data);
const asked = forcingAsked(data, 1, model, parameters)!;

/** An answer that chooses these letters, each with scores that favour it. */
function saying(letters: string): Said {
  const choices = Int32Array.from(letters, (letter) => data.task.outputs.indexOf(letter));
  const scores = new Float64Array(choices.length * model.outputSize);
  choices.forEach((output, k) => (scores[k * model.outputSize + output] = 1));
  return { choices, scores };
}

describe('teacher forcing against free running', () => {
  it('reads the row at every step of the one, and its own answers in the other', () => {
    const [forcing] = forcingsOf(asked, answersTo(asked));
    expect(forcing!.right.join('')).toBe('amaste');
    expect(forcing!.teacher.steps.map(({ reads }) => reads).join('')).toBe('namast');
    const said = forcing!.free.steps.map(({ says }) => says);
    expect(forcing!.free.steps.map(({ reads }) => reads)).toEqual(['n', ...said.slice(0, -1)]);
    // Both have read the same before the first answer.
    expect(said[0]).toBe(forcing!.teacher.steps[0]!.says);
  });

  it('parts at the first wrong answer, and says what follows from it', () => {
    const [forcing] = forcingsOf(asked, [saying('amasta'), saying('amttee')]);
    expect(forcing).toMatchObject({ partsAt: 2, teacher: { rightCount: 5 }, free: { rightCount: 3 } });
    expect(forcing!.free.steps.map(({ isRight }) => isRight)).toEqual([true, true, false, false, false, true]);
    expect(forcingWords(forcing!, 'letter')).toBe(
      'Given what is right at every step: 5 of 6 letters right. Reading its own: 3 of 6 letters right. They part at step 3: “t” instead of “a”. From there on it reads its own error, for all 3 steps that follow.',
    );
    expect(forcingWords(forcingsOf(asked, [saying('amaste'), saying('amaste')])[0]!, 'letter')).toContain('They never part: its own letters are the right ones.');
    expect(forcingWords(forcingsOf(asked, [saying('amaste'), saying('ae')])[0]!, 'letter')).toContain('They part at step 2: “e” instead of “m”. Nothing follows from it, as it ends there.');
  });

  it('counts what was not said as not right, where it ends too soon', () => {
    const names = prepared(tasks.names);
    const network = untrained(names);
    const own = forcingAsked(names, 2, network.model, network.parameters)!;
    expect(own.rows[0]).toEqual({ row: 2, source: '', right: ['e', 'l', 'l', 'a', '.'], reads: ['girl', 'e', 'l', 'l', 'a'] });
    const [forcing] = forcingsOf(own, answersTo(own));
    expect(forcing!.free.steps.length).toBeLessThanOrEqual(5);
    expect(forcing!.free.rightCount).toBeLessThanOrEqual(forcing!.free.steps.length);
  });

  it('is tried on many rows, and leads to one where both part', () => {
    const names = prepared(tasks.names);
    const network = untrained(names);
    const own = forcingAsked(names, 2, network.model, network.parameters)!;
    expect(own.rows.map(({ row }) => row)).toEqual([2, 1, 2, 3, 4, 5, 6]);
    expect(own.runs).toHaveLength(14);
    const one = forcingsOf(asked, [saying('amaste'), saying('amaste')])[0]!;
    const other = forcingsOf(asked, [saying('amaste'), saying('amtttt')])[0]!;
    expect(manyWords([one, other], true, { step: 'letter', whole: 'word' })).toBe(
      'Over 2 words that were not learned from: 100\u00a0% of the letters are right where the right ones are given, 75\u00a0% where it reads its own; they part on 1 of the 2.',
    );
    const parted = [{ ...other, row: 3 }, { ...one, row: 4 }, { ...other, row: 7 }];
    expect([1, 3, 7].map((row) => nextParting(parted, row))).toEqual([3, 7, 3]);
    expect(nextParting([one], 1)).toBeNull();
  });
});
