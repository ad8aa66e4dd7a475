import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Power } from '../../../../src/view/draw/plot/Power.tsx';
import { PowerText } from '../../../../src/view/draw/plot/PowerText.tsx';
import { Spans } from '../../../../src/view/draw/plot/Spans.tsx';

const inDrawing = (text: React.ReactNode): HTMLElement => render(<svg><text>{text}</text></svg>).container;
const written = (root: Element, name: string): (string | null)[] => [...root.querySelectorAll(name)].map((each) => each.textContent);

describe('powers of ten', () => {
  it('stand in a sentence with their exponents raised, in digits that every face has', () => {
    const { container } = render(<p><PowerText text="less than 2⁻²⁴ ≈ 6.0·10⁻⁸ of it" /></p>);
    expect(container.textContent).toBe('less than 2−24 ≈ 6.0·10−8 of it');
    expect(written(container, 'sup')).toEqual(['−24', '−8']);
  });

  it('stand in a drawing with small exponents, and what follows them is on the line again', () => {
    const root = inDrawing(<Spans text="3·10⁻⁴ → σ_max" />);
    expect(root.textContent).toBe('3·10−4 → σmax');
    expect([...root.querySelectorAll('tspan')].map((each) => [each.textContent, each.getAttribute('font-size'), Number.parseFloat(each.getAttribute('dy') ?? '0').toFixed(4)])).toEqual([
      ['−4', '0.75em', '-0.4500'],
      [' → σ', null, '0.3375'],
      ['max', '0.75em', '0.3333'],
    ]);
  });

  it('are 10 with an exponent on an axis, and 1 where that is 0', () => {
    expect(inDrawing(<Power exponent={0} />).textContent).toBe('1');
    const root = inDrawing(<Power exponent={-12} />);
    expect([root.textContent, written(root, 'tspan')]).toEqual(['10−12', ['−12']]);
  });
});
