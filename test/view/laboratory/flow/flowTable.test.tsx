import { fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { setupsOf } from '../../../../src/state/laboratory/setups.ts';
import { initialLaboratory } from '../../../../src/state/laboratory/defaults.ts';
import { flowSet, type FlowSet } from '../../../../src/view/panels/laboratory/flow/flowSet.ts';
import { csvOf, FlowTable } from '../../../../src/view/panels/laboratory/flow/FlowTable.tsx';
import { published } from '../../../../src/worker/laboratory/sets.ts';
import { computed } from '../answered.tsx';
import type { QuestionOf } from '../../../../src/engine/laboratory/questions.ts';

function setOf(changes: Partial<typeof initialLaboratory>, quantity: 'state' | 'share' = 'state'): FlowSet {
  const setups = setupsOf({ ...initialLaboratory, hiddenSize: 3, steps: 12, ...changes });
  const questions: Record<string, QuestionOf<'flow'>> = { rnn_tanh: { kind: 'flow', setup: setups.rnn_tanh, quantity }, lstm: { kind: 'flow', setup: setups.lstm, quantity } };
  const set = flowSet(published(questions, (question) => ({ answer: computed(question), problem: null })) as Parameters<typeof flowSet>[0]);
  if (!set) throw new Error('A set of two questions is a set.');
  return set;
}

const open = (): void => {
  const details = screen.getByText('The numbers as a table').closest('details')!;
  details.open = true;
  fireEvent(details, new Event('toggle'));
};
const rowsOf = (): HTMLElement[] => screen.getAllByRole('row').slice(1);

describe('the table of the flow plot', () => {
  test('is written only once it is opened', () => {
    render(<FlowTable set={setOf({})} unit="relative" />);
    expect(screen.queryByRole('table')).toBeNull();
    open();
    expect(screen.getByRole('table', { name: /of every network at every step, as a multiple of that at the last step/ })).toBeInTheDocument();
  });

  test('has a row for every step from the loss back to the first, a column a network, and every digit on its number', () => {
    const set = setOf({ lossAt: 9 });
    render(<FlowTable set={set} unit="absolute" />);
    open();
    expect(rowsOf().map((row) => within(row).getByRole('rowheader').textContent)).toEqual(['9', '8', '7', '6', '5', '4', '3', '2', '1']);
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['step k', 'RNN · tanh', 'LSTM']);
    const last = within(rowsOf().at(-1)!).getAllByRole('cell');
    expect(last.map((cell) => Number(cell.title))).toEqual(set.networks.map(({ way }) => way[1]));
  });

  test('begins where a quantity has its first value', () => {
    render(<FlowTable set={setOf({}, 'share')} unit="relative" />);
    open();
    expect(within(rowsOf().at(-1)!).getByRole('rowheader')).toHaveTextContent('2');
  });
});

describe('the file of the flow plot', () => {
  test('has the norms themselves, which are read back to the last digit', () => {
    const set = setOf({});
    const [head, ...rows] = csvOf(set).split('\n').map((line) => line.split(','));
    expect(head).toEqual(['step', 'RNN · tanh', 'LSTM']);
    expect(rows).toHaveLength(12);
    for (const [step, ...values] of rows) expect(values.map(Number)).toEqual(set.networks.map(({ way }) => way[Number(step)]));
  });

  test('leaves empty what float64 cannot hold', () => {
    const set = setOf({});
    const [first, second] = set.networks;
    const lost = { ...first!, way: first!.way.map((value, k) => (k === 1 ? Infinity : value)) };
    const line = csvOf({ ...set, networks: [lost, second!] }).split('\n').at(-1);
    expect(line).toBe(`1,,${second!.way[1]}`);
  });
});
