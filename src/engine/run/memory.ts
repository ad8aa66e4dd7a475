// The memory of a run in bytes, estimated from T · B · (the sizes of all values): known, and refused, before any of it is taken.
import type { Network } from '../network.ts';

/** The largest run that is begun, in bytes: beyond it a browser's tab would be at risk. */
export const memoryCap = 1_500_000_000;

/** Bytes of one step in the list of steps, about. */
const STEP = 200;

/** How long the longest sequences are, how many there are, and which inputs are positions, which take no memory. */
interface Extent {
  /** T of the input, and of the decoder; 0 where there is none. */
  readonly lengths: readonly [number, number];
  readonly B: number;
  /** Whether inputs are one-hot, by axis. */
  readonly isOneHot: readonly [boolean, boolean];
}

/** Bytes that a run takes: each value and its gradient at every step of every sequence, and the lists of steps. */
export function runBytes({ program }: Network, { lengths, B, isOneHot }: Extent): number {
  const numbers = program.slots.reduce((total, { axis, size, stage, symbol }) => {
    const isPosition = stage === 'given' && symbol !== 'target' && isOneHot[axis];
    return isPosition ? total : total + (lengths[axis] + 1) * size;
  }, 0);
  const steps = program.chains.reduce((total, { axis }) => total + lengths[axis], 0);
  return B * (numbers * 2 * 8 + steps * STEP);
}

/** Throws in words where a run would need more memory than `memoryCap`. */
export function requireMemory(network: Network, extent: Extent): void {
  const bytes = runBytes(network, extent);
  if (bytes <= memoryCap) return;
  const { lengths: [T, decoder], B } = extent;
  const many = B === 1 ? '' : ` and ${B.toLocaleString('en')} sequences at once`;
  throw new Error(
    `${Math.max(T, decoder).toLocaleString('en')} steps with ${network.model.hiddenSize} units${many} would need ${megabytes(bytes)}; ` +
      `the limit is ${megabytes(memoryCap)}. Take fewer steps or fewer units.`,
  );
}

/** "1,500 MB". */
export const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6).toLocaleString('en')} MB`;
