import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MapExperiment } from '../../../src/view/panels/laboratory/map/MapExperiment.tsx';
import { drawLaboratory } from './answered.tsx';

afterEach(() => vi.restoreAllMocks());

const said = (container: HTMLElement): string => container.querySelector('.lab-map-said')?.textContent ?? '';

describe('the map experiment', () => {
  it('puts right that the whole gradient vanishes, with numbers of the network', () => {
    drawLaboratory(<MapExperiment />, { network: 'rnn_sigmoid' });
    expect(screen.getByText(/RNN · sigmoid: next to its own step a loss feels .* So it is wrong that “the whole gradient vanishes”/, { selector: '.lab-map-finding' })).toBeInTheDocument();
  });

  it('draws one map for each chosen network, and the one that is looked into always', async () => {
    const page = drawLaboratory(<MapExperiment />, { networks: ['lstm', 'gru'], network: 'rnn_tanh' });
    const maps = within(screen.getByRole('group', { name: /The map of every network/ }));
    expect(maps.getAllByRole('button').map((each) => each.getAttribute('aria-pressed'))).toEqual(['true', 'false', 'false']);
    await userEvent.click(maps.getByRole('button', { name: /^GRU/ }));
    expect(page.laboratory().network).toBe('gru');
    expect(screen.getByRole('img', { name: /Map of the gradient of GRU: 30 losses by 30 states/ })).toBeInTheDocument();
  });

  it('says which network is looked into, among those that have a map', async () => {
    const page = drawLaboratory(<MapExperiment />, { networks: ['lstm', 'gru'], network: 'rnn_tanh' });
    const choice = within(screen.getByRole('group', { name: 'Look into' }));
    expect(choice.getAllByRole('radio').map((each) => each.closest('label')?.textContent)).toEqual(['RNN · tanh', 'LSTM', 'GRU']);
    expect(choice.getByRole('radio', { name: 'RNN · tanh' })).toBeChecked();
    await userEvent.click(choice.getByRole('radio', { name: 'LSTM' }));
    expect(page.laboratory().network).toBe('lstm');
  });

  it('is worked by keyboard in both directions, from either slider, and the link holds the place', () => {
    const page = drawLaboratory(<MapExperiment />);
    const across = screen.getByRole('slider', { name: 'State at step k' });
    const down = screen.getByRole('slider', { name: 'Loss at step t' });
    fireEvent.keyDown(across, { key: 'ArrowRight' });
    expect(page.laboratory()).toMatchObject({ step: 2, lossAt: null });
    fireEvent.keyDown(across, { key: 'ArrowUp' });
    expect(page.laboratory()).toMatchObject({ step: 2, lossAt: 29 });
    fireEvent.keyDown(down, { key: 'ArrowDown' });
    expect(page.laboratory()).toMatchObject({ step: 2, lossAt: null });
    fireEvent.keyDown(down, { key: 'ArrowRight' });
    expect(page.laboratory().step).toBe(3);
    expect(across).toHaveAttribute('aria-valuetext', expect.stringContaining('The loss at step 30 feels the state at step 3, 27 steps back'));
    expect(said(page.container)).toContain('The loss at step 30 feels the state at step 3');
  });

  it('asks nothing anew where only the place on the map has changed', () => {
    const page = drawLaboratory(<MapExperiment />);
    const picture = page.container.querySelector('.lab-lines-line')?.getAttribute('d');
    page.edit({ lossAt: 12 });
    expect(page.container.querySelector('.lab-lines-line')?.getAttribute('d')).toBe(picture);
    expect(screen.getByText(/Dotted: the loss at step 12 of RNN · tanh alone/)).toBeInTheDocument();
  });

  it('says how many losses have a row where there are too many', () => {
    drawLaboratory(<MapExperiment />, { steps: 150, networks: ['rnn_tanh'] });
    expect(screen.getByText(/Of the 150 losses \d+ have a row\./)).toBeInTheDocument();
  });

  it.each([
    ['two steps', { steps: 2 }],
    ['one unit', { hiddenSize: 1 }],
    ['dead ReLUs', { network: 'rnn_relu' as const, hiddenSize: 1, stretch: { by: 'singular' as const, value: 0.05 } }],
    ['overflow', { network: 'rnn_relu' as const, scheme: 'orthogonal' as const, steps: 400, stretch: { by: 'singular' as const, value: 3 }, networks: [] }],
  ])('draws %s, with words and without NaN', (_, changes) => {
    const { container } = drawLaboratory(<MapExperiment />, { networks: ['rnn_tanh', 'rnn_relu'], ...changes });
    expect(container.textContent).not.toMatch(/NaN|Infinity|undefined/);
    expect(container.innerHTML).not.toMatch(/="NaN|NaN,/);
    expect(said(container)).not.toBe('');
  });

  it('says in words why there is no answer', () => {
    drawLaboratory(<MapExperiment />, {}, 'That network cannot be.');
    expect(screen.getAllByRole('alert')[0]).toHaveTextContent('RNN · tanh: That network cannot be.');
  });
});
