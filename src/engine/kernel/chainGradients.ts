// ∂L/∂ of a chain's parameters once the backward pass is over, as code: each matrix's in one product over all steps,
// ∂L/∂W = Σ_t ∂L/∂(W v_t) v_tᵀ; of one-hot inputs by adding to the column of the word that was read.
import type { Local } from './function.ts';
import { counted, i32, memory, plus, times, type Code, type Count } from './instructions.ts';
import { DOUBLE, WORD } from './lanes.ts';
import { columnSums, scatter, transpose, type Rows } from './move.ts';
import type { Blocks } from './stacks.ts';
import { product } from './product.ts';
import { chainField, operandAt, type Scene } from './scene.ts';

/** Writes what stands before the first of them is added. */
export function clearChainGradients({ f, chain }: Scene): void {
  const { plan, H } = chain;
  plan.stacks.forEach(({ columns, outs }, s) => {
    const { turnedGradients } = chain.stacks[s]!;
    if (turnedGradients > 0) f.run(memory.clear(i32.const(turnedGradients), i32.const(columns * outs.length * H * DOUBLE)));
  });
}

/**
 * Writes the sums over the steps `from` up to, not including, `to`. Of sequences that are over ∂L/∂ is 0 in every row to the
 * end, and so are the operands, so these rows add nothing.
 */
export function addChainGradients(scene: Scene, from: Local<'i32'>, to: Local<'i32'>): void {
  const { f, layout, chain, batch } = scene;
  const { plan, B, H } = chain;
  const rows = f.let(i32.mul(i32.sub(to, from), i32.const(B)));
  const line = f.let(i32.mul(from, i32.const(B)));
  const at = (address: Count, width: number, bytes = DOUBLE): Code<'i32'> => counted(plus(address, times(line, width * bytes)));
  const kept = ({ delta, first }: Blocks): Rows => {
    const { at: address, width } = chain.deltas[delta]!;
    return { at: f.let(at(address + first * H * DOUBLE, width)), row: width };
  };
  plan.stacks.forEach((stack, s) => {
    const { operand, outs, offset, columns, gradient } = stack;
    const deltas = kept(gradient);
    const G = outs.length * H;
    const { turnedGradients } = chain.stacks[s]!;
    if (turnedGradients > 0) {
      scatter(f, rows, at(chainField(batch, chain, 'inputs'), 1, WORD), G, deltas, { at: turnedGradients, row: G }, 'add');
      return;
    }
    const b = operand.kind === 'input' ? at(chainField(batch, chain, 'inputs'), columns) : counted(operandAt(chain, stack, at(0, H)));
    product(f, {
      M: G, N: columns, K: rows, into: 'add',
      a: { at: counted(deltas.at), row: 1, column: deltas.row }, b: { at: b, row: columns },
      c: { at: i32.const(layout.gradients + offset * DOUBLE), row: columns },
    });
  });
  for (const { offset, count, gradient } of plan.vectors) {
    columnSums(f, rows, count * H, kept(gradient), layout.gradients + offset * DOUBLE);
  }
}

/** Writes the gradients of one-hot inputs' matrices the way round in which the parameters stand. */
export function finishChainGradients({ f, layout, chain }: Scene): void {
  const { plan, H } = chain;
  plan.stacks.forEach(({ columns, outs, offset }, s) => {
    const { turnedGradients } = chain.stacks[s]!;
    const G = outs.length * H;
    const to = { at: layout.gradients + offset * DOUBLE, row: columns };
    if (turnedGradients > 0) transpose(f, { at: turnedGradients, row: G }, columns, G, to);
  });
}
