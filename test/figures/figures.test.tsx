// Every way of wiring, with every cell that goes with it, drawn as it was when somebody last looked at it and stored it.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { cellIds, cells } from '../../src/engine/cells/index.ts';
import type { CellId } from '../../src/engine/model.ts';
import { cellsFor } from '../../src/engine/tasks/choices.ts';
import { tasks } from '../../src/engine/tasks/index.ts';
import { figures, type GalleryFigure } from '../../src/view/draw/gallery/figures.ts';
import { standAlone } from '../../src/view/draw/gallery/standAlone.ts';
import { figureOf, type FigureKind } from './figureOf.tsx';
import { stylesOf } from './styles.ts';

/** Nothing is stored by the way: `FIGURES=store npx vitest run test/figures` stores, and then they are looked at. */
const isStoring = process.env['FIGURES'] === 'store';
const light = stylesOf('light');
const drawn = new Set<string>();

function expectAsStored(figure: GalleryFigure, cell: CellId, kind: FigureKind, name: string): void {
  const svg = standAlone(renderToStaticMarkup(figureOf(figure, cell, kind)), light);
  expect(svg).not.toMatch(/NaN|Infinity|undefined|var\(/);
  drawn.add(`${name}.svg`);
  const path = join(import.meta.dirname, `${name}.svg`);
  if (isStoring) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, svg);
  }
  // The first line that differs says more than a picture's whole text.
  const [now, stored] = [svg.split('\n'), readFileSync(path, 'utf8').split('\n')];
  const line = now.findIndex((text, k) => text !== stored[k]);
  expect({ name, line: line + 1, text: now[line] }).toEqual({ name, line: line + 1, text: stored[line] });
  expect(now).toHaveLength(stored.length);
}

/** The first cell of each family: the others of it differ in one curve, which these figures do not show. */
const firstOfFamily = (cell: CellId): boolean => cellIds.find((each) => cells[each].family === cells[cell].family) === cell;

describe.each(figures)('$title', (figure) => {
  const fitting = cellsFor(tasks[figure.examples[0].task]);

  it.each(fitting)('with the cell %s is wired and folded as stored', (cell) => {
    expectAsStored(figure, cell, 'plain', `${figure.id}/${cell}-plain`);
    expectAsStored(figure, cell, 'folded', `${figure.id}/${cell}-folded`);
  });

  it.each(fitting.filter(firstOfFamily))('with the cell %s has its numbers and its gradients as stored', (cell) => {
    expectAsStored(figure, cell, 'forward', `${figure.id}/${cell}-forward`);
    expectAsStored(figure, cell, 'backward', `${figure.id}/${cell}-backward`);
  });
});

describe('the inside of a cell', () => {
  it.each(cellIds)('of %s is as stored, forwards and backwards', (cell) => {
    const figure = figures.find(({ examples: [{ task }], id }) => cellsFor(tasks[task]).includes(cell) && (id === 'many-to-one' || cells[cell].declare('one').states.length === 0));
    if (!figure) throw new Error(`No figure of the gallery goes with the cell ${cell}.`);
    expectAsStored(figure, cell, 'inside-forward', `inside/${cell}-forward`);
    expectAsStored(figure, cell, 'inside-backward', `inside/${cell}-backward`);
  });
});

it('stores no figure that nobody draws', () => {
  const stored = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.svg'));
  expect(stored.map((name) => name.replaceAll('\\', '/')).sort()).toEqual([...drawn].sort());
});
