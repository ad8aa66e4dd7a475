import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Transport } from '../../../src/view/panels/transport/Transport.tsx';
import { drawPage, type Page } from '../page.tsx';

const scrubber = (): HTMLInputElement => screen.getByRole('slider', { name: 'Place in this iteration' });
const last = (): number => Number(scrubber().max);
const press = (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }));
const status = (): string => screen.getByRole('status').textContent ?? '';

afterEach(() => {
  vi.useRealTimers();
});

describe('the buttons', () => {
  test('step by operation and by word, both ways', async () => {
    const page = drawPage(<Transport />);
    await press('On one operation');
    expect(page.at()).toBe(1);
    await press('On one word');
    expect(page.at()).toBe(4);
    await press('On one word');
    await press('Back one operation');
    expect(page.at()).toBe(7);
    await press('Back one word');
    expect(page.at()).toBe(4);
    await press('Back to the start');
    expect(page.at()).toBe(0);
  });

  test('that would do nothing say so, and keep the focus', async () => {
    const page = drawPage(<Transport />);
    const back = screen.getByRole('button', { name: 'Back one word' });
    expect(back).toHaveAttribute('aria-disabled', 'true');
    back.focus();
    await userEvent.keyboard('{Enter}');
    expect(page.at()).toBe(0);
    expect(back).toHaveFocus();
  });

  test('speak of letters where letters are read', () => {
    drawPage(<Transport />, { task: 'letters', text: 'hello' });
    expect(screen.getByRole('button', { name: 'On one letter' })).toBeInTheDocument();
  });
});

describe('the scrubber', () => {
  test('is a native range that says where it stands in words', () => {
    const page = drawPage(<Transport />);
    page.seek(6);
    expect(scrubber()).toHaveValue('6');
    expect(scrubber()).toHaveAttribute('aria-valuetext', `t = 2 · recall: multiply the memory h₁ by W_hh, operation 6 of ${last()}`);
    fireEvent.change(scrubber(), { target: { value: '9' } });
    expect(page.at()).toBe(9);
  });

  test('steps by word with Shift and an arrow', () => {
    const page = drawPage(<Transport />);
    fireEvent.keyDown(scrubber(), { key: 'ArrowRight', shiftKey: true });
    expect(page.at()).toBe(4);
    fireEvent.keyDown(scrubber(), { key: 'ArrowLeft', shiftKey: true });
    expect(page.at()).toBe(0);
  });

  test('follows a clicker also where it has the focus', () => {
    const page = drawPage(<Transport />);
    fireEvent.keyDown(scrubber(), { key: 'PageDown' });
    expect(page.at()).toBe(4);
    fireEvent.keyDown(scrubber(), { key: 'PageUp' });
    expect(page.at()).toBe(0);
  });

  test('is taken by the pointer where it stands', () => {
    const page = drawPage(<Transport />);
    const track = scrubber().parentElement as HTMLElement;
    // jsdom captures no pointers, and the line is 600 wide there.
    track.setPointerCapture = () => {};
    fireEvent.pointerDown(track, { button: 0, clientX: 599 });
    expect(page.at()).toBe(last());
    expect(scrubber()).toHaveFocus();
    fireEvent.pointerDown(track, { button: 0, clientX: 0 });
    expect(page.at()).toBe(0);
  });

  test('shows the four phases', () => {
    drawPage(<Transport />);
    const names = [...document.querySelectorAll('.scrubber-name')].map((each) => each.textContent);
    expect(names).toEqual(['Forward', 'Loss', 'Backward', 'Update']);
  });
});

describe('the caption', () => {
  test('is read out politely', () => {
    const page = drawPage(<Transport />);
    page.seek(10);
    expect(status()).toBe('t = 3 · recall: multiply the memory h₂ by W_hh');
  });

  test('is not read out while it races', () => {
    const page = drawPage(<Transport />);
    const { setPlaying, setSpeed } = page.stores.views.getState();
    page.seek(10);
    const caption = status();
    act(() => setPlaying(true));
    expect(status()).toBe(caption);
    act(() => setSpeed(4));
    expect(status()).toBe('playing');
    page.seek(11);
    expect(status()).toBe('playing');
    act(() => setPlaying(false));
    expect(status()).toMatch(/^t = 3 · /);
  });
});

describe('playing', () => {
  /** Presses play under a clock of the test's own. */
  function play(speed: number): Page {
    vi.useFakeTimers();
    const page = drawPage(<Transport />, {}, { speed });
    fireEvent.click(screen.getByRole('button', { name: 'Play' }));
    return page;
  }
  const wait = (milliseconds: number): void => act(() => void vi.advanceTimersByTime(milliseconds));

  test('does not begin by itself', () => {
    vi.useFakeTimers();
    const page = drawPage(<Transport />);
    wait(60_000);
    expect(page.at()).toBe(0);
  });

  test('goes on by one operation a second, the first at once', () => {
    const page = play(1);
    expect(page.at()).toBe(1);
    wait(2000);
    expect(page.at()).toBe(3);
  });

  test('goes on by words from 4×', () => {
    const page = play(4);
    expect(page.at()).toBe(4);
    wait(1000);
    expect(page.at()).toBe(8);
  });

  test('pauses', () => {
    const page = play(1);
    fireEvent.click(screen.getByRole('button', { name: 'Pause' }));
    wait(5000);
    expect(page.at()).toBe(1);
  });

  test('ends when the reader steps', () => {
    const page = play(1);
    fireEvent.click(screen.getByRole('button', { name: 'On one word' }));
    expect(page.stores.views.getState().playing).toBe(false);
    wait(5000);
    expect(page.at()).toBe(4);
  });

  test('ends at the end, without an update of its own', () => {
    const page = play(8);
    wait(60_000);
    expect(page.at()).toBe(last());
    expect(page.stores.views.getState().playing).toBe(false);
    expect(page.stores.documents.getState().document.changes).toEqual([]);
  });
});

describe('after the update', () => {
  const iteration = (): string => document.querySelector('.transport-iteration')?.textContent ?? '';

  test('the reader trains by hand: the same sentence again, with the loss before and after', async () => {
    const page = drawPage(<Transport />);
    expect(iteration()).toBe('no update yet');
    page.seek(last());
    const before = page.stores.runs.getState().loss ?? NaN;
    await press('Same sentence again, with the new weights');
    expect(page.at()).toBe(0);
    expect(iteration()).toMatch(/^1 update · loss \d.\d\d → \?$/);
    page.seek(last());
    const after = page.stores.runs.getState().loss ?? NaN;
    expect(after).toBeLessThan(before);
    expect(iteration()).toMatch(/↓ lower$/);
    expect(document.querySelector('.transport-iteration [data-symbol="L"]')).toHaveAttribute('data-value', `${after}`);
  });

  test('or goes on with the next row, whose loss is not compared', async () => {
    const page = drawPage(<Transport />);
    page.seek(last());
    await press('Next row');
    expect(page.stores.documents.getState().document.text).toBe('movie was good');
    expect(iteration()).toBe('1 update');
  });
});
