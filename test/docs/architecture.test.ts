// docs/architecture.md against the code: the table of imports is that of the check, and every folder has its line.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bufferCount } from '../../src/worker/protocol.ts';
import { frameBytes } from '../../src/worker/frame.ts';
import { layers } from '../support/layers.ts';
import { codes, page, root, section, tableRows } from './page.ts';

const text = page('docs/architecture.md');

describe('docs/architecture.md', () => {
  it('has the table of imports that the check goes by', () => {
    const said = tableRows(section(text, 'Which way imports run')).map(([layer, values, types]) => [codes(layer)[0], codes(values), codes(types)]);
    expect(said).toEqual(Object.entries(layers).map(([layer, { values, types = [] }]) => [layer, [...values], [...types]]));
  });

  it('has a line for every folder of src, down to the second level in engine and view', () => {
    const listed = tableRows(section(text, 'The layers, in reading order')).flatMap(([first]) => codes(first));
    const foldersIn = (path: string): string[] =>
      readdirSync(join(root, path), { withFileTypes: true }).filter((each) => each.isDirectory()).map((each) => `${path}/${each.name}`);
    const folders = [...foldersIn('src').filter((each) => each !== 'src/view'), ...foldersIn('src/engine'), ...foldersIn('src/view')];
    expect(folders.length).toBeGreaterThan(12);
    expect(folders.filter((each) => !listed.includes(each))).toEqual([]);
  });

  it('says how many buffers of what size there are', () => {
    const words = ['no', 'one', 'two', 'three', 'four', 'five'];
    expect(text).toContain(`A worker owns ${words[bufferCount]} buffers of ${frameBytes / 1024} kB.`);
  });
});
