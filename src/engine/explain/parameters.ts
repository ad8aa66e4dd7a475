// Where a parameter's gradient comes from: one term from every step that used it, their running total, and the update.
import { literal, productOf, sumOf } from '../equation/numeric.ts';
import type { Reference } from '../reference.ts';
import { added, type Answer, type Answers, type Asked, type Known } from './answer.ts';

export const ofParameters: Answers<'parameter gradient' | 'running total' | 'new'> = {
  'parameter gradient': (known, asked) => (asked.t === undefined ? whole(known, asked) : term(known, asked, asked.t)),
  'running total': runningTotal,
  new: update,
};

function whole({ terms, formulas }: Known, { symbol, index, unit, column }: Asked): Answer {
  const rows = terms.rowsOf(index);
  if (rows.length === 0) return 'nothing uses it';
  const at = { symbol, unit, column: formulas.columnOf(index, column) };
  return {
    symbols: { latex: `\\sum_{t} ${formulas.notation({ symbol }).latex}\\Big|_{t}`, precedence: 'sum' },
    numbers: sumOf([...rows].reverse().map((t) => formulas.leaf({ ...at, t }))),
    words: 'one term from every step that used it, added up',
  };
}

function term({ trace, terms, ways, index: steps, formulas }: Known, { index, unit, column }: Asked, t: number): Answer {
  const B = trace.sequences.length;
  if (!terms.isUsedAt(index, t)) return 'this step does not use it';
  if (B > 1) return `what this step adds to the sum, of all ${B} sequences of the batch together`;
  return added((ways.users[index] ?? []).flatMap((use) => {
    const step = steps.stepAt(use.instruction.chain, t);
    return step
      ? [{ symbols: formulas.backInSymbols(use, step), numbers: formulas.backInNumbers(use, step, unit - 1, column - 1) }]
      : [];
  }));
}

function runningTotal({ terms, formulas }: Known, { symbol, base, index, t, unit, column }: Asked): Answer {
  const at = t ?? terms.rowsOf(index)[0] ?? 1;
  const entry = { unit, column: formulas.columnOf(index, column) };
  const later = terms.rowAfter(index, at);
  const parts: Reference[] = [
    ...(later === undefined ? [] : [{ symbol, t: later, ...entry }]),
    ...(terms.isUsedAt(index, at) ? [{ symbol: `d${base}`, t: at, ...entry }] : []),
  ];
  if (parts.length === 0) return 'neither this step nor a later one uses it';
  return added(parts.map((each) => ({ symbols: formulas.notation({ symbol: each.symbol, t: each.t }), numbers: formulas.leaf(each) })));
}

function update({ formulas }: Known, { base, index, unit, column }: Asked): Answer {
  const entry = { unit, column: formulas.columnOf(index, column) };
  const [old, slope] = [{ symbol: base }, { symbol: `d${base}` }];
  const step = productOf([literal(-1), formulas.leaf({ symbol: 'eta' }), formulas.leaf({ ...slope, ...entry })]);
  return {
    symbols: { latex: `${formulas.notation(old).latex} - \\eta\\, ${formulas.notation(slope).latex}`, precedence: 'sum' },
    numbers: sumOf([formulas.leaf({ ...old, ...entry }), step]),
  };
}
