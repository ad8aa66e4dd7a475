// How gradients come together from several places: within two units, and in memory over the parts of a step.
import type { FunctionWriter } from './function.ts';
import { f64x2, type Code } from './instructions.ts';

export type Into = 'set' | 'add';

/**
 * What has been written of a step's gradients while the program is written: the first to write sets, the others add. The rows
 * of a chain that is read at every step have what came from the read-out from the beginning.
 */
export class Written {
  private readonly done = new Set<string>();

  constructor(begun: readonly string[]) {
    for (const name of begun) this.done.add(name);
  }

  /** How the next to write that gradient has to do it. */
  into(name: string): Into {
    const into = this.done.has(name) ? 'add' : 'set';
    this.done.add(name);
    return into;
  }

  has(name: string): boolean {
    return this.done.has(name);
  }
}

/** Sums of what flows to each slot. */
export class Flows {
  readonly sums = new Map<number, Code<'v128'>>();
  private readonly f: FunctionWriter;

  constructor(f: FunctionWriter) {
    this.f = f;
  }

  add(slot: number, flow: Code<'v128'>): void {
    const sum = this.sums.get(slot);
    this.sums.set(slot, this.f.let(sum ? f64x2.add(sum, flow) : flow));
  }
}
