// A second network on the page: opened and closed by a button, changed in its bar, on the first one's clock, with what differs marked.
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { FormulaStrip } from '../../../src/view/panels/formula/FormulaStrip.tsx';
import { ScorePanel } from '../../../src/app/ScorePanel.tsx';
import { Clock } from '../../../src/engine/clock/clock.ts';
import { sameMoment } from '../../../src/engine/clock/sameMoment.ts';
import { Numbers } from '../../../src/engine/explain/numbers.ts';
import type { Job } from '../../../src/engine/job.ts';
import { createNetwork } from '../../../src/engine/network.ts';
import { parametersOf } from '../../../src/engine/recipe/parameters.ts';
import { Pass } from '../../../src/engine/run/pass.ts';
import { createTrace } from '../../../src/engine/run/trace.ts';
import type { UnrolledDocument } from '../../../src/state/document.ts';
import type { Connect } from '../../../src/state/rivalRun.ts';
// The page fetches these when they are drawn; here they are read before the first test's time runs.
import '../../../src/view/panels/rival/FirstHead.tsx';
import '../../../src/view/panels/rival/SecondHead.tsx';
import '../../../src/view/panels/whatif/WhatIf.tsx';
import { RivalButton } from '../../../src/view/panels/rival/RivalButton.tsx';
import { SecondProvider } from '../../../src/view/panels/rival/second.tsx';
import { drawPage, type Page } from '../page.tsx';

vi.mock('../../../src/view/hooks/useSize.ts', () => ({ useSize: () => ({ width: 1200, height: 700 }) }));

/** What the second run computed last, and whether its worker lives. */
let second: { readonly numbers: Numbers; readonly clock: Clock } | null = null;
const dispose = vi.fn<() => void>();
const connected = vi.fn<() => void>();

const connect: Connect = (store) => {
  connected();
  let version = 0;
  const run = (job: Job): number => {
    const network = createNetwork(job.model);
    const parameters = parametersOf(network, job.recipe);
    const trace = createTrace(network, job.example);
    const pass = new Pass(trace, parameters);
    pass.forward();
    pass.backward();
    second = { numbers: new Numbers(trace, parameters, job.learningRate), clock: new Clock(network, trace.steps) };
    version += 1;
    store.setState({ status: 'done', version, run: version, job, network, parameters, trace, loss: pass.totalLoss(), forwardTo: trace.steps.length, backwardFrom: 0 });
    return version;
  };
  return { run, cancel: () => {}, crash: () => {}, dispose };
};

beforeEach(() => {
  dispose.mockClear();
  connected.mockClear();
});

async function draw(document: Partial<UnrolledDocument> = {}): Promise<Page> {
  const page = drawPage(
    <SecondProvider connect={connect}>
      <RivalButton />
      <ScorePanel />
      <FormulaStrip />
    </SecondProvider>,
    document,
  );
  if (document.rival) {
    await bar();
    // Its numbers come with what computes them.
    await waitFor(() => {
      if (marks('second').length === 0) throw new Error('The second score has no numbers yet.');
    });
  }
  return page;
}

const bar = (): Promise<HTMLElement> => screen.findByRole('group', { name: 'What the second network does otherwise' }, { timeout: 4000 });
const part = (which: 'first' | 'second'): HTMLElement => document.querySelector<HTMLElement>(`[data-score="${which}"]`)!;
const marks = (which: 'first' | 'second', rest = ''): SVGElement[] => [...part(which).querySelectorAll<SVGElement>(`[role="button"][data-symbol]${rest}`)];
const clockOf = ({ stores }: Page): Clock => {
  const { network, trace } = stores.runs.getState();
  return new Clock(network!, trace!.steps);
};

