import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tasks } from '../../src/engine/tasks/index.ts';
import { canFeedBack, canReadBothWays } from '../../src/engine/tasks/choices.ts';
import type { TaskId } from '../../src/engine/tasks/index.ts';
import type { Task } from '../../src/engine/tasks/task.ts';
import { initialDocument } from '../../src/state/defaults.ts';
import { jobOf } from '../../src/state/job.ts';
import { decode } from '../../src/state/link.ts';
import { cellParameters, marks, readoutParameters } from '../../src/state/linkChanges.ts';
import { linkParameters } from '../../src/state/linkParameters.ts';
import { listed } from '../../src/state/words.ts';

const page = readFileSync(new URL('../../docs/links.md', import.meta.url), 'utf8');

/** The rows of the table under a heading, cell by cell. */
function table(heading: string): string[][] {
  const [, section = ''] = page.split(`## ${heading}\n`);
  const [rows = ''] = section.trim().split(/\n\n(?!\|)/);
  const lines = rows.split('\n').filter((line) => line.startsWith('| `'));
  return lines.map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}

const codeIn = (text = ''): string => /`([^`]+)`/.exec(text)?.[1] ?? '';
const examples = table('Examples').map(([link]) => codeIn(link));

describe('docs/links.md', () => {
  it('describes every parameter, in the order in which they are written', () => {
    expect(table('Parameters').map(([name]) => codeIn(name))).toEqual(linkParameters.map(({ name }) => name));
  });

  it.each(linkParameters.map(({ name, words }) => [name, words]))('describes %s as %s', (name, words) => {
    const row = table('Parameters').find(([cell]) => codeIn(cell) === name);
    expect(row?.[1]?.slice(0, words?.length)).toBe(words);
    expect(row).toHaveLength(4);
    expect(examples.some((link) => link.includes(`${name}=`)), `an example with ${name}`).toBe(true);
  });

  it.each(Object.keys(tasks) as TaskId[])('says how the task %s starts', (task) => {
    const { text, hiddenSize, initialisation, trainedEpochs, learningRate } = initialDocument(task);
    const row = [`\`${task}\``, text, hiddenSize, initialisation.seed, trainedEpochs, learningRate];
    expect(page).toContain(`| ${row.join(' | ')} |\n`);
  });

  it.each(examples)('has the example %s, which is read without a problem, and can be computed as it says', (link) => {
    const { document, problems } = decode(link);
    expect(problems).toEqual([]);
    expect(document).not.toEqual(initialDocument(document.task));
    expect(jobOf(document).notice).toBe('');
  });

  it('says which tasks can be read both ways, can run freely, and have a vocabulary that grows', () => {
    const valuesOf = (name: string): string => table('Parameters').find(([cell]) => codeIn(cell) === name)?.[2] ?? '';
    const listedAs = (can: (task: Task) => boolean): string => listed((Object.keys(tasks) as TaskId[]).filter((id) => can(tasks[id])).map((id) => `\`${id}\``));
    expect(valuesOf('direction')).toContain(`\`both\` in ${listedAs(canReadBothWays)} alone`);
    expect(valuesOf('feeding')).toContain(`\`free\` in ${listedAs(canFeedBack)} alone`);
    expect(valuesOf('add')).toContain(`in ${listedAs(({ canGrow }) => canGrow)} alone`);
    expect(valuesOf('task')).toBe(listed((Object.keys(tasks) as TaskId[]).map((id) => `\`${id}\``), 'or'));
  });

  it('has every part of a second network as it is read', () => {
    for (const [part] of table('The second network')) {
      const { document, problems } = decode(`rival=${codeIn(part)}`);
      expect(problems).toEqual([]);
      expect(Object.keys(document.rival ?? {})).toHaveLength(1);
    }
  });

  it('names every parameter that can be changed', () => {
    for (const symbol of [...cellParameters, ...readoutParameters, ...marks.filter(Boolean)]) expect(page).toContain(`\`${symbol}\``);
    for (const [form] of table('Changes')) expect(decode(`changes=${codeIn(form)}`)).toMatchObject({ problems: [], document: { changes: [{}] } });
  });

  it('quotes a problem as it is told', () => {
    expect(page).toContain(`> ${decode('hidden=9000').problems[0]}`);
  });
});
