// The read-out as code, all of a batch's at once: y = W_hy u + b_y, the losses, and the way back to the states and to W_hy.
import type { FunctionWriter, Local } from './function.ts';
import { fieldOf, type BatchField } from './header.ts';
import { f64, f64x2, i32, v128, type Code } from './instructions.ts';
import { DOUBLE, overPairs } from './lanes.ts';
import type { Layout } from './layout.ts';
import { losses } from './losses.ts';
import { columnSums, gather, scatter, transpose } from './move.ts';
import { product } from './product.ts';
import { chainField } from './scene.ts';

const field = (batch: Local<'i32'>, name: BatchField): Code<'i32'> => i32.load(batch, fieldOf(name));

/** Writes the scores and the gradients of the loss in them, and gives L. */
export function readOut(f: FunctionWriter, layout: Layout, batch: Local<'i32'>): Code<'f64'> {
  const { plan, F, Y, reads, features, outputs, outputGradients, turned } = layout.readout;
  const { parameters } = layout.network.program;
  reads.forEach((chain, k) => {
    const from = layout.chains[chain]!;
    const to = { at: features + k * from.H * DOUBLE, row: F };
    gather(f, field(batch, 'gathered'), chainField(batch, from, 'read'), from.H, { at: from.values.get(plan.features[k]!)!, row: from.H }, to);
  });
  const matrix = layout.parameters + parameters[plan.matrix]!.offset * DOUBLE;
  const bias = layout.parameters + parameters[plan.bias]!.offset * DOUBLE;
  const rows = f.let(field(batch, 'rows'));
  transpose(f, { at: matrix, row: F }, Y, F, { at: turned, row: Y });
  product(f, {
    M: rows, N: Y, K: F, into: 'set',
    a: { at: field(batch, 'features'), row: F, column: 1 }, b: { at: i32.const(turned), row: Y }, c: { at: i32.const(outputs), row: Y },
  });

  const loss = f.local('f64');
  f.set(loss, f64.const(0));
  const targetSize = layout.network.program.slots[1]!.size;
  f.loop(0, rows, 1, (r) => {
    const row = f.let(i32.mul(r, i32.const(Y * DOUBLE)));
    const y = f.let(i32.add(row, i32.const(outputs)));
    overPairs(f, Y, (at, { load, store }) => {
      const place = f.let(i32.add(y, at));
      f.run(store(place, f64x2.add(load(place), load(at, bias))));
    });
    const weight = f.let(v128.loadSplat(i32.add(field(batch, 'weights'), i32.mul(r, i32.const(DOUBLE)))));
    const slopes = f.let(i32.add(row, i32.const(outputGradients)));
    const target = f.let(i32.add(field(batch, 'targets'), i32.mul(r, i32.const(targetSize * DOUBLE))));
    const own = f.let(losses[plan.loss]!(f, { y, slopes, target, weight, Y }));
    f.set(loss, f64.add(loss, f64.mul(own, f64x2.first(weight))));
  });
  return loss;
}

/** Writes ∂L/∂ of the states that are read, and adds those of W_hy and of b_y to what stands there. */
export function readOutBack(f: FunctionWriter, layout: Layout, batch: Local<'i32'>): void {
  const { plan, F, Y, reads, featureGradients, outputGradients } = layout.readout;
  const { parameters } = layout.network.program;
  const matrix = parameters[plan.matrix]!.offset * DOUBLE;
  const rows = f.let(field(batch, 'rows'));
  product(f, {
    M: rows, N: F, K: Y, into: 'set',
    a: { at: i32.const(outputGradients), row: Y, column: 1 }, b: { at: i32.const(layout.parameters + matrix), row: F },
    c: { at: field(batch, 'featureGradients'), row: F },
  });
  reads.forEach((chain, k) => {
    const to = layout.chains[chain]!;
    const from = { at: featureGradients + k * to.H * DOUBLE, row: F };
    scatter(f, field(batch, 'gathered'), chainField(batch, to, 'read'), to.H, from, { at: to.gradients.get(plan.features[k]!)!, row: to.H });
  });
  product(f, {
    M: Y, N: F, K: rows, into: 'add',
    a: { at: i32.const(outputGradients), row: 1, column: Y }, b: { at: field(batch, 'features'), row: F },
    c: { at: i32.const(layout.gradients + matrix), row: F },
  });
  columnSums(f, rows, Y, { at: outputGradients, row: Y }, layout.gradients + parameters[plan.bias]!.offset * DOUBLE);
}