test('a button opens a second network under the first and closes it again, and both can be undone', async () => {
  const page = await draw();
  expect(document.querySelectorAll('svg.score')).toHaveLength(1);
  const button = screen.getByRole('button', { name: 'Compare with a second network' });
  fireEvent.click(button);
  await bar();
  await waitFor(() => expect(document.querySelectorAll('svg.score')).toHaveLength(2));
  expect(button.getAttribute('aria-pressed')).toBe('true');
  expect(connected).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole('button', { name: 'Close the second network' }));
  expect(document.querySelectorAll('svg.score')).toHaveLength(1);
  expect(dispose).toHaveBeenCalledOnce();
  const { undo } = page.stores.documents.getState();
  act(undo);
  expect(page.stores.documents.getState().document.rival).not.toBeNull();
  act(undo);
  expect(page.stores.documents.getState().document.rival).toBeNull();
});

test('every number of the second score is its own network’s, at the same moment of the first one’s clock', async () => {
  const page = await draw({ rival: { cell: 'lstm' } });
  const clock = clockOf(page);
  for (const phase of clock.phases) {
    page.seek(Math.round((phase.from + phase.to) / 2));
    const { numbers, clock: other } = second!;
    const playhead = sameMoment(clock, page.at(), other);
    for (const mark of marks('second')) {
      const [unit, column] = (mark.dataset['unit'] ?? '').split(',').filter(Boolean).map(Number);
      const t = mark.dataset['t'];
      const reference = { symbol: mark.dataset['symbol']!, ...(t !== undefined && { t: Number(t) }), ...(unit !== undefined && { unit }), ...(column !== undefined && { column }) };
      expect({ ...reference, value: Number(mark.dataset['value']) }).toEqual({ ...reference, value: numbers.value(reference) });
      expect(other.madeAt(reference.symbol, reference.t)).toBeLessThanOrEqual(playhead);
    }
    expect(marks('second').length).toBeGreaterThan(20);
  }
});

test('both show the same columns at the same places', async () => {
  await draw({ rival: { cell: 'lstm' } });
  const places = (which: 'first' | 'second'): (string | null)[] => [...part(which).querySelectorAll('[data-column]')].map((each) => each.getAttribute('transform') ?? each.getAttribute('style'));
  expect(places('first').length).toBeGreaterThan(3);
  expect(places('second')).toEqual(places('first'));
});

test('what both make of the sentence stands in one line with the very numbers', async () => {
  const page = await draw({ rival: { cell: 'lstm' } });
  page.seek(clockOf(page).phases[2]!.from);
  await waitFor(() => expect(part('first').querySelector('[data-compared="L"]')).not.toBeNull());
  const told = part('first').querySelector<HTMLElement>('[data-compared="L"]')!;
  expect(Number(told.dataset['first'])).toBe(page.stores.runs.getState().loss);
  expect(Number(told.dataset['second'])).toBe(second!.numbers.value({ symbol: 'L' }));
  expect(told.textContent).toMatch(/^loss .* against /);
});

test('an edited weight is marked in both folded cells with the other’s number', async () => {
  const page = await draw({ rival: { changes: [{ kind: 'set', symbol: 'W_hh', unit: 1, column: 2, value: -1.5 }] } });
  const own = new Numbers(page.stores.runs.getState().trace!, page.stores.runs.getState().parameters!, 1).value({ symbol: 'W_hh', unit: 1, column: 2 });
  const corners = (which: 'first' | 'second'): (string | null)[] =>
    [...part(which).querySelectorAll('[data-symbol="W_hh"] .rival-corner, [data-symbol="W_xh"] .rival-corner')].map((each) => each.getAttribute('data-beside'));
  expect(corners('first')).toEqual(['-1.5']);
  expect(corners('second')).toEqual([`${own}`]);
  expect(part('second').querySelector('[data-otherwise]')?.textContent).toContain('W_hh[1,2] −1.5 instead of');
});

