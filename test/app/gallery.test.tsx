// What the gallery shows and opens.
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';
import { Gallery } from '../../src/app/gallery/Gallery.tsx';
import { openedDocument } from '../../src/app/gallery/opened.ts';
import { cellsFor } from '../../src/engine/tasks/choices.ts';
import { taskIds, tasks } from '../../src/engine/tasks/index.ts';
import { initialDocument } from '../../src/state/defaults.ts';
import { jobOf } from '../../src/state/job.ts';
import { figures } from '../../src/view/draw/gallery/figures.ts';
import { drawPage, type Page } from '../view/page.tsx';

beforeAll(() => {
  // jsdom knows dialogs, but none in front of the page.
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
    close(this: HTMLDialogElement) {
      this.open = false;
    },
  });
});

const show = (document: Parameters<typeof drawPage>[1] = {}): Page => drawPage(<Gallery />, document, { panel: 'gallery' });
const choose = (name: string): Promise<void> => userEvent.click(screen.getByRole('radio', { name }));
const card = (title: string): HTMLElement => screen.getByRole('heading', { name: title }).closest('li')!;

describe('the gallery', () => {
  it('has every task of the page, each once', () => {
    expect(figures.flatMap(({ examples }) => examples.map(({ task }) => task)).sort()).toEqual([...taskIds].sort());
  });

  it('has only sentences that their tasks can read to the end', () => {
    for (const { task, text } of figures.flatMap(({ examples }) => examples)) {
      const { reading, notice } = jobOf({ ...initialDocument(task), text });
      expect([notice, reading.unknown]).toEqual(['', []]);
    }
  });

  it('draws six figures, each with its title', () => {
    show();
    expect(screen.getAllByRole('heading', { level: 3 }).map((each) => each.textContent)).toEqual(figures.map(({ title }) => title));
    for (const { title } of figures) expect(card(title).querySelectorAll('.score-plain').length).toBeGreaterThan(2);
  });

  it.each(figures)('opens “$title” with its example, as one entry of the undo menu, and closes', async ({ title, examples: [{ task, text }] }) => {
    const { stores } = show({ cell: 'lstm' });
    const before = stores.documents.getState().document;
    await userEvent.click(within(card(title)).getByRole('button', { name: `Open ${title}: ${tasks[task].title}` }));
    const { document, undo } = stores.documents.getState();
    expect(document).toMatchObject({ task, text, cell: 'lstm', bidirectional: tasks[task].bidirectional ?? false, playhead: 0 });
    expect(stores.views.getState().panel).toBe('none');
    act(() => undo());
    expect(stores.documents.getState().document).toEqual(before);
  });

  it('opens every example with every cell that goes with it, as its figure shows it', () => {
    for (const [{ task, text }, cell] of figures.flatMap(({ examples }) => examples.flatMap((each) => cellsFor(tasks[each.task]).map((cell) => [each, cell] as const)))) {
      const opened = openedDocument({ ...initialDocument('reviews'), changes: [{ kind: 'scale', symbol: 'W_hh', factor: 2 }] }, { task, text }, cell, 0);
      expect(opened).toEqual({ ...initialDocument(task, cell), text });
    }
  });

  it('changes the cell of all figures and of what is opened', async () => {
    const { stores } = show();
    const states = (): number => card('Many to one').querySelectorAll('.score-plain.is-state').length;
    expect(states()).toBe(3);
    await choose('LSTM');
    expect(states()).toBe(6);
    await userEvent.click(within(card('Many to many, in step')).getByRole('button', { name: 'Next letter' }));
    expect(stores.documents.getState().document).toMatchObject({ task: 'letters', cell: 'lstm' });
  });

  it('keeps the activation that was chosen on the page', async () => {
    const { stores } = show({ cell: 'rnn_relu' });
    await userEvent.click(within(card('Many to one')).getByRole('button', { name: 'Film reviews' }));
    expect(stores.documents.getState().document.cell).toBe('rnn_relu');
  });

  it('says where a cell without a state cannot be wired, and offers nothing to open there', async () => {
    show();
    await choose('Feed-forward');
    expect(within(card('One to one')).getAllByRole('button').length).toBeGreaterThan(1);
    for (const { title } of figures.slice(1)) {
      expect(within(card(title)).queryAllByRole('button')).toEqual([]);
      expect(card(title)).toHaveTextContent('has no state to hand on');
    }
  });

  it('folds all figures, and opens them folded', async () => {
    const { stores } = show();
    const places = (): number => new Set([...card('Many to one').querySelectorAll('.score-plain.is-state')].map((each) => Math.round(Number(each.getAttribute('x'))))).size;
    expect(places()).toBe(3);
    await userEvent.click(screen.getByRole('switch', { name: 'Folded' }));
    await expect.poll(places, { timeout: 5000 }).toBe(1);
    await userEvent.click(within(card('Many to one')).getByRole('button', { name: 'Film reviews' }));
    expect(stores.documents.getState().document.fold).toBe(1);
  });
});
