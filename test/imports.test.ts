// The layers of the architecture, read from the imports.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cycles } from './support/cycles.ts';
import { importsOf, readSources } from './support/imports.ts';
import { layers, wrongArrows } from './support/layers.ts';

const sources = readSources(join(import.meta.dirname, '../src'));

describe('the imports under src/', () => {
  it('are read at all', () => {
    expect(Object.keys(sources)).toContain('app/main.tsx');
    expect(importsOf('app/main.tsx', sources['app/main.tsx']!)).not.toEqual([]);
  });

  it('run only the way the layers allow', () => {
    expect(wrongArrows(sources)).toEqual([]);
  });

  it('make no circle', () => {
    expect(cycles(sources).map((circle) => circle.join(' → '))).toEqual([]);
  });
});

describe('the reader of imports', () => {
  it('finds every form an import can take', () => {
    const text = `
      import { a } from './static.ts'
      import './effect.ts'
      import type { B } from './type.ts'
      import { type C, type D } from './inline-types.ts'
      import { type E, f } from './mixed.ts'
      export * from './all.ts'
      export { g } from './named.ts'
      export type { H } from './exported-type.ts'
      const later = import('./dynamic.ts')
      let i: import('./in-a-type.ts').I
      const worker = new Worker(new URL('./some.worker.ts', import.meta.url), { type: 'module' })
      // import './in-a-comment.ts'
      const words = "import './in-a-string.ts'"
      const page = new URL('./page', 'https://example.org')
    `;
    expect(importsOf('x.ts', text)).toEqual([
      { target: './static.ts', typeOnly: false },
      { target: './effect.ts', typeOnly: false },
      { target: './type.ts', typeOnly: true },
      { target: './inline-types.ts', typeOnly: true },
      { target: './mixed.ts', typeOnly: false },
      { target: './all.ts', typeOnly: false },
      { target: './named.ts', typeOnly: false },
      { target: './exported-type.ts', typeOnly: true },
      { target: './dynamic.ts', typeOnly: false },
      { target: './in-a-type.ts', typeOnly: true },
      { target: './some.worker.ts', typeOnly: false },
    ]);
  });

  it('refuses a file it cannot parse, rather than finding nothing in it', () => {
    expect(() => importsOf('broken.ts', 'import { from')).toThrow(/broken\.ts cannot be parsed/);
  });
});

describe('the check of the arrows', () => {
  const wrong: readonly (readonly [string, string, RegExp])[] = [
    ['engine/cell.ts', `import { run } from '../worker/client.ts'`, /engine may import engine$/],
    ['engine/cell.ts', `import type { Doc } from '../state/document.ts'`, /engine may import engine$/],
    ['engine/cell.ts', `import { scaleLinear } from 'd3-scale'`, /the engine computes with no package/],
    ['engine/cell.ts', `export * from '../view/layout/columns'`, /view\/layout\/columns/],
    ['worker/server.ts', `import { store } from '../state/store.ts'`, /worker may import engine, worker$/],
    ['state/store.ts', `import { useState } from 'react'`, /only view\/draw, .* may/],
    ['state/store.ts', `import { Cell } from '../view/draw/Cell.tsx'`, /state may import/],
    ['view/theme/colour.ts', `import { columns } from '../layout/columns.ts'`, /view\/theme may import/],
    ['view/layout/columns.ts', `import type { ReactNode } from 'react'`, /only view\/draw, .* may/],
    ['view/layout/columns.ts', `import { Cell } from '../draw/Cell.tsx'`, /view\/layout may import/],
    ['view/draw/Cell.tsx', `import { store } from '../../state/store.ts'`, /view\/draw may import/],
    ['view/draw/Cell.tsx', `import { create } from 'zustand'`, /only state, .* may/],
    ['view/draw/Cell.tsx', `const panel = import('../panels/Panel.tsx')`, /view\/draw may import/],
    ['view/panels/Panel.tsx', `import { App } from '../../app/App.tsx'`, /view\/panels may import/],
    ['lessons/first.ts', `import { dispatch } from '../state/store.ts'`, /types only/],
    ['lessons/first.ts', `import type { Props } from '../view/draw/Cell.tsx'`, /lessons may import/],
    ['cli/reference.ts', `import { run } from '../worker/client.ts'`, /cli may import engine, cli$/],
    ['worker/server.ts', `import { readFileSync } from 'node:fs'`, /only cli may/],
  ];
  it.each(wrong)('finds the wrong arrow in %s: %s', (file, text, complaint) => {
    expect(wrongArrows({ [file]: text })).toEqual([expect.stringMatching(complaint)]);
  });

  it('lets the right arrows pass', () => {
    expect(
      wrongArrows({
        'engine/cell.ts': `import { dot } from './math/linear.ts'`,
        'worker/client.ts': `import type { Job } from '../engine/job.ts'\nnew Worker(new URL('./engine.worker.ts', import.meta.url))`,
        'state/store.ts': `import { createStore } from 'zustand/vanilla'\nimport { client } from '../worker/client.ts'`,
        'view/draw/Cell.tsx': `import { memo } from 'react'\nimport { columns } from '../layout/columns.ts'\nimport './Cell.css'`,
        'view/panels/Panel.tsx': `import { store } from '../../state/store.ts'\nimport { Cell } from '../draw/Cell.tsx'`,
        'lessons/first.ts': `import type { Doc } from '../state/document.ts'`,
        'cli/reference.ts': `import { writeFileSync } from 'node:fs'\nimport { cell } from '../engine/cell.ts'`,
        'app/main.tsx': `import { first } from '../lessons/first.ts'\nimport '@fontsource-variable/inter'`,
      }),
    ).toEqual([]);
  });

  it('finds a file that is in no layer', () => {
    expect(wrongArrows({ 'helpers/misc.ts': '' })).toEqual([expect.stringMatching(/helpers\/misc\.ts is in no layer/)]);
  });

  it('allows only layers that exist', () => {
    const named = Object.values(layers).flatMap(({ values, types = [] }) => [...values, ...types]);
    expect(named.filter((name) => !(name in layers))).toEqual([]);
  });
});

describe('the search for circles', () => {
  it('finds one over three files, and no other', () => {
    const circles = cycles({
      'engine/a.ts': `import { b } from './b.ts'`,
      'engine/b.ts': `export { c } from './c'`,
      'engine/c.ts': `import type { A } from './a.ts'\nimport { d } from './d/index.ts'`,
      'engine/d/index.ts': '',
    });
    expect(circles).toEqual([['engine/a.ts', 'engine/b.ts', 'engine/c.ts', 'engine/a.ts']]);
  });

  it('finds a file that imports itself', () => {
    expect(cycles({ 'engine/a.ts': `import './a.ts'` })).toEqual([['engine/a.ts', 'engine/a.ts']]);
  });

  it('takes two ways to one file for no circle', () => {
    const diamond = {
      'engine/a.ts': `import './b.ts'\nimport './c.ts'`,
      'engine/b.ts': `import './d.ts'`,
      'engine/c.ts': `import './d.ts'`,
      'engine/d.ts': '',
    };
    expect(cycles(diamond)).toEqual([]);
  });
});