test('the bar changes the second network alone, one entry of the history each', async () => {
  const page = await draw({ rival: { cell: 'lstm' } });
  const { documents } = page.stores;
  const controls = within(await bar());
  fireEvent.change(controls.getByLabelText('Cell of B'), { target: { value: 'gru' } });
  fireEvent.change(controls.getByLabelText('Clipping of B'), { target: { value: 'norm' } });
  expect(documents.getState().document.rival).toEqual({ cell: 'gru', clipping: { kind: 'norm', limit: 1 } });
  expect(documents.getState().document.cell).toBe('rnn_tanh');
  act(documents.getState().undo);
  expect(documents.getState().document.rival).toEqual({ cell: 'gru' });
  // What is as in the first is left out.
  fireEvent.change(controls.getByLabelText('Cell of B'), { target: { value: 'rnn_tanh' } });
  expect(documents.getState().document.rival).toEqual({});
  expect(part('second').querySelector('[data-otherwise]')?.textContent).toBe('the same as A so far');
});

test('the selected weight is changed in the second network by typing', async () => {
  const page = await draw({ rival: {} });
  act(() => page.stores.views.getState().select({ symbol: 'W_hh', unit: 1, column: 2 }, true));
  const field = within(await bar()).getByLabelText('W_hh[1,2] of B');
  for (const text of ['0.25', '-0.75']) {
    fireEvent.change(field, { target: { value: text } });
    fireEvent.keyDown(field, { key: 'Enter' });
  }
  expect(page.stores.documents.getState().document.rival).toEqual({ changes: [{ kind: 'set', symbol: 'W_hh', unit: 1, column: 2, value: -0.75 }] });
  expect(page.stores.documents.getState().document.changes).toEqual([]);
});

test('pointing at a number lights it in both, and the formula has the other one’s number beside it', async () => {
  const page = await draw({ rival: { cell: 'lstm' } });
  page.seek(clockOf(page).phases[2]!.from);
  const mark = marks('second', '[data-symbol="h"][data-t="2"][data-unit="3"]')[0]!;
  fireEvent.pointerOver(mark);
  for (const which of ['first', 'second'] as const) expect(marks(which, '[data-symbol="h"][data-t="2"][data-unit="3"]')[0]?.classList.contains('is-lit')).toBe(true);
  const note = await waitFor(() => document.querySelector<HTMLElement>('.formula [data-beside]')!);
  expect(Number(note.dataset['beside'])).toBe(second!.numbers.value({ symbol: 'h', t: 2, unit: 3 }));
});

test('a number that only the second network has is lit where it stands, and asks nothing of the first', async () => {
  const page = await draw({ rival: { cell: 'lstm' } });
  page.seek(clockOf(page).phases[2]!.from);
  const mark = marks('second', '[data-symbol="c"][data-t="2"][data-unit="3"]')[0]!;
  fireEvent.pointerOver(mark);
  expect(mark.classList.contains('is-lit')).toBe(true);
  fireEvent.click(mark);
  expect(page.stores.views.getState().selection?.symbol).not.toBe('c');
});

test('the second score goes without the headings and words that stand over it already', async () => {
  await draw({ rival: { cell: 'lstm' } });
  for (const repeated of ['.score-heading', '[data-word]']) {
    expect(part('first').querySelectorAll(repeated).length).toBeGreaterThan(0);
    expect(part('second').querySelectorAll(repeated)).toHaveLength(0);
  }
});

test('numbers that are given can be changed in the first score, and are only looked at in the second', async () => {
  await draw({ rival: {} });
  const weights = (which: 'first' | 'second') => marks(which, '[data-symbol="W_hh"][role="button"]');
  for (const mark of weights('first')) expect(mark).toHaveAccessibleName(/, can be changed$/);
  expect(weights('first').length).toBeGreaterThan(0);
  expect(weights('second').length).toBe(weights('first').length);
  for (const mark of marks('second', '[role="button"]')) expect(mark).not.toHaveAccessibleName(/can be changed/);
  expect(part('second').querySelector('[data-given]')).toBeNull();
});
