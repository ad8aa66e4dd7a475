// Cells that no table has, to see that the kernel follows the equations and not the names: gates that look at the memory, a
// product of a value of the same step, two memories, sums within sums.
import type { Cell } from '../../../src/engine/cells/cell.ts';
import { cells } from '../../../src/engine/cells/index.ts';
import type { Declaration, Expression, ParameterDeclaration } from '../../../src/engine/equation/expression.ts';
import { apply, now, parameter, previous } from '../../../src/engine/equation/expression.ts';

const matrix = (symbol: string, columns: 'X' | 'H'): ParameterDeclaration =>
  ({ symbol, rows: 'H', columns, role: columns === 'X' ? 'input' : 'recurrent', torch: symbol });
const vector = (symbol: string): ParameterDeclaration => ({ symbol, rows: 'H', columns: 1, role: 'bias', torch: symbol });
const times = (a: Expression, b: Expression, symbol: string): Expression => apply('times', [a, b], symbol, '');
const product = (symbol: string, v: Expression, name: string): Expression => apply('multiply', [parameter(symbol), v], name, '');

const cell = (declaration: Omit<Declaration, 'words'>): Cell => ({ ...cells.lstm, declare: () => ({ words: '', ...declaration }) });

export const unusualCells: Readonly<Record<string, Cell>> = {
  /** A gate that looks at the memory through a vector of its own (Gers and Schmidhuber, 2000), and closes its opposite. */
  peephole: cell({
    parameters: [matrix('W_x', 'X'), matrix('W_h', 'H'), vector('p'), vector('b')],
    states: ['h', 'c'],
    equations: [
      apply('sigmoid', [apply('add', [product('W_x', now('x'), 'Wx'), times(parameter('p'), previous('c'), 'pc'), parameter('b')], 'a', '')], 'f', ''),
      apply('tanh', [product('W_h', previous('h'), 'Wh')], 'g', ''),
      apply('add', [times(now('f'), previous('c'), 'fc'), times(apply('complement', [now('f')], 'nf', ''), now('g'), 'ng')], 'c', ''),
      times(now('f'), apply('tanh', [now('c')], 'tc', ''), 'h') as Declaration['equations'][number],
    ],
  }),
  /** Two layers in one step: the second reads the first's state of this step and its own memory. */
  twoLayers: cell({
    parameters: [matrix('W_1', 'X'), matrix('U_1', 'H'), matrix('W_2', 'H'), matrix('U_2', 'H'), vector('b_1'), vector('b_2')],
    states: ['k', 'h'],
    equations: [
      apply('tanh', [apply('add', [product('W_1', now('x'), 'W1x'), product('U_1', previous('k'), 'U1k'), parameter('b_1')], 'a1', '')], 'k', ''),
      apply('relu', [apply('add', [product('W_2', now('k'), 'W2k'), apply('add', [product('U_2', previous('h'), 'U2h'), parameter('b_2')], 's', '')], 'a2', '')], 'h', ''),
    ],
  }),
  /** 1 − z is needed before and after a product; a product's operand is used again; a state is added as it was. */
  mixed: cell({
    parameters: [matrix('W_z', 'X'), matrix('W_c', 'H'), matrix('W_h', 'H'), vector('b')],
    states: ['h'],
    equations: [
      apply('sigmoid', [apply('add', [product('W_z', now('x'), 'Wzx'), product('W_h', previous('h'), 'Whh')], 'a', '')], 'z', ''),
      apply('complement', [now('z')], 'v', ''),
      apply('tanh', [apply('add', [product('W_c', times(now('v'), now('v'), 'vv'), 'Wvv'), parameter('b')], 's', '')], 'c', ''),
      apply('add', [times(now('v'), now('c'), 'vc'), previous('h'), now('z'), now('vv')], 'h', ''),
    ],
  }),
};

/** Puts probabilities into the memory, which the kernel has no code for. */
export const softCell = cell({
  parameters: [matrix('W_x', 'X'), matrix('W_h', 'H')],
  states: ['h'],
  equations: [apply('softmax', [apply('add', [product('W_x', now('x'), 'Wx'), product('W_h', previous('h'), 'Wh')], 'a', '')], 'h', '')],
});
