import { describe, expect, it } from 'vitest';
import { tasks } from '../../../../src/engine/tasks/index.ts';
import type { Said } from '../../../../src/engine/workshop/decode.ts';
import { forcingAsked, forcingOf, forcingWords } from '../../../../src/view/panels/workshop/generation/forcing.ts';
import { answersTo, prepared, untrained } from './support.ts';

const data = prepared(tasks.letters);
const { model, parameters } = untrained(data);
const asked = forcingAsked(data.rows[0]!, data.task, model, parameters);

/** An answer that chooses these letters, each with scores that favour it. */
function saying(letters: string): Said {
  const choices = Int32Array.from(letters, (letter) => data.task.outputs.indexOf(letter));
  const scores = new Float64Array(choices.length * model.outputSize);
  choices.forEach((output, k) => (scores[k * model.outputSize + output] = 1));
  return { choices, scores };
}

describe('teacher forcing against free running', () => {
  it('reads the row at every step of the one, and its own answers in the other', () => {
    const forcing = forcingOf(asked, answersTo(asked))!;
    expect(forcing.right.join('')).toBe('amaste');
    expect(forcing.teacher.steps.map(({ reads }) => reads).join('')).toBe('namast');
    const said = forcing.free.steps.map(({ says }) => says);
    expect(forcing.free.steps.map(({ reads }) => reads)).toEqual(['n', ...said.slice(0, -1)]);
    // Both have read the same before the first answer.
    expect(said[0]).toBe(forcing.teacher.steps[0]!.says);
  });

  it('parts at the first wrong answer, and says what follows from it', () => {
    const forcing = forcingOf(asked, [saying('amasta'), saying('amttee')])!;
    expect(forcing).toMatchObject({ partsAt: 2, teacher: { rightCount: 5 }, free: { rightCount: 3 } });
    expect(forcing.free.steps.map(({ isRight }) => isRight)).toEqual([true, true, false, false, false, true]);
    expect(forcingWords(forcing, 'letter')).toBe(
      'Given what is right at every step: 5 of 6 letters right. Reading its own: 3 of 6 letters right. They part at step 3: “t” instead of “a”. From there on it reads its own error, for all 3 steps that follow.',
    );
  });

  it('never parts where all is right', () => {
    const forcing = forcingOf(asked, [saying('amaste'), saying('amaste')])!;
    expect(forcing.partsAt).toBeNull();
    expect(forcingWords(forcing, 'letter')).toContain('They never part');
  });

  it('counts what was not said as not right, where it ends too soon', () => {
    const names = prepared(tasks.names);
    const network = untrained(names);
    const own = forcingAsked(names.rows[0]!, names.task, network.model, network.parameters);
    expect(own.right).toEqual(['a', 'n', 'n', 'a', '.']);
    expect(own.reads).toEqual(['girl', 'a', 'n', 'n', 'a']);
    const forcing = forcingOf(own, answersTo(own))!;
    expect(forcing.free.steps.length).toBeLessThanOrEqual(5);
    expect(forcing.free.rightCount).toBeLessThanOrEqual(forcing.free.steps.length);
  });
});
