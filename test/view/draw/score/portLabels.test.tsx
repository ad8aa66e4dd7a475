import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Score } from '../../../../src/view/draw/score/Score.tsx';
import { play } from '../scenes.ts';

const named = (ports: boolean, fold = 0): (string | null)[] => {
  const { container, unmount } = render(<Score scene={play()()} width={1174} height={686} fold={fold} selection={null} onSelect={() => {}} onHover={() => {}} digits={2} ports={ports} />);
  const found = [...container.querySelectorAll('.score-port')].map(({ textContent }) => textContent);
  unmount();
  return found;
};

describe('PyTorch’s names in the score', () => {
  it('stand at the last step on request', () => {
    expect(named(true)).toEqual(['output, hn']);
    expect(named(false)).toEqual([]);
  });

  it('go when the columns are folded', () => {
    expect(named(true, 1)).toEqual([]);
  });
});

describe('the folded model', () => {
  const matrices = (inside: number): number => {
    const { container, unmount } = render(<Score scene={play()()} width={1174} height={686} fold={0} selection={null} onSelect={() => {}} onHover={() => {}} digits={2} inside={inside} renderInside={() => null} />);
    const { length } = container.querySelectorAll('[data-symbol="W_hh"]');
    unmount();
    return length;
  };

  it('stays while a cell opens, and is out of sight when it is open', () => {
    expect(matrices(0)).toBeGreaterThan(0);
    expect(matrices(0.5)).toBe(matrices(0));
    expect(matrices(1)).toBe(0);
  });
});
