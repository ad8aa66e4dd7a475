// A chain while its functions are written: what the code of a step has at hand.
import type { Argument } from '../equation/program.ts';
import type { FunctionWriter, Local } from './function.ts';
import { chainFieldOf, type ChainField } from './header.ts';
import { i32, plus, type Code, type Count } from './instructions.ts';
import { DOUBLE, WORD } from './lanes.ts';
import type { ChainLayout, Layout } from './layout.ts';
import type { Stack } from './stacks.ts';

export interface Scene {
  readonly f: FunctionWriter;
  readonly layout: Layout;
  readonly chain: ChainLayout;
  /** Address of the batch's header. */
  readonly batch: Local<'i32'>;
  /** 0 for the step that writes row 1. */
  readonly step: Local<'i32'>;
}

/** A field of the chain in the header of the batch. */
export const chainField = (batch: Local<'i32'>, { chain }: ChainLayout, field: ChainField): Code<'i32'> =>
  i32.load(batch, chainFieldOf(chain, field));

/** How many sequences are still there at this step; they stand first in the batch. */
export function activeAt({ f, chain, batch, step }: Scene): Count {
  if (chain.B === 1) return 1;
  return f.let(i32.load(i32.add(chainField(batch, chain, 'active'), i32.mul(step, i32.const(WORD)))));
}

/** Whether an operand is the product of a matrix. */
export function isProduct({ chain }: Scene, arg: Argument): arg is Extract<Argument, { kind: 'slot' }> {
  return arg.kind === 'slot' && arg.time === 'now' && chain.plan.stacks.some(({ outs }) => outs.includes(arg.index));
}

/** From one row of [row][B][H] to the next, in bytes. */
export const rowBytes = ({ B, H }: ChainLayout): number => B * H * DOUBLE;

/**
 * Address of the values of this step, in a chain's arrays, `row` bytes after those of the first step: what lasts has a row 0
 * before that.
 */
export const valuesNow = (chain: ChainLayout, slot: number): number =>
  chain.values.get(slot)! + (chain.plan.lasting.includes(slot) ? rowBytes(chain) : 0);

/** Address of what a stack's matrices are multiplied by, `row` bytes after that of the first step. */
export function operandAt(chain: ChainLayout, { operand }: Stack, row: Count): Count {
  if (operand.kind === 'input') throw new Error('Inputs are multiplied before the loop over time.');
  return plus(row, operand.kind === 'now' ? valuesNow(chain, operand.slot) : chain.values.get(operand.slot)!);
}
