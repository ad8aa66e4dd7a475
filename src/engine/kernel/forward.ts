// The forward pass of one chain, as code: products with inputs before the loop over time, products with the states inside it,
// and between them loops over the units.
import { fusedOperations } from './fused.ts';
import { fieldOf } from './header.ts';
import { counted, i32, memory, plus, type Count } from './instructions.ts';
import { DOUBLE } from './lanes.ts';
import { gather, transpose } from './move.ts';
import { product } from './product.ts';
import { activeAt, chainField, isProduct, operandAt, rowBytes, type Scene } from './scene.ts';
import { overUnits } from './units.ts';

/** Writes what comes before the steps: matrices turned round, row 0, and products with inputs that are numbers. */
export function prepareChain(scene: Scene): void {
  const { f, layout, chain, batch } = scene;
  const { plan, B, H, ragged } = chain;
  f.when(i32.load(batch, fieldOf('isRagged')), () => f.run(memory.clear(i32.const(ragged.at), i32.const(ragged.bytes))));
  begin(scene);
  plan.stacks.forEach(({ operand, offset, columns, outs }, s) => {
    const { turned, products } = chain.stacks[s]!;
    const N = outs.length * H;
    transpose(f, { at: layout.parameters + offset * DOUBLE, row: columns }, N, columns, { at: turned, row: N });
    if (operand.kind !== 'input' || chain.isOneHot) return;
    product(f, {
      M: i32.mul(chainField(batch, chain, 'steps'), i32.const(B)), N, K: columns, into: 'set',
      a: { at: chainField(batch, chain, 'inputs'), row: columns, column: 1 },
      b: { at: i32.const(turned), row: N }, c: { at: i32.const(products), row: N },
    });
  });
}

/** Writes the forward pass over the steps `from` (0 for row 1) up to, not including, `to`. */
export function forwardChain(scene: Scene, from: Count, to: Count): void {
  const { f, chain, step } = scene;
  const { plan } = chain;
  f.loopOn(step, from, to, 1, () => {
    const active = activeAt(scene);
    multiply(scene, active, -1);
    plan.groups.forEach((instructions, group) => {
      overUnits(scene, active, (units) => {
        for (const { operation, args, out } of instructions) {
          const values = args.map((arg) => (isProduct(scene, arg) ? units.product(arg.index) : units.read(arg)));
          units.set(out, fusedOperations[operation]!.forward(f, values));
        }
      });
      multiply(scene, active, group);
    });
  });
}

/** Row 0: the states that the batch begins with, or those that another chain ended with. */
function begin({ f, layout, chain, batch }: Scene): void {
  const { B, H } = chain;
  const { program } = layout.network;
  const { states } = program.chains[chain.chain]!;
  states.forEach((slot, s) => {
    const to = { at: chain.values.get(slot)!, row: H };
    if (chain.continues >= 0) {
      const source = program.chains[chain.continues]!.states[s]!;
      gather(f, B, chainField(batch, chain, 'handedOver'), H, { at: layout.chains[chain.continues]!.values.get(source)!, row: H }, to);
    } else {
      const from = plus(chainField(batch, chain, 'beginning'), s * rowBytes(chain));
      f.run(memory.copy(counted(from), i32.const(to.at), i32.const(rowBytes(chain))));
    }
  });
}

/** The products that can be computed after that group of units. */
function multiply(scene: Scene, active: Count, group: number): void {
  const { f, chain, step } = scene;
  const { plan, H } = chain;
  plan.stacks.forEach((stack, s) => {
    const { operand, after, outs } = stack;
    if (operand.kind === 'input' || after !== group) return;
    const { turned, products } = chain.stacks[s]!;
    const N = outs.length * H;
    product(f, {
      M: active, N, K: H, into: 'set',
      a: { at: counted(operandAt(chain, stack, i32.mul(step, i32.const(rowBytes(chain))))), row: H, column: 1 },
      b: { at: i32.const(turned), row: N }, c: { at: i32.const(products), row: N },
    });
  });
}
