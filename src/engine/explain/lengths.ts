// Lengths of gradients, and how they change from a step to the one before it.
import { callOf, productOf, sumOf, type Numeric } from '../equation/numeric.ts';
import { chainOfFactor } from '../symbols/symbolKinds.ts';
import { arrivalSymbol } from '../clock/ways.ts';
import type { Answer, Answers, Asked, Known, Side } from './answer.ts';

export const ofLengths: Answers<'norm' | 'other'> = {
  norm: (known, { base, index, t = 0 }) => length(known, `d${base}`, t, known.program.slots[index]?.size ?? 0),
  other: (known, asked) => (asked.symbol === 'eta' ? 'η, the learning rate: how far one update goes' : factor(known, asked)),
};

/** The root of the sum of the squares of all units. */
function length({ formulas }: Known, symbol: string, t: number, size: number): Side {
  const squares = Array.from({ length: size }, (_, i): Numeric => {
    const each = formulas.leaf({ symbol, t, unit: i + 1 });
    return productOf([each, each]);
  });
  const latex = `\\sqrt{\\sum_i \\left(${formulas.notation({ symbol, t }).latex}\\right)_i^2}`;
  return { symbols: { latex, precedence: 'atom' }, numbers: callOf('sqrt', sumOf(squares)) };
}

function factor(known: Known, { symbol, t = 0 }: Asked): Answer {
  const { program, index, formulas } = known;
  const chain = chainOfFactor(program, symbol);
  if (chain < 0) return 'this network has no such number';
  const words = 'how much longer or shorter the gradient gets through this step';
  const step = index.stepAt(chain, t);
  const own = program.slots[program.chains[chain]?.states[0] ?? -1];
  const source = program.slots[program.chains[step?.previousChain ?? -1]?.states[0] ?? -1];
  if (!step || step.isCut || !own || !source) return words;
  // Where several windows begin with the initial state, what reaches it is not of this step alone.
  if (index.after(step.previousChain, step.previousRow).length > 1) return words;
  const above = length(known, arrivalSymbol(source.symbol, 'next'), step.previousRow, source.size);
  const below = { symbol: `norm_d${own.symbol}`, t };
  return {
    symbols: { latex: `\\frac{${above.symbols.latex}}{${formulas.notation(below).latex}}`, precedence: 'atom' },
    numbers: { kind: 'quotient', above: above.numbers, below: formulas.leaf(below) },
    words,
  };
}
