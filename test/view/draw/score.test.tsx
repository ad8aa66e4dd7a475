import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Reference } from '../../../src/engine/reference.ts';
import { Score, type ScoreProps } from '../../../src/view/draw/score/Score.tsx';
import { movingParts } from '../../../src/view/draw/score/useMovingParts.ts';
import type { Scene } from '../../../src/view/scene/scene.ts';
import { play } from './scenes.ts';

// What is fetched after the first picture is there.
await movingParts.fetch();

const reviews = play();
const letters = play({ task: 'letters' });

function draw(scene: Scene, given: Partial<ScoreProps> = {}) {
  return render(
    <Score scene={scene} width={1174} height={686} fold={0} selection={null} onSelect={() => {}} onHover={() => {}} digits={2} {...given} />,
  );
}

/** Every drawn value of a symbol: unit → value. */
function valuesOf(root: Element, symbol: string, t?: number): Record<string, number> {
  const marks = [...root.querySelectorAll(`[data-symbol="${symbol}"][data-value]${t === undefined ? '' : `[data-t="${t}"]`}`)];
  return Object.fromEntries(marks.map((mark) => [mark.getAttribute('data-unit') ?? '', Number(mark.getAttribute('data-value'))]));
}

const isAt = (phase: string, t: number, makes?: string) => (moment: { phase: string; t: number; makes: string }) =>
  moment.phase === phase && moment.t === t && (makes === undefined || moment.makes === makes);

describe('the score on the way forward', () => {
  it('shows what is given before the first operation, and no state but the first', () => {
    const { container } = draw(reviews());
    expect(valuesOf(container, 'h', 0)).toEqual({ '1': 0, '2': 0, '3': 0, '4': 0 });
    expect(container.querySelectorAll('[data-symbol="h"][data-value]:not([data-t="0"])')).toHaveLength(0);
    expect(valuesOf(container, 'x', 3)).toEqual({ '1': 0, '2': 0, '3': 0, '4': 0, '5': 1 });
  });

  it('draws each state with every digit of the trace', () => {
    const scene = reviews(isAt('forward', 3, 'h'));
    const { container } = draw(scene);
    for (const t of [1, 2, 3]) {
      for (let unit = 1; unit <= 4; unit++) expect(valuesOf(container, 'h', t)[unit]).toBe(scene.numbers.value({ symbol: 'h', t, unit }));
    }
    expect(valuesOf(container, 'h', 4)).toEqual({});
  });

  it('shows the terms that add up to the state, one after the other', () => {
    const read = draw(reviews(isAt('forward', 2, 'W_xh·x')));
    expect(Object.keys(valuesOf(read.container, 'W_xh·x', 2))).toHaveLength(4);
    expect(valuesOf(read.container, 'W_hh·h', 2)).toEqual({});
    read.unmount();
    const { container } = draw(reviews(isAt('forward', 2, 'a')));
    const [x, h, a] = ['W_xh·x', 'W_hh·h', 'a'].map((symbol) => valuesOf(container, symbol, 2)['1']!);
    const bias = Number(container.querySelector('.is-work [data-symbol="b_h"][data-unit="1"]')?.getAttribute('data-value'));
    expect(x! + h! + bias).toBeCloseTo(a!, 12);
  });

  it('lets the column of W_xh slide while the operation goes on, and lands it', () => {
    const scene = reviews(isAt('forward', 2, 'W_xh·x'));
    const { container, rerender } = draw(scene, { isMoving: true });
    expect(container.querySelector('.score-flight')).not.toBeNull();
    expect(valuesOf(container, 'W_xh·x', 2)).toEqual({});
    rerender(<Score scene={scene} width={1174} height={686} fold={0} selection={null} onSelect={() => {}} onHover={() => {}} digits={2} />);
    expect(container.querySelector('.score-flight')).toBeNull();
    expect(Object.keys(valuesOf(container, 'W_xh·x', 2))).toHaveLength(4);
  });

  it('holds one copy of the weights', () => {
    const { container } = draw(reviews());
    expect(container.querySelectorAll('[data-symbol="W_hh"][data-value]')).toHaveLength(16);
    expect(container.querySelectorAll('[data-symbol="W_xh"][data-value]')).toHaveLength(20);
    expect(container.querySelectorAll('[data-symbol="b_h"][data-value]')).toHaveLength(4);
    expect(container.querySelector('[data-symbol="b_h"]')?.getAttribute('data-unit')).toBe('1');
    expect(container.querySelector('[data-symbol="W_hh"]')?.getAttribute('data-unit')).toBe('1,1');
  });
});

