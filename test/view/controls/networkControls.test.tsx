import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { NetworkControls } from '../../../src/view/panels/controls/NetworkControls.tsx';
import { drawPage, type Page } from '../page.tsx';

const documentOf = (page: Page) => page.stores.documents.getState().document;
// The sheet is closed at first; these tests need no layout, so what is in it is looked up all the same.
const hidden = true;

async function type(name: string, text: string): Promise<HTMLElement> {
  const field = screen.getByRole('textbox', { name, hidden });
  await userEvent.clear(field);
  await userEvent.type(field, `${text}{Enter}`);
  return field;
}

describe('the network’s controls', () => {
  it('change the task and the activation', async () => {
    const page = drawPage(<NetworkControls />);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Task' }), 'letters');
    expect(documentOf(page).task).toBe('letters');
    await userEvent.click(screen.getByRole('radio', { name: 'ReLU' }));
    expect(documentOf(page).cell).toBe('rnn_relu');
  });

  it('work by the arrow keys', async () => {
    const page = drawPage(<NetworkControls />);
    screen.getByRole('radio', { name: 'tanh' }).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(documentOf(page).cell).toBe('rnn_sigmoid');
  });

  it('set size, seed and learning rate, and keep what is no number with words about it', async () => {
    const page = drawPage(<NetworkControls />);
    await type('Hidden units', '6');
    await type('Seed', '42');
    await type('Learning rate η', '1e-3');
    expect(documentOf(page)).toMatchObject({ hiddenSize: 6, learningRate: 0.001, initialisation: { seed: 42 } });
    const field = await type('Hidden units', 'many');
    expect(field).toHaveValue('many');
    expect(field).toBeInvalid();
    expect(screen.getByText('many is not a number; expected for example 4.')).toBeInTheDocument();
    await type('Hidden units', '65');
    expect(screen.getByText(/The number of hidden units is 65, but it has to be a whole number from 1 to 64/)).toBeInTheDocument();
    expect(documentOf(page).hiddenSize).toBe(6);
    await userEvent.keyboard('{Escape}');
    expect(field).toHaveValue('6');
  });

  it('throw another seed, within what can be read out', async () => {
    const page = drawPage(<NetworkControls />);
    const { seed } = documentOf(page).initialisation;
    await userEvent.click(screen.getByRole('button', { name: 'New seed', hidden }));
    expect(documentOf(page).initialisation.seed).not.toBe(seed);
    expect(documentOf(page).initialisation.seed).toBeLessThan(10_000);
  });

  it('go between trained and fresh weights, one bias and two, and the schemes', async () => {
    const page = drawPage(<NetworkControls />);
    await userEvent.click(screen.getByRole('radio', { name: 'trained', hidden }));
    expect(documentOf(page).trainedEpochs).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('radio', { name: 'fresh', hidden }));
    expect(documentOf(page).trainedEpochs).toBe(0);
    await userEvent.click(screen.getByRole('radio', { name: 'two: b_ih and b_hh', hidden }));
    expect(documentOf(page).biases).toBe('two');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'First weights', hidden }), 'identity');
    expect(documentOf(page).initialisation.scheme).toBe('identity');
    expect(screen.getByText(/start as the identity matrix/)).toBeInTheDocument();
  });
});
