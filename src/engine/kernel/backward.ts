// The backward pass of one chain, as code: the equations of each step in reverse, two units at a time, and what flows through
// the matrices to the state before. ∂L/∂ of every product is kept over time; the gradients of the matrices follow from them.
import type { Instruction } from '../equation/program.ts';
import { Flows, Written, type Into } from './flows.ts';
import { fusedOperations } from './fused.ts';
import { counted, f64x2, i32, memory, plus, times, type Code, type Count } from './instructions.ts';
import { DOUBLE } from './lanes.ts';
import { product } from './product.ts';
import { activeAt, chainField, isProduct, rowBytes, type Scene } from './scene.ts';
import { overUnits, type Units } from './units.ts';

/** The gradient of a state at the row before, and of a value of this step that another group made. */
const before = (slot: number): string => `before ${slot}`;
const carried = (slot: number): string => `carried ${slot}`;

/** Rows that nothing writes before they are read: row 0 of what is added to, the last row of what is set. */
export function clearEnds({ f, layout, chain, batch }: Scene): void {
  const { plan, gradients } = chain;
  const bytes = rowBytes(chain);
  for (const slot of plan.lasting) {
    const row = isReadAtEveryStep({ layout, chain }, slot) ? 0 : times(chainField(batch, chain, 'steps'), bytes);
    f.run(memory.clear(counted(plus(row, gradients.get(slot)!)), i32.const(bytes)));
  }
}

const isReadAtEveryStep = ({ layout, chain }: Pick<Scene, 'layout' | 'chain'>, slot: number): boolean =>
  chain.isInStep && layout.readout.plan.features.includes(slot);

/** Writes the backward pass over the steps from `to` − 1 down to `from`, of which there is at least one. */
export function backwardChain(scene: Scene, from: Count, to: Count): void {
  const { f, chain, step } = scene;
  const { plan } = chain;
  const read = plan.lasting.filter((slot) => isReadAtEveryStep(scene, slot));
  f.set(step, i32.sub(counted(to), i32.const(1)));
  f.repeatWhile(() => {
    const written = new Written(read.map(before));
    const active = activeAt(scene);
    for (let group = plan.groups.length - 1; group >= 0; group--) {
      overUnits(scene, active, backwardUnits(scene, written, group));
      multiplyBack(scene, written, active, group - 1);
    }
    for (const slot of plan.lasting) {
      if (!written.has(before(slot))) overUnits(scene, active, (units) => units.setGradient(slot, 'before', f64x2.const(0)));
    }
    f.advance(step, -1);
    return i32.ge(step, counted(from));
  });
}

/** One group's equations in reverse. How its gradients are written is settled once, before the pairs and the odd unit. */
function backwardUnits(scene: Scene, written: Written, group: number): (units: Units) => void {
  const { plan } = scene.chain;
  const instructions = [...plan.groups[group]!].reverse();
  const isHere = (slot: number): boolean => instructions.some(({ out }) => out === slot);
  const ways = new Map<string, Into>();
  const add = (name: string, flow: Code<'v128'>, there: () => Code<'v128'>): Code<'v128'> => {
    const into = ways.get(name) ?? written.into(name);
    ways.set(name, into);
    return into === 'set' ? flow : f64x2.add(flow, there());
  };
  return (units) => {
    const flows = { now: new Flows(scene.f), before: new Flows(scene.f) };
    for (const instruction of instructions) {
      const g = incoming(scene, written, units, flows.now.sums.get(instruction.out), instruction.out);
      if (!g) continue;
      units.keepGradient(instruction.out, g);
      backwardInstruction(scene, units, instruction, g, flows);
    }
    for (const [slot, flow] of flows.before.sums) {
      units.setGradient(slot, 'before', add(before(slot), flow, () => units.gradient(slot, 'before')));
    }
    for (const [slot, flow] of flows.now.sums) {
      if (isHere(slot)) continue;
      if (plan.stacks.some(({ outs }) => outs.includes(slot))) units.keepGradient(slot, flow);
      else if (plan.lasting.includes(slot)) units.setGradient(slot, 'now', f64x2.add(flow, units.gradient(slot, 'now')));
      else units.setCarried(slot, add(carried(slot), flow, () => units.carried(slot)));
    }
  };
}

/** Adds what flows from one result's gradient g to its operands. */
function backwardInstruction(
  scene: Scene,
  units: Units,
  { operation, args, out }: Instruction,
  g: Code<'v128'>,
  flows: { readonly now: Flows; readonly before: Flows },
): void {
  const { sources } = scene.chain.plan;
  const read = (k: number): Code<'v128'> => {
    const arg = args[k]!;
    return isProduct(scene, arg) ? units.value(arg.index) : units.read(arg);
  };
  args.forEach((arg, k) => {
    const source = arg.kind === 'parameter' ? sources.ofParameter(arg.index) : isProduct(scene, arg) ? sources.ofSlot(arg.index) : null;
    // A sum's gradient is that of all its terms, and is kept once.
    if (arg.kind === 'parameter' ? source === out : source !== null && source !== arg.index) return;
    const flow = fusedOperations[operation]!.backward(g, k, () => units.value(out), read);
    if (arg.kind === 'parameter') units.keepGradient(source!, flow);
    else (arg.time === 'now' ? flows.now : flows.before).add(arg.index, flow);
  });
}

/** ∂L/∂ of a value: what this group's equations hand to it, and what stands in memory from later groups, steps and read-outs. */
function incoming(scene: Scene, written: Written, units: Units, own: Code<'v128'> | undefined, slot: number): Code<'v128'> | undefined {
  const stored = scene.chain.plan.lasting.includes(slot)
    ? units.gradient(slot, 'now')
    : written.has(carried(slot)) ? units.carried(slot) : undefined;
  const sum = own && stored ? f64x2.add(own, stored) : (own ?? stored);
  return sum && scene.f.let(sum);
}

/** What flows back through matrices to their operands: Wᵀ ∂L/∂(W v). */
function multiplyBack(scene: Scene, written: Written, active: Count, group: number): void {
  const { f, layout, chain, step } = scene;
  const { plan, B, H } = chain;
  const row = (width: number): Code<'i32'> => i32.mul(step, i32.const(B * width * DOUBLE));
  for (const { operand, after, outs, offset, columns, gradient } of plan.stacks) {
    if (operand.kind === 'input' || after !== group) continue;
    const { at, width } = chain.deltas[gradient.delta]!;
    const { slot } = operand;
    const isLasting = plan.lasting.includes(slot);
    const to = operand.kind === 'previous'
      ? plus(row(H), chain.gradients.get(slot)!)
      : isLasting ? plus(row(H), chain.gradients.get(slot)! + rowBytes(chain)) : chain.carried.get(slot)!;
    const into = operand.kind === 'previous' ? written.into(before(slot)) : isLasting ? 'add' : written.into(carried(slot));
    product(f, {
      M: active, N: columns, K: outs.length * H, into,
      a: { at: counted(plus(row(width), at + gradient.first * H * DOUBLE)), row: width, column: 1 },
      b: { at: i32.const(layout.parameters + offset * DOUBLE), row: columns },
      c: { at: counted(to), row: H },
    });
  }
}
