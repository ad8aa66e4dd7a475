// Two units of one sequence at one step: where their numbers stand, and how values are read that an equation uses.
import type { Argument } from '../equation/program.ts';
import type { FunctionWriter, Local } from './function.ts';
import { fusedOperations } from './fused.ts';
import { counted, f64x2, i32, plus, times, v128, type Code, type Count } from './instructions.ts';
import { DOUBLE, overPairs, WORD, type Lanes } from './lanes.ts';
import { chainField, rowBytes, valuesNow, type Scene } from './scene.ts';

/** Addresses, less those of the arrays, of one sequence's numbers at one step. */
interface Places {
  /** In [row][B][H], of the row before this step's. */
  readonly row: Local<'i32'>;
  /** In [B][H]. */
  readonly batch: Local<'i32'>;
  /** The products of each stack. */
  readonly products: readonly Local<'i32'>[];
  /** In each array of kept gradients. */
  readonly deltas: readonly Local<'i32'>[];
}

/** Runs `body` for every two units of every sequence that is still there at this step. */
export function overUnits(scene: Scene, active: Count, body: (units: Units) => void): void {
  const { f, chain, step } = scene;
  const { B, H, plan } = chain;
  f.loop(0, active, 1, (b) => {
    const line = f.let(i32.add(i32.mul(step, i32.const(B)), b));
    const along = (width: number, at: Count): Local<'i32'> => f.let(counted(plus(at, times(line, width * DOUBLE))));
    const places: Places = {
      row: along(H, 0),
      batch: f.let(i32.mul(b, i32.const(H * DOUBLE))),
      products: plan.stacks.map(({ operand, outs }, s) => {
        const { products, turned } = chain.stacks[s]!;
        const width = outs.length * H;
        if (operand.kind !== 'input') return f.let(counted(plus(products, times(b, width * DOUBLE))));
        if (!chain.isOneHot) return along(width, products);
        return f.let(i32.add(i32.mul(wordAt(scene, line), i32.const(width * DOUBLE)), i32.const(turned)));
      }),
      deltas: chain.deltas.map(({ at, width }) => along(width, at)),
    };
    overPairs(f, H, (at, lanes) => body(new Units(scene, places, at, lanes)));
  });
}

/** The position in the vocabulary at a line of [T][B]; −1 is the row of zeros before the first word's. */
const wordAt = ({ batch, chain }: Scene, line: Local<'i32'>): Code<'i32'> =>
  i32.load(i32.add(chainField(batch, chain, 'inputs'), i32.mul(line, i32.const(WORD))));

/**
 * Gradients that vanish over many steps end in subnormal numbers, with which a processor computes a hundred times slower. They
 * are 0 instead, long after they have ceased to matter.
 */
function withoutDust(f: FunctionWriter, gradient: Code<'v128'>): Code<'v128'> {
  const g = f.let(gradient);
  return v128.andnot(g, f64x2.lt(f64x2.abs(g), f64x2.const(DUST)));
}

const DUST = 1e-290;

export class Units {
  readonly lanes: Lanes;
  private readonly scene: Scene;
  private readonly places: Places;
  private readonly at: Local<'i32'>;
  private readonly addresses = new Map<Local<'i32'>, Local<'i32'>>();
  private readonly known = new Map<number | string, Code<'v128'>>();

  constructor(scene: Scene, places: Places, at: Local<'i32'>, lanes: Lanes) {
    this.scene = scene;
    this.places = places;
    this.at = at;
    this.lanes = lanes;
  }

  /** Reads an operand of an instruction: what was computed here before, or what stands in memory. */
  read(arg: Argument): Code<'v128'> {
    if (arg.kind === 'parameter') {
      const { parameters, network } = this.scene.layout;
      const { offset } = network.program.parameters[arg.index]!;
      return this.once(`parameter ${arg.index}`, () => this.lanes.load(this.at, parameters + offset * DOUBLE));
    }
    if (arg.time === 'now') return this.value(arg.index);
    return this.once(`before ${arg.index}`, () => this.lanes.load(this.address(this.places.row), this.scene.chain.values.get(arg.index)));
  }

