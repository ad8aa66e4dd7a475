// What an operation on each unit by itself is as code, two units at a time: value and derivative side by side. An operation
// without a row here is not for the kernel.
import { sigmoid, tanh } from './elementary.ts';
import type { FunctionWriter } from './function.ts';
import { f64x2, v128, type Code } from './instructions.ts';

type Vector = Code<'v128'>;

interface FusedOperation {
  forward(f: FunctionWriter, args: readonly Vector[]): Vector;
  /** What flows to operand k from g = ∂L/∂out; `out` and `arg` read values, which are kept for it as `needs` says. */
  backward(g: Vector, k: number, out: () => Vector, arg: (k: number) => Vector): Vector;
  /** Which values the backward pass reads: the result, the operands, or none. */
  readonly needs: 'out' | 'args' | 'nothing';
  /** Whether the result is rather worked out again than kept. */
  readonly isCheap: boolean;
}

const { add, sub, mul } = f64x2;
const one = f64x2.const(1);
const zero = f64x2.const(0);

export const fusedOperations: Readonly<Record<string, FusedOperation>> = {
  add: {
    forward: (_f, args) => args.reduce(add),
    backward: (g) => g,
    needs: 'nothing',
    isCheap: false,
  },
  times: {
    forward: (_f, [a, b]) => mul(a!, b!),
    backward: (g, k, _out, arg) => mul(g, arg(1 - k)),
    needs: 'args',
    isCheap: false,
  },
  complement: {
    forward: (_f, [z]) => sub(one, z!),
    backward: (g) => f64x2.neg(g),
    needs: 'nothing',
    isCheap: true,
  },
  tanh: {
    forward: (f, [z]) => tanh(f, z!),
    backward: (g, _k, out) => mul(g, sub(one, mul(out(), out()))),
    needs: 'out',
    isCheap: false,
  },
  sigmoid: {
    forward: (f, [z]) => sigmoid(f, z!),
    backward: (g, _k, out) => mul(g, mul(out(), sub(one, out()))),
    needs: 'out',
    isCheap: false,
  },
  relu: {
    // NaN is not below 0 and stays.
    forward: (_f, [z]) => v128.andnot(z!, f64x2.le(z!, zero)),
    backward: (g, _k, out) => v128.and(g, f64x2.gt(out(), zero)),
    needs: 'out',
    isCheap: false,
  },
};
