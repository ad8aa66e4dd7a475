import { act, fireEvent, render, screen } from '@testing-library/react';
import { useMemo, useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FigureFrame } from '../../../src/view/panels/pages/FigureFrame.tsx';
import { inTurn } from '../../../src/view/panels/pages/inTurn.tsx';
import { drawPage } from '../page.tsx';
import { stubView } from '../stubView.ts';

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

const tell = stubView();

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

  test('is left as it is while a hand drags and the frame that it stands in is out of view', () => {
    const Framed = inTurn(({ shown }: { readonly shown: { readonly value: number } }) => (
      <FigureFrame title="Numbers" name="numbers" note={`It is ${shown.value}.`}>
        {() => null}
      </FigureFrame>
    ));
    function Page() {
      const [value, change] = useState(1);
      const shown = useMemo(() => ({ value }), [value]);
      return (
        <>
          <button type="button" onClick={() => change(2)}>Two</button>
          <Framed shown={shown} />
        </>
      );
    }
    drawPage(<Page />);
    const figure = screen.getByRole('figure', { name: 'Numbers' });
    tell(figure, false);
    fireEvent.pointerDown(window);
    fireEvent.click(screen.getByRole('button', { name: 'Two' }));
    act(() => void vi.advanceTimersByTime(500));
    expect(figure).toHaveTextContent('It is 1.');
    tell(figure, true);
    act(() => void vi.advanceTimersByTime(100));
    expect(figure).toHaveTextContent('It is 2.');
    fireEvent.pointerUp(window);
  });
});
