import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { CellView } from '../../../src/view/panels/controls/CellView.tsx';
import { NetworkControls } from '../../../src/view/panels/controls/NetworkControls.tsx';
import { NetworkSheet } from '../../../src/view/panels/controls/NetworkSheet.tsx';
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
    const page = drawPage(<><NetworkControls sheet={null} /><NetworkSheet /></>);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Task' }), 'letters');
    expect(documentOf(page).task).toBe('letters');
    await userEvent.click(screen.getAllByRole('radio', { name: 'ReLU' })[0] as HTMLElement);
    expect(documentOf(page).cell).toBe('rnn_relu');
  });

  it('work by the arrow keys', async () => {
    const page = drawPage(<><NetworkControls sheet={null} /><NetworkSheet /></>);
    screen.getAllByRole('radio', { name: 'tanh' })[0]?.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(documentOf(page).cell).toBe('rnn_sigmoid');
  });

  it('set size, seed and learning rate, and keep what is no number with words about it', async () => {
    const page = drawPage(<><NetworkControls sheet={null} /><NetworkSheet /></>);
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
    const page = drawPage(<><NetworkControls sheet={null} /><NetworkSheet /></>);
    const { seed } = documentOf(page).initialisation;
    await userEvent.click(screen.getByRole('button', { name: 'New seed', hidden }));
    expect(documentOf(page).initialisation.seed).not.toBe(seed);
    expect(documentOf(page).initialisation.seed).toBeLessThan(10_000);
  });

  it('go between trained and fresh weights, one bias and two, and the schemes', async () => {
    const page = drawPage(<><NetworkControls sheet={null} /><NetworkSheet /></>);
    await userEvent.click(screen.getByRole('radio', { name: 'trained', hidden }));
    expect(documentOf(page).trainedEpochs).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('radio', { name: 'fresh', hidden }));
    expect(documentOf(page).trainedEpochs).toBe(0);
    await userEvent.click(screen.getByRole('radio', { name: 'two, as PyTorch', hidden }));
    expect(documentOf(page).biases).toBe('two');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'First weights', hidden }), 'identity');
    expect(documentOf(page).initialisation.scheme).toBe('identity');
    expect(screen.getByText(/start as the identity matrix/)).toBeInTheDocument();
  });
});

describe('what makes a network', () => {
  const names = (group: string): (string | undefined)[] => {
    const [found] = screen.getAllByRole('group', { name: group, hidden });
    return [...(found?.querySelectorAll('label') ?? [])].map((each) => each.textContent);
  };
  const choose = async (name: string): Promise<void> => {
    const [found] = screen.getAllByRole('radio', { name, hidden });
    await userEvent.click(found as HTMLElement);
  };

  it('is a cell that goes with its task, and a form of it', async () => {
    const page = drawPage(<><NetworkControls sheet={null} /><NetworkSheet /></>);
    expect(names('Cell')).toEqual(['RNN', 'LSTM', 'GRU']);
    await choose('GRU');
    expect(documentOf(page).cell).toBe('gru');
    expect(names('Reset gate')).toEqual(['after the product', 'before the product']);
    expect(screen.getByText(/as PyTorch computes it/)).toBeInTheDocument();
    await choose('before the product');
    expect(documentOf(page).cell).toBe('gru_original');
    await choose('LSTM');
    expect(screen.queryByRole('group', { name: 'Activation', hidden })).toBeNull();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Task' }), 'pictures');
    expect(names('Cell')).toContain('Feed-forward');
    await choose('Feed-forward');
    expect(screen.queryByRole('group', { name: 'Biases', hidden })).toBeNull();
  });

  it('keeps its activation where another cell has it too', async () => {
    const page = drawPage(<><NetworkControls sheet={null} /><NetworkSheet /></>, { task: 'pictures', text: '#.#/.#./#.#', cell: 'rnn_sigmoid' });
    await choose('Feed-forward');
    expect(documentOf(page).cell).toBe('feedforward_sigmoid');
  });

  it('may read both ways, or read its own answers, where the task allows it', async () => {
    const page = drawPage(<><NetworkControls sheet={null} /><NetworkSheet /></>);
    await choose('both ways');
    expect(documentOf(page).bidirectional).toBe(true);
    expect(screen.queryByRole('group', { name: 'What it reads next', hidden })).toBeNull();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Task' }), 'names');
    expect(screen.queryByRole('group', { name: 'Direction', hidden })).toBeNull();
    await choose('its own');
    expect(documentOf(page).feeding).toBe('free');
    expect(screen.getByText(/Free running/)).toBeInTheDocument();
  });

  it('may have its gradient clipped, and be written with other letters', async () => {
    const page = drawPage(<><NetworkControls sheet={null} /><NetworkSheet /></>);
    await choose('by norm');
    expect(documentOf(page).clipping).toEqual({ kind: 'norm', limit: 1 });
    await type('Limit', '0.5');
    expect(documentOf(page).clipping).toEqual({ kind: 'norm', limit: 0.5 });
    await choose('no');
    expect(documentOf(page).clipping).toBeNull();
    expect(names('Letters')).toEqual(['W_xh W_hh h', 'W_i W_h O']);
    await choose('W_i W_h O');
    expect(documentOf(page).notation).toBe('course');
  });
});

describe('the view of a cell', () => {
  it('has a switch for gates only where there are gates, and one that opens it', async () => {
    const plain = drawPage(<CellView />);
    expect(screen.queryByRole('button', { name: 'Gates' })).toBeNull();
    plain.unmount();
    const page = drawPage(<CellView />, { cell: 'lstm' });
    await userEvent.click(screen.getByRole('button', { name: 'Gates' }));
    await userEvent.click(screen.getByRole('button', { name: 'Open the cell' }));
    expect(documentOf(page)).toMatchObject({ gates: true, inside: 1 });
    await userEvent.click(screen.getByRole('button', { name: 'Close the cell' }));
    expect(documentOf(page).inside).toBe(0);
  });
});
