// What the tests of the kernel share: a module compiled beside a memory, which is read and written as doubles.
import { ModuleWriter } from '../../../src/engine/kernel/assembler.ts';
import { createMemory, instantiate, type Exports } from '../../../src/engine/kernel/host.ts';

export interface Running {
  readonly exports: Exports;
  readonly doubles: Float64Array;
  /** The address after the last byte: what reads or writes beyond it traps. */
  readonly end: number;
}

/** Writes a module, compiles it and gives it a memory of that many bytes, rounded up to pages of 64 KiB. */
export function running(write: (module: ModuleWriter) => void, bytes = 65_536): Running {
  const module = new ModuleWriter();
  write(module);
  const memory = createMemory(bytes);
  const exports = memory && instantiate(module.encode(), memory);
  if (!memory || !exports) throw new Error('This Node has no WebAssembly with SIMD, or the module is not valid.');
  return { exports, doubles: new Float64Array(memory.buffer), end: memory.buffer.byteLength };
}
