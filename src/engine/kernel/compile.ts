// A network's training step as one WebAssembly module: forward, backward and the update, functions of a batch's header.
import { ModuleWriter, type Call } from './assembler.ts';
import { backwardChain, clearEnds } from './backward.ts';
import { addChainGradients, clearChainGradients, finishChainGradients } from './chainGradients.ts';
import { forwardChain, prepareChain } from './forward.ts';
import type { Local } from './function.ts';
import { f64x2, i32, memory } from './instructions.ts';
import { DOUBLE, overPairs } from './lanes.ts';
import type { Exports } from './host.ts';
import type { Layout } from './layout.ts';
import { readOut, readOutBack } from './readout.ts';
import { scatter } from './move.ts';
import { chainField, type Scene } from './scene.ts';

/** What a run consists of, in this order; `run` is all of it, and the rest are its parts, so that a long one can pause. */
export interface Kernel {
  /** Forward and backward: sets ∂L/∂ of all parameters and gives L. `batch` is the address of a header, here and below. */
  run(batch: number): number;
  /** By chain, in order: what comes before the steps, then the steps `from` (0 for row 1) up to, not including, `to`. */
  readonly prepare: readonly ((batch: number) => void)[];
  readonly forward: readonly ((batch: number, from: number, to: number) => void)[];
  /** Outputs and losses; gives L. Ends a run that goes forward alone. */
  look(batch: number): number;
  /** The same, and sets ∂L/∂ of the states that are read. */
  readOut(batch: number): number;
  /** By chain, the last one first: the steps, the last ones first, and what is handed to the chain that it goes on from. */
  readonly backward: readonly ((batch: number, from: number, to: number) => void)[];
  readonly handBack: readonly ((batch: number) => void)[];
  /** By chain: sums over the steps, then what comes after them. */
  readonly gradients: readonly ((batch: number, from: number, to: number) => void)[];
  readonly finish: readonly ((batch: number) => void)[];
  /** θ ← θ − rate · ∂L/∂θ. */
  descend(rate: number): void;
}

/**
 * Steps whose gradients are added up as soon as they are there, while they are still in the cache: over ten thousand steps at
 * once they would have to be fetched again.
 */
export const stretchOf = (B: number): number => Math.max(1, Math.floor(256 / B));

/** The bytes of a module with these functions; those of chain 0 are `prepare0`, `forward0` and so on. */
export function compile(layout: Layout): Uint8Array<ArrayBuffer> {
  const module = new ModuleWriter();
  const whole = { batch: 'i32' } as const;
  const stretch = { batch: 'i32', from: 'i32', to: 'i32' } as const;
  const each = (name: string, write: (scene: Scene) => void): Call<typeof whole, 'nothing'>[] =>
    layout.chains.map((chain) =>
      module.procedure(`${name}${chain.chain}`, whole, (f, { batch }) => write({ f, layout, chain, batch, step: f.local('i32') })));
  const eachStretch = (name: string, write: (scene: Scene, from: Local<'i32'>, to: Local<'i32'>) => void): Call<typeof stretch, 'nothing'>[] =>
    layout.chains.map((chain) =>
      module.procedure(`${name}${chain.chain}`, stretch, (f, { batch, from, to }) =>
        write({ f, layout, chain, batch, step: f.local('i32') }, from, to)));

  const prepare = each('prepare', prepareChain);
  const forward = eachStretch('forward', forwardChain);
  const clear = each('clear', (scene) => {
    clearEnds(scene);
    clearChainGradients(scene);
  });
  const look = module.function('look', whole, (f, { batch }) => readOut(f, layout, batch));
  const readOutAll = module.function('readOut', whole, (f, { batch }) => {
    const loss = f.let(look({ batch }));
    for (const call of clear) f.run(call({ batch }));
    f.run(memory.clear(i32.const(layout.gradients), i32.const(layout.network.program.parameterCount * DOUBLE)));
    readOutBack(f, layout, batch);
    return loss;
  });
  const backward = eachStretch('backward', backwardChain);
  const back = each('handBack', handBack);
  const gradients = eachStretch('gradients', addChainGradients);
  const finish = each('finish', finishChainGradients);

  module.function('run', whole, (f, { batch }) => {
    const from = i32.const(0);
    const steps = layout.chains.map((chain) => f.let(chainField(batch, chain, 'steps')));
    steps.forEach((to, c) => {
      f.run(prepare[c]!({ batch }));
      f.run(forward[c]!({ batch, from, to }));
    });
    const loss = f.let(readOutAll({ batch }));
    const stretch = stretchOf(layout.size.B);
    const begin = f.local('i32');
    for (let c = steps.length - 1; c >= 0; c--) {
      const to = steps[c]!;
      f.repeatWhile(() => {
        f.set(begin, i32.sub(to, i32.const(stretch)));
        f.when(i32.lt(begin, from), () => f.set(begin, from));
        f.run(backward[c]!({ batch, from: begin, to }));
        f.run(gradients[c]!({ batch, from: begin, to }));
        f.set(to, begin);
        return i32.gt(to, from);
      });
      f.run(back[c]!({ batch }));
      f.run(finish[c]!({ batch }));
    }
    return loss;
  });
  module.procedure('descend', { rate: 'f64' }, (f, { rate }) => {
    const factor = f.let(f64x2.splat(rate));
    overPairs(f, layout.network.program.parameterCount, (at, { load, store }) => {
      const moved = f64x2.sub(load(at, layout.parameters), f64x2.mul(factor, load(at, layout.gradients)));
      f.run(store(at, moved, layout.parameters));
    });
  });
  return module.encode();
}

/** The functions of such a module once it is there. */
export function kernelOf(exports: Exports, chains: number): Kernel {
  const named = (name: string): Exports[string] => {
    const found = exports[name];
    if (!found) throw new Error(`The module has no function named "${name}".`);
    return found;
  };
  const each = (name: string): Exports[string][] => Array.from({ length: chains }, (_, c) => named(`${name}${c}`));
  return {
    run: named('run'), look: named('look'), readOut: named('readOut'), descend: named('descend'),
    prepare: each('prepare'), forward: each('forward'), backward: each('backward'),
    handBack: each('handBack'), gradients: each('gradients'), finish: each('finish'),
  };
}

/** ∂L/∂ of a chain's row 0 goes to the last states of the chain that it goes on from. */
function handBack({ f, layout, chain, batch }: Scene): void {
  if (chain.continues < 0) return;
  const { chains } = layout.network.program;
  const source = layout.chains[chain.continues]!;
  chains[chain.chain]!.states.forEach((slot, s) => {
    const from = { at: chain.gradients.get(slot)!, row: chain.H };
    const to = { at: source.gradients.get(chains[source.chain]!.states[s]!)!, row: source.H };
    scatter(f, chain.B, chainField(batch, chain, 'handedOver'), chain.H, from, to);
  });
}
