import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ExplodingExperiment } from '../../../src/view/panels/laboratory/exploding/ExplodingExperiment.tsx';
import { drawLaboratory } from './answered.tsx';

afterEach(() => vi.restoreAllMocks());

describe('the experiment on exploding', () => {
  it('has a picture of what grows, of one update, of the clipped vector and of the early steps', () => {
    drawLaboratory(<ExplodingExperiment />);
    for (const name of [/The length of the state/, /The loss after one update/, /The gradient of all 369 weights/, /Without clipping step 1 gets/]) expect(screen.getByRole('img', { name })).toBeInTheDocument();
  });

  it('makes it explode at a press, and goes back to what was set before the first', async () => {
    const page = drawLaboratory(<ExplodingExperiment />, { network: 'gru', steps: 40, lossAt: 20 });
    const before = page.laboratory();
    expect(screen.queryByRole('button', { name: 'back' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'tanh, σ = 3' }));
    await userEvent.click(screen.getByRole('button', { name: 'ReLU, σ = 1.5' }));
    expect(page.laboratory()).toMatchObject({ network: 'rnn_relu', stretch: { by: 'singular', value: 1.5 } });
    expect(screen.getByRole('button', { name: 'ReLU, σ = 1.5' })).toHaveAttribute('aria-pressed', 'true');
    expect(await screen.findByText(/one step has thrown the weights away/, { selector: '.lab-exploding-said' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'back' }));
    expect(page.laboratory()).toEqual(before);
  });

  it('marks the step at which numbers overflow, and the end of float64', async () => {
    const { container } = drawLaboratory(<ExplodingExperiment />);
    await userEvent.click(screen.getByRole('button', { name: 'ReLU until it overflows' }));
    expect(container.querySelector('.lab-exploding-overflow')).toHaveTextContent(/too large from t = \d+/);
    expect(container.querySelector('.lab-exploding-brim')).toHaveTextContent('float64 ends here');
  });

  it.each([
    ['two steps', { steps: 2 }],
    ['one unit', { hiddenSize: 1 }],
    ['no clipping', { clipping: null }],
    ['the smallest matrix', { network: 'rnn_relu' as const, stretch: { by: 'singular' as const, value: 0.05 } }],
    ['a loss at the first step', { lossAt: 1 }],
    ['overflow', { network: 'rnn_relu' as const, scheme: 'orthogonal' as const, steps: 1000, stretch: { by: 'singular' as const, value: 3 } }],
  ])('draws %s, with words and numbers alone', (_, changes) => {
    const { container } = drawLaboratory(<ExplodingExperiment />, changes);
    expect(container.textContent?.replaceAll('(NaN)', '')).not.toMatch(/NaN|Infinity|undefined/);
    expect(container.innerHTML).not.toMatch(/="-?(NaN|Infinity)|NaN,|Infinity,/);
  });

  it('says in words why there is no answer', () => {
    drawLaboratory(<ExplodingExperiment />, {}, 'That network cannot be.');
    expect(screen.getByRole('alert')).toHaveTextContent('That network cannot be.');
  });
});