  /** Sets a value of this step that was just computed; it is written where it lasts or is kept. */
  set(slot: number, value: Code<'v128'>): void {
    const local = this.scene.f.let(value);
    this.known.set(slot, local);
    this.keep(slot, local);
  }

  /** A value of this step. */
  value(slot: number): Code<'v128'> {
    return this.once(slot, () => {
      const { plan } = this.scene.chain;
      if (this.isStored(slot)) return this.lanes.load(this.address(this.places.row), valuesNow(this.scene.chain, slot));
      const maker = plan.groups.flat().find(({ out }) => out === slot)!;
      return fusedOperations[maker.operation]!.forward(this.scene.f, maker.args.map((arg) => this.read(arg)));
    });
  }

  /** The product of a matrix with its operand; it is written where it is kept. */
  product(slot: number): Code<'v128'> {
    return this.once(slot, () => {
      const { plan, H } = this.scene.chain;
      const stack = plan.stacks.findIndex(({ outs }) => outs.includes(slot));
      const block = plan.stacks[stack]!.outs.indexOf(slot);
      const value = this.scene.f.let(this.lanes.load(this.address(this.places.products[stack]!), block * H * DOUBLE));
      this.keep(slot, value);
      return value;
    });
  }

  /** ∂L/∂ of what lasts, at this row or the one before. */
  gradient(slot: number, row: 'now' | 'before'): Code<'v128'> {
    return this.lanes.load(this.address(this.places.row), this.gradientsOf(slot, row));
  }

  setGradient(slot: number, row: 'now' | 'before', value: Code<'v128'>): void {
    const { f } = this.scene;
    f.run(this.lanes.store(this.address(this.places.row), withoutDust(f, value), this.gradientsOf(slot, row)));
  }

  /** ∂L/∂ that one group of this step hands to the one before. */
  carried(slot: number): Code<'v128'> {
    return this.lanes.load(this.address(this.places.batch), this.scene.chain.carried.get(slot));
  }

  setCarried(slot: number, value: Code<'v128'>): void {
    this.scene.f.run(this.lanes.store(this.address(this.places.batch), value, this.scene.chain.carried.get(slot)));
  }

  /** Writes a gradient wherever it is kept over time. */
  keepGradient(source: number, gradient: Code<'v128'>): void {
    const { f, chain: { plan, H } } = this.scene;
    if (!plan.deltas.some((sources) => sources.includes(source))) return;
    const value = f.let(withoutDust(f, gradient));
    plan.deltas.forEach((sources, delta) => sources.forEach((each, block) => {
      if (each === source) f.run(this.lanes.store(this.address(this.places.deltas[delta]!), value, block * H * DOUBLE));
    }));
  }

  private keep(slot: number, value: Code<'v128'>): void {
    if (!this.isStored(slot)) return;
    this.scene.f.run(this.lanes.store(this.address(this.places.row), value, valuesNow(this.scene.chain, slot)));
  }

  private isStored(slot: number): boolean {
    return this.scene.chain.values.has(slot);
  }

  private gradientsOf(slot: number, row: 'now' | 'before'): number {
    const { chain } = this.scene;
    return chain.gradients.get(slot)! + (row === 'now' ? rowBytes(chain) : 0);
  }

  private address(place: Local<'i32'>): Local<'i32'> {
    let address = this.addresses.get(place);
    if (!address) this.addresses.set(place, (address = this.scene.f.let(i32.add(place, this.at))));
    return address;
  }

  private once(name: number | string, make: () => Code<'v128'>): Code<'v128'> {
    let value = this.known.get(name);
    if (!value) this.known.set(name, (value = this.scene.f.let(make())));
    return value;
  }
}
