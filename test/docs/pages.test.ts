// What all pages of the documentation have in common: links lead somewhere, files and commands that they name are there, and the
// claims of the README hold.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keys } from '../../src/app/keyboard.ts';
import { Clock } from '../../src/engine/clock/clock.ts';
import { createNetwork } from '../../src/engine/network.ts';
import { parametersOf } from '../../src/engine/recipe/parameters.ts';
import { Pass } from '../../src/engine/run/pass.ts';
import { createTrace } from '../../src/engine/run/trace.ts';
import { initialDocument } from '../../src/state/defaults.ts';
import { jobOf } from '../../src/state/job.ts';
import { codes, page, root, section, tableRows } from './page.ts';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path.replaceAll('\\', '/')}`),
];

/** The anchor that a heading gets: its words in lower case, with hyphens between them. */
const anchor = (heading: string): string =>
  heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replace(/\s/g, '-');

/** What is wrong with a relative link of a page; nothing where it leads to a file, and to a heading of it. */
function brokenLink(from: string, link: string): string | undefined {
  const [path = '', heading] = link.split('#');
  const target = path === '' ? from : join(dirname(from), path);
  if (!existsSync(join(root, target))) return `${from}: ${link} leads nowhere`;
  if (heading === undefined) return undefined;
  const anchors = [...page(target).matchAll(/^#+ (.*)$/gm)].map(([, words = '']) => anchor(words));
  return anchors.includes(heading) ? undefined : `${from}: ${target} has no heading #${heading}`;
}

const linksOf = (text: string): string[] =>
  [...text.replace(/^```.*?^```$/gms, '').matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]!).filter((link) => !/^https?:/.test(link));

describe('the pages of the documentation', () => {
  it('are found', () => {
    expect(pages.length).toBeGreaterThan(8);
  });

  it.each(pages)('have links that lead somewhere: %s', (path) => {
    expect(linksOf(page(path)).flatMap((link) => brokenLink(path, link) ?? [])).toEqual([]);
  });

  it.each(pages)('name files that are there: %s', (path) => {
    const text = page(path);
    // Files that an example of the page adds are not there, of course.
    const added = [...text.matchAll(/^\/\/ (src\/\S+\.ts)$/gm)].map((match) => match[1]!);
    const named = codes(text.replace(/^```.*?^```$/gms, '')).filter((code) => /^(?:src|test|docs|scripts)(?:\/[\w.-]+)+\/?$/.test(code));
    expect(named.filter((each) => !added.includes(each) && !existsSync(join(root, each)))).toEqual([]);
  });

  it.each(pages)('name commands that there are: %s', (path) => {
    const { scripts } = JSON.parse(page('package.json')) as { scripts: Record<string, string> };
    const named = [...page(path).matchAll(/npm (?:run (?:-s )?([\w:]+)|(start|test)\b)/g)].map((match) => match[1] ?? match[2]!);
    expect(named.filter((each) => !(each in scripts))).toEqual([]);
  });

  it('are checked by a check that can fail', () => {
    expect(brokenLink('README.md', 'docs/nowhere.md')).toMatch(/leads nowhere/);
    expect(brokenLink('README.md', 'docs/notation.md#nowhere')).toMatch(/no heading/);
    expect(brokenLink('docs/architecture.md', 'notation.md#losses-as-they-are-computed')).toBeUndefined();
    expect(linksOf('[a](b.md) and [c](https://d.example/)')).toEqual(['b.md']);
  });
});

describe('the numbered decisions', () => {
  it.each(readdirSync(join(root, 'docs/decisions')).sort().map((name, k) => [name, k + 1] as const))('are short and have their three parts: %s', (name, number) => {
    const text = page(`docs/decisions/${name}`);
    expect(name.startsWith(String(number).padStart(4, '0'))).toBe(true);
    expect(text.startsWith(`# ${number}. `)).toBe(true);
    expect([...text.matchAll(/^## (.*)$/gm)].map((match) => match[1])).toEqual(['Context', 'Decision', 'Consequence']);
    expect(text.trim().split('\n').length).toBeLessThanOrEqual(30);
  });
});

describe('the README', () => {
  const text = page('README.md');

  it('says what is true of the first minute', () => {
    const document = initialDocument();
    const { job, reading } = jobOf(document);
    expect(text).toContain(`**${document.text}**`);
    const network = createNetwork(job.model);
    const trace = createTrace(network, job.example);
    new Pass(trace, parametersOf(network, job.recipe)).forward();
    const clock = new Clock(network, trace.steps);
    const press = (times: number): number => (times === 0 ? 0 : clock.step(press(times - 1), 'word', 1));
    // Three presses end with the state of "not"; the fourth with the answer.
    expect(reading.tokens[0].slice(0, 3).map((word) => `*${word}*`).join(', ')).toBe('*movie*, *was*, *not*');
    expect(clock.momentAt(press(3))).toMatchObject({ t: 3, makes: 'h' });
    expect(clock.momentAt(press(4))).toMatchObject({ t: 4, makes: 'p' });
    expect(clock.momentAt(press(5))).toMatchObject({ phase: 'loss' });
    const rowsOf = (symbol: string, t: number): number[] => {
      const index = network.program.slots.findIndex((slot) => slot.symbol === symbol);
      const { size } = network.program.slots[index]!;
      return [...trace.values[index]!.subarray(t * size, (t + 1) * size)];
    };
    const signs = (t: number): number[] => rowsOf('h', t).map(Math.sign);
    expect(signs(3)).toEqual(signs(2).map((sign) => -sign));
    expect(signs(3)).toHaveLength(4);
    expect(rowsOf('p', 4)[0]).toBeLessThan(0.5);
  });

  it('lists keys that do what it says', () => {
    const names: Readonly<Record<string, string>> = { '→': 'ArrowRight', '←': 'ArrowLeft' };
    for (const [first, words = ''] of tableRows(section(text, 'The first minute'))) {
      const named = codes(first).length > 0 ? codes(first) : [' '];
      for (const key of named) {
        const shift = key.startsWith('⇧');
        const plain = shift ? key.slice(1) : key;
        const row = keys.find((each) => each.key === (names[plain] ?? plain) && (each.modifier === 'shift') === shift);
        if (!row) throw new Error(`No key is "${key}".`);
        const meant = { '→': 'operation', '⇧→': 'time step', ']': 'phase', ' ': 'play', f: 'fold', '/': 'sentence' }[key];
        expect([row.words, words].every((each) => each.includes(meant ?? '')), `${key}: ${words}`).toBe(true);
      }
    }
  });
});