describe('the score at the loss', () => {
  it('has one output box in a sequence that is read out at its end', () => {
    const { container } = draw(reviews(isAt('loss', 4)));
    expect(container.querySelectorAll('.score-output')).toHaveLength(1);
    expect(valuesOf(container, 'target', 4)).toEqual({ '1': 0 });
    expect(Object.keys(valuesOf(container, 'L', 4))).toHaveLength(1);
  });

  it('has one at every step that is read out, with a row a class and a mark at the right one', () => {
    const { container } = draw(letters(isAt('loss', 6)));
    expect(container.querySelectorAll('.score-output')).toHaveLength(6);
    const probabilities = valuesOf(container, 'p', 2);
    expect(Object.values(probabilities).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(container.querySelectorAll('.score-probability.is-target')).toHaveLength(6);
    expect(screen.getByRole('button', { name: /^p₁\[2\].*the target$/ })).toBeInTheDocument();
  });
});

describe('the score on the way back', () => {
  it('stands gradients beside the states they have reached', () => {
    const scene = reviews(isAt('backward', 2, 'dh'));
    const { container } = draw(scene);
    for (const t of [2, 3, 4]) expect(valuesOf(container, 'dh', t)['3']).toBe(scene.numbers.value({ symbol: 'dh', t, unit: 3 }));
    expect(valuesOf(container, 'dh', 1)).toEqual({});
  });

  it('labels the arrow with the factor of each step that was passed', () => {
    const scene = reviews(isAt('backward', 3, 'dh_next'));
    const { container } = draw(scene);
    expect(Number(container.querySelector('[data-symbol="factor"][data-t="4"]')?.getAttribute('data-value'))).toBe(scene.numbers.factor(4));
    expect(container.querySelector('[data-symbol="factor"][data-t="2"]')).toBeNull();
  });

  it('shows the two arrivals and what they add up to', () => {
    const { container } = draw(letters(isAt('backward', 3, 'dh')), { width: 1900 });
    const [output, future, both] = ['dh_out', 'dh_next', 'dh'].map((symbol) => valuesOf(container, symbol, 3)['2']!);
    expect(output! + future!).toBeCloseTo(both!, 14);
  });

  it('adds the terms in the folded cell, each when its operation is done', () => {
    const scene = reviews(isAt('backward', 3, 'dW_hh'));
    const { container, rerender } = draw(scene);
    const total = valuesOf(container, 'sum_dW_hh', 3)['2,1'];
    expect(total).toBeCloseTo([3, 4].reduce((sum, t) => sum + scene.numbers.value({ symbol: 'dW_hh', t, unit: 2, column: 1 }), 0), 14);
    expect(container.querySelectorAll('.score-tile')).toHaveLength(2);
    rerender(<Score scene={scene} width={1174} height={686} fold={0} selection={null} onSelect={() => {}} onHover={() => {}} digits={2} isMoving />);
    expect(valuesOf(container, 'sum_dW_hh', 3)).toEqual({});
    expect(Object.keys(valuesOf(container, 'sum_dW_hh', 4))).toHaveLength(16);
  });

  it('writes a vanished gradient as a power of ten, never as 0', () => {
    const { container } = draw(play({ scale: 0.01 })(isAt('backward', 1, 'dh')));
    const text = container.querySelector('[data-symbol="dh"][data-t="1"] text')?.textContent ?? '';
    expect(text).toMatch(/10⁻|e−/);
  });
});

describe('the score at the update', () => {
  it('shows the new weights with the old ones as ghosts', () => {
    const scene = reviews((moment) => moment.phase === 'update');
    const { container } = draw(scene);
    expect(valuesOf(container, 'W_hh_new')['2,1']).toBe(scene.numbers.value({ symbol: 'W_hh_new', unit: 2, column: 1 }));
    expect(container.querySelectorAll('.score-ghost').length).toBeGreaterThan(0);
  });

  it('flashes in every column while it happens, and never when it is settled', () => {
    const scene = reviews((moment) => moment.phase === 'update');
    expect(draw(scene, { isMoving: true }).container.querySelectorAll('.score-flash rect')).toHaveLength(4);
    expect(draw(scene).container.querySelectorAll('.score-flash rect')).toHaveLength(0);
  });
});

describe('the score at other sizes', () => {
  it('keeps the values of the step in view when folded', () => {
    const scene = reviews(isAt('forward', 3, 'h'));
    const { container } = draw(scene, { fold: 1 });
    expect(valuesOf(container, 'h', 3)['2']).toBe(scene.numbers.value({ symbol: 'h', t: 3, unit: 2 }));
    expect(valuesOf(container, 'h', 2)).toEqual({});
    expect(container.querySelectorAll('[data-symbol="W_hh"][data-value]')).toHaveLength(16);
  });

  it('keeps every value half way', () => {
    const scene = reviews(isAt('forward', 4, 'h'));
    const { container } = draw(scene, { fold: 0.5 });
    for (const t of [1, 2, 3, 4]) expect(Object.keys(valuesOf(container, 'h', t))).toHaveLength(4);
  });

  it('draws ten thousand steps with few elements, the one in view in numbers', () => {
    const scene = play({ task: 'letters', T: 10_000, epochs: 0 })(isAt('forward', 40, 'h'));
    const { container } = draw(scene);
    expect(container.querySelectorAll('*').length).toBeLessThan(2500);
    expect(Object.keys(valuesOf(container, 'h', 40))).toHaveLength(4);
  });

  it('draws a network with one unit that reads one word', () => {
    const { container } = draw(play({ text: 'good', units: 1 })(isAt('forward', 1, 'h')), { width: 360, height: 330 });
    expect(Object.keys(valuesOf(container, 'h', 1))).toEqual(['1']);
  });

  it('does not break where numbers overflow', () => {
    const scene = play({ scale: 1e308, epochs: 0 })(isAt('backward', 1, 'dh'));
    expect(() => draw(scene)).not.toThrow();
  });
});

describe('pointing at numbers', () => {
  const scene = reviews(isAt('forward', 3, 'h'));

  it('gives every number a name for the ear', () => {
    draw(scene);
    expect(screen.getByRole('button', { name: /^h₃\[2\], −?\d\.\d\d, state$/ })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^W_hh\[1,2\], −?\d\.\d\d, weight, can be changed$/ })).toBeInTheDocument();
  });

  it('says which number is under the pointer, and which was chosen', async () => {
    const [onSelect, onHover] = [vi.fn<(reference: Reference) => void>(), vi.fn<(reference: Reference | null) => void>()];
    const { container } = draw(scene, { onSelect, onHover });
    const mark = container.querySelector('[data-symbol="h"][data-t="3"][data-unit="2"]')!;
    await userEvent.click(mark);
    expect(onHover).toHaveBeenCalledWith({ symbol: 'h', t: 3, unit: 2 });
    expect(onSelect).toHaveBeenCalledWith({ symbol: 'h', t: 3, unit: 2 });
    await userEvent.click(container.querySelector('[data-symbol="W_xh"][data-unit="4,5"]')!);
    expect(onSelect).toHaveBeenLastCalledWith({ symbol: 'W_xh', unit: 4, column: 5 });
  });

  it('lights up what is selected, one number or a whole vector', () => {
    const one = draw(scene, { selection: { symbol: 'h', t: 3, unit: 2 } });
    expect([...one.container.querySelectorAll('.is-lit')].map((mark) => mark.getAttribute('data-unit'))).toEqual(['2']);
    expect(one.container.querySelector('.is-lit')).toHaveAttribute('aria-pressed', 'true');
    one.unmount();
    const { container } = draw(scene, { selection: { symbol: 'h', t: 3 } });
    expect(container.querySelectorAll('.is-lit')).toHaveLength(4);
  });

  it('is one stop of the Tab key; the numbers are reached with ↓, chosen with Enter, and left with Tab', async () => {
    const onSelect = vi.fn<(reference: Reference) => void>();
    draw(scene, { onSelect });
    await userEvent.tab();
    expect(screen.getByRole('group', { name: /^Score/ })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toHaveAttribute('data-symbol', 'h');
    expect(document.activeElement).toHaveAttribute('data-t', '3');
    await userEvent.keyboard('{Enter}');
    expect(onSelect).toHaveBeenCalledWith({ symbol: 'h', t: 3, unit: 1 });
    await userEvent.tab();
    expect(document.body).toHaveFocus();
  });

  it('leaves ← and → to the clock', () => {
    draw(scene);
    const score = screen.getByRole('group', { name: /^Score/ });
    expect(fireEvent.keyDown(score, { key: 'ArrowRight' })).toBe(true);
    expect(fireEvent.keyDown(score, { key: 'ArrowLeft' })).toBe(true);
  });
});
