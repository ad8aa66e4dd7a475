// Where a value comes from: the equation that makes it, or where it is given from.
import { literal, productOf, sumOf } from '../equation/numeric.ts';
import { isUnnamed } from '../symbols/letters.ts';
import { inputsOf } from '../run/sequences.ts';
import type { Answer, Answers, Asked, Known } from './answer.ts';

export const ofValues: Answers<'value' | 'parameter'> = {
  value: (known, asked) => (asked.base === 'L' && asked.t === undefined ? totalLoss(known) : value(known, asked)),
  parameter: (_, { base }) => `a number of ${base}, shared by all time steps`,
};

function totalLoss({ trace, sequence, formulas }: Known): Answer {
  if (trace.sequences.length > 1) return "the mean of the sequences' losses, each the sum or mean of its steps'";
  const { readoutRows: rows, lossWeight } = sequence;
  const losses = sumOf(rows.map((row) => formulas.leaf({ symbol: 'L', t: row, unit: 1 })));
  const [only, another] = rows;
  const all = another === undefined ? formulas.notation({ symbol: 'L', t: only }).latex : '\\sum_t L_t';
  return {
    symbols: { latex: lossWeight === 1 ? all : `\\frac{1}{${rows.length}} ${all}`, precedence: 'sum' },
    numbers: lossWeight === 1 ? losses : productOf([literal(lossWeight), losses]),
  };
}

function value(known: Known, asked: Asked): Answer {
  const { program, ways, index, formulas } = known;
  const maker = ways.makers[asked.index];
  const step = maker && asked.t !== undefined ? index.stepAt(maker.chain, asked.t) : undefined;
  if (!maker || !step) return given(known, asked);
  return {
    symbols: formulas.inSymbols(maker, step),
    numbers: formulas.inNumbers(maker, step, asked.unit - 1),
    words: maker.words,
    isWhole: isUnnamed(program, maker),
  };
}

/** What is not computed, in words. */
function given({ program, index, source, sequence }: Known, { symbol, base, index: slot, t }: Asked): string {
  const { isState = false, chain = -1, stage, axis = 0 } = program.slots[slot] ?? {};
  if (t === 0 && isState) {
    if (index.after(chain, 0).length === 0) return `the ${program.chains[chain]?.id ?? 'chain'} begins with the state that it is handed`;
    const isEmpty = source.value({ symbol, t, unit: 1 }) === 0;
    return isEmpty ? 'the state before the first step: the memory is empty' : 'the state before the first step, as it was set by hand';
  }
  if (stage !== 'given') return t === undefined ? `${base} has a number at every step` : `${base} has no number at this step`;
  if (base === 'target') return 'what should come out';
  const read = inputsOf(sequence.example, axis);
  const whose = axis === 1 ? "the decoder's input" : 'the input';
  if (read?.kind === 'dense') return `${whose}: a number of the data`;
  const hasWord = (read?.indices[(t ?? 1) - 1] ?? 0) >= 0;
  return hasWord ? `${whose}: 1 at the row of this word, 0 elsewhere` : `${whose}: no word here, so 0 in every row`;
}
