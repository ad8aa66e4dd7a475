// Where a parameter's gradient comes from: one term from every step that used it, their running total, and the update.
import { literal, numberOf, productOf, sumOf, type Numeric } from '../equation/numeric.ts';
import type { ClippedGradient } from '../learn/clipped.ts';
import { tiny } from '../learn/optimisers/clip.ts';
import type { Reference } from '../reference.ts';
import { added, type Answer, type Answers, type Asked, type Known, type Side } from './answer.ts';

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

function update({ formulas, clipped }: Known, { base, index, unit, column }: Asked): Answer {
  const entry = { unit, column: formulas.columnOf(index, column) };
  const [old, slope] = [{ symbol: base }, { symbol: `d${base}` }];
  const gradient = clip({ symbols: formulas.notation(slope), numbers: formulas.leaf({ ...slope, ...entry }) }, clipped());
  const step = productOf([literal(-1), formulas.leaf({ symbol: 'eta' }), gradient.numbers]);
  return {
    symbols: { latex: `${formulas.notation(old).latex} - \\eta\\, ${gradient.symbols.latex}`, precedence: 'sum' },
    numbers: sumOf([formulas.leaf({ ...old, ...entry }), step]),
    ...(gradient.words && { words: gradient.words }),
  };
}

/** A gradient's entry as the update goes by it: cut at the limit, and made shorter with all the others. */
function clip(gradient: Side, clipped: ClippedGradient | null): Side {
  if (!clipped) return gradient;
  const { clipping, factor, cut } = clipped;
  const whole = clipping.value === undefined ? gradient : cutAt(gradient, clipping.value);
  if (clipping.norm === undefined) return whole;
  const latex = `\\min\\!\\left(1, \\frac{${clipping.norm}}{\\left\\lVert \\partial L / \\partial \\theta \\right\\rVert + 10^{-6}}\\right) ${whole.symbols.latex}`;
  const shorter = 'the gradient of all weights together is longer than the limit, so all of it is made shorter by the same factor';
  const same = 'the gradient of all weights together is no longer than the limit, so it stays as it is';
  const quotient: Numeric = { kind: 'quotient', above: literal(clipping.norm), below: sumOf([literal(cut), literal(tiny)]) };
  return {
    symbols: { latex, precedence: 'product' },
    numbers: factor === 1 ? whole.numbers : productOf([whole.numbers, quotient]),
    words: factor === 1 ? same : shorter,
  };
}

function cutAt({ symbols, numbers }: Side, limit: number): Side {
  const value = numberOf(numbers);
  const isBeyond = Math.abs(value) > limit;
  return {
    symbols: { latex: `\\operatorname{clip}\\left(${symbols.latex}, -${limit}, ${limit}\\right)`, precedence: 'atom' },
    numbers: isBeyond ? literal(Math.sign(value) * limit) : numbers,
    words: isBeyond ? 'this gradient is beyond the limit, so the limit is taken' : 'this gradient is within the limit, so it stays as it is',
  };
}
