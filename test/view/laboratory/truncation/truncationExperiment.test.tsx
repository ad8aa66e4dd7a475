import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { initialLaboratory } from '../../../../src/state/laboratory/defaults.ts';
import type { Laboratory } from '../../../../src/state/laboratory/laboratory.ts';
import { setupsOf } from '../../../../src/state/laboratory/setups.ts';
import { TruncationExperiment } from '../../../../src/view/panels/laboratory/truncation/TruncationExperiment.tsx';
import { costAt, costWords } from '../../../../src/view/panels/laboratory/truncation/words.ts';
import { computed, drawLaboratory } from '../answered.tsx';

const asked = (changes: Partial<Laboratory> = {}) => {
  const laboratory = { ...initialLaboratory, ...changes };
  return computed({ kind: 'truncation', setup: setupsOf(laboratory)[laboratory.network], window: laboratory.window, carried: laboratory.carried, mostWindows: 24 });
};
const handle = (): HTMLElement => screen.getByRole('slider', { name: 'Window, in steps' });
const text = (container: HTMLElement): string => container.textContent ?? '';

afterEach(() => void vi.restoreAllMocks());

describe('the experiment "Cutting the way back"', () => {
  it('cuts backwards alone where the state is carried, and says so', () => {
    const { container } = drawLaboratory(<TruncationExperiment />);
    expect(container.querySelectorAll('.lab-scissors')).toHaveLength(asked().cuts.length);
    expect(container.querySelector('.lab-row-reset')).toBeNull();
    expect(text(container)).toContain('The forward arrows stay whole');
  });

  it('cuts forwards too where the state is reset', () => {
    const { container, edit } = drawLaboratory(<TruncationExperiment />);
    edit({ carried: false });
    expect(container.querySelectorAll('.lab-row-reset')).toHaveLength(asked({ carried: false }).cuts.length);
    expect(text(container)).toContain('the forward pass is another one too');
  });

  it('says what the window costs, with the engine’s numbers', () => {
    const { container } = drawLaboratory(<TruncationExperiment />, { window: 3 });
    const answer = asked({ window: 3 });
    expect(costAt(answer, 3).error).toBeGreaterThan(0);
    const [beginning = ''] = costWords(answer, 3, 30).split(' and points');
    expect(text(container)).toContain(beginning);
  });

  it('sets the window by keys at the handle, which goes where the arrow points', () => {
    const { laboratory } = drawLaboratory(<TruncationExperiment />);
    fireEvent.keyDown(handle(), { key: 'ArrowLeft' });
    expect(laboratory().window).toBe(9);
    expect(handle()).toHaveAttribute('aria-valuenow', '9');
    fireEvent.keyDown(handle(), { key: 'ArrowRight' });
    fireEvent.keyDown(handle(), { key: 'ArrowRight' });
    expect(laboratory().window).toBe(7);
    fireEvent.keyDown(handle(), { key: 'End' });
    expect(laboratory().window).toBe(30);
    fireEvent.keyDown(handle(), { key: 'Home' });
    expect(laboratory().window).toBe(1);
  });

  it('offers the bias of the gates where there are gates', () => {
    const page = drawLaboratory(<TruncationExperiment />);
    expect(screen.queryByRole('slider', { name: /gate bias/i })).toBeNull();
    page.edit({ network: 'lstm' });
    expect(screen.getByRole('slider', { name: /gate bias/i })).toBeInTheDocument();
  });

  it('has one entry of the undo menu for one drag of the handle', () => {
    const page = drawLaboratory(<TruncationExperiment />);
    const { documents } = page.stores;
    // A pause of a second and a half ends a drag; a busy machine may take that long between two movements.
    vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    Object.assign(Element.prototype, { setPointerCapture: () => {}, hasPointerCapture: () => true });
    fireEvent.pointerDown(handle(), { button: 0, clientX: 300, pointerId: 1 });
    const first = page.laboratory().window;
    fireEvent.pointerMove(handle(), { clientX: 200, pointerId: 1 });
    fireEvent.pointerMove(handle(), { clientX: 120, pointerId: 1 });
    expect(page.laboratory().window).toBeGreaterThan(first);
    act(() => documents.getState().undo());
    expect(page.laboratory().window).toBe(8);
    expect(documents.getState().canUndo).toBe(false);
  });

  it('draws two steps, one unit, a loss at the first step and a thousand steps without a number that is none', () => {
    for (const changes of [{ steps: 2, window: 1, hiddenSize: 1 }, { steps: 12, lossAt: 1 }, { steps: 1000, window: 1 }]) {
      const { container, unmount } = drawLaboratory(<TruncationExperiment />, changes);
      expect(container.querySelector('.lab-row')).not.toBeNull();
      expect(container.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
      unmount();
    }
  });

  it('says in words that numbers have become too large', () => {
    const { container } = drawLaboratory(<TruncationExperiment />, { network: 'rnn_relu', steps: 1000, stretch: { by: 'radius', value: 3 }, strength: 20 });
    const { overflow } = asked({ network: 'rnn_relu', steps: 1000, stretch: { by: 'radius', value: 3 }, strength: 20 }).facts;
    expect(overflow).not.toBeNull();
    expect(text(container)).toContain('too large for float64');
    expect(container.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('says why there is no answer', () => {
    drawLaboratory(<TruncationExperiment />, {}, 'The numbers are not to be had.');
    expect(screen.getByRole('alert')).toHaveTextContent('The numbers are not to be had.');
  });
});
