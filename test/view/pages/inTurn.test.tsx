import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inTurn } from '../../../src/view/panels/pages/inTurn.tsx';

interface Props {
  readonly shown: { readonly value: number };
  readonly pointed: number;
}

const drawn = vi.fn<() => void>();
const Figure = inTurn(function Figure({ shown, pointed }: Props) {
  drawn();
  return (
    <p>
      {shown.value} at {pointed}
    </p>
  );
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  act(() => void vi.advanceTimersByTime(1000));
  vi.useRealTimers();
  drawn.mockClear();
});

describe('a figure that is drawn in its turn', () => {
  test('follows a pointer at once, and newer numbers when its turn has come', () => {
    const page = render(<Figure shown={{ value: 1 }} pointed={0} />);
    page.rerender(<Figure shown={{ value: 2 }} pointed={0} />);
    page.rerender(<Figure shown={{ value: 3 }} pointed={0} />);
    page.rerender(<Figure shown={{ value: 3 }} pointed={5} />);
    expect(screen.getByText('2 at 5')).toBeInTheDocument();
    act(() => void vi.advanceTimersByTime(100));
    expect(screen.getByText('3 at 5')).toBeInTheDocument();
  });

  test('is not drawn for numbers that it never shows', () => {
    const page = render(<Figure shown={{ value: 0 }} pointed={0} />);
    page.rerender(<Figure shown={{ value: 1 }} pointed={0} />);
    const before = drawn.mock.calls.length;
    for (let value = 2; value < 12; value++) page.rerender(<Figure shown={{ value }} pointed={0} />);
    act(() => void vi.advanceTimersByTime(100));
    expect(screen.getByText('11 at 0')).toBeInTheDocument();
    expect(drawn.mock.calls.length).toBe(before + 1);
  });
});
