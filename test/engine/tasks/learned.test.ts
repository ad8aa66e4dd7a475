import { describe, expect, it } from 'vitest';
import { stream, type Random } from '../../../src/engine/math/random.ts';
import { freeRun } from '../../../src/engine/run/generate.ts';
import { canReadBothWays, cellsFor } from '../../../src/engine/tasks/choices.ts';
import { taskIds, tasks, type TaskId } from '../../../src/engine/tasks/index.ts';
import { examplesOf, exampleOf, readSentence } from '../../../src/engine/tasks/read.ts';
import { answers, mistakes, train } from './trained.ts';

/** What no network can know: which name comes, and, read from the left alone, what is missing. */
const unknowable: Readonly<Partial<Record<TaskId, readonly number[]>>> = {
  names: tasks.names.rows.map(() => 1),
  gap: tasks.gap.rows.map(() => 4),
};

const settings = taskIds.flatMap((id) =>
  cellsFor(tasks[id]).flatMap((cell) => (canReadBothWays(tasks[id]) ? [false, true] : [false]).map((both) => ({ id, cell, both }))),
);

describe('a network trained by the recipe of its task', () => {
  it.each(settings)('$id, $cell, both directions: $both: gives every right answer that can be known', ({ id, cell, both }) => {
    const wrong = mistakes(tasks[id], train(tasks[id], cell, both));
    const hidden = (both ? [] : (unknowable[id] ?? [])).map((output, row) => `row ${row + 1}, output ${output}`);
    expect(wrong.filter((place) => !hidden.includes(place))).toEqual([]);
  });

  it('has at most 6 units, whose numbers fit on a screen, and at most 1200 epochs, so that opening a task is no wait', () => {
    for (const task of Object.values(tasks)) {
      for (const recipe of [task, ...Object.values(task.recipes ?? {})]) expect(recipe.epochs ?? 0).toBeLessThanOrEqual(1200);
      expect(task.hiddenSize).toBeLessThanOrEqual(6);
    }
  });
});

describe('the missing word', () => {
  const { gap } = tasks;
  const atGap = examplesOf(gap).map((example) => example.targets[3]);

  it.each(cellsFor(gap))('is the same guess for every row where %s reads from the left alone: one of three is right', (cell) => {
    const trained = train(gap, cell);
    const said = examplesOf(gap).map((example) => answers(trained, example)[3]);
    expect(new Set(said).size).toBe(1);
    expect(said.filter((each, k) => each === atGap[k])).toHaveLength(1);
  });

  it.each(cellsFor(gap))('is known where %s reads both ways', (cell) => {
    const trained = train(gap, cell, true);
    expect(examplesOf(gap).map((example) => answers(trained, example)[3])).toEqual(atGap);
  });
});

describe('outputs that are read again', () => {
  const recurrent = cellsFor(tasks.translation);

  it.each(recurrent)('make the whole translation of every row (%s)', (cell) => {
    const trained = train(tasks.translation, cell);
    for (const example of examplesOf(tasks.translation)) {
      expect([...freeRun(trained.network, trained.parameters, example).choices]).toEqual([...example.targets]);
    }
  });

  it.each(recurrent)('make a name of the table for a girl and another for a boy (%s)', (cell) => {
    const { names } = tasks;
    const trained = train(names, cell);
    const table = names.rows.map(({ text }) => text);
    for (const who of names.classes ?? []) {
      const example = exampleOf(readSentence(names, names.vocabulary, `${who}: aaaaa`));
      const said = [...freeRun(trained.network, trained.parameters, example).choices].map((choice) => names.outputs[choice]).join('');
      expect(table).toContain(`${who}: ${said.slice(0, said.indexOf('.'))}`);
    }
  });
});

describe('films that were not trained on', () => {
  const { frames } = tasks;

  /** A dot that stays or moves by a pixel, 12 frames long. */
  function film(random: Random): string {
    let at = random.integer(5);
    return Array.from({ length: 12 }, () => {
      const frame = Array.from({ length: 5 }, (_, k) => (k === at ? '#' : '.')).join('');
      at = Math.min(Math.max(at + random.integer(3) - 1, 0), 4);
      return frame;
    }).join(';');
  }

  it.each(cellsFor(frames))('are watched well by %s: at least nine frames in ten', (cell) => {
    const trained = train(frames, cell);
    const random = stream(99, 'films');
    const right = Array.from({ length: 50 }, () => {
      const example = exampleOf(readSentence(frames, frames.vocabulary, film(random)));
      return answers(trained, example).map((answer, k) => Number(answer === example.targets[k]));
    }).flat();
    expect(right.reduce((a, b) => a + b) / right.length).toBeGreaterThan(0.9);
  });
});
