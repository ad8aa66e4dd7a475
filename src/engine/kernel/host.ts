// From bytes to functions that can be called: the host's WebAssembly, where there is one and it may be used.

/** What of the host's WebAssembly is used. The engine knows no browser and no Node, so it names it here. */
interface Host {
  readonly Memory: new (size: { initial: number }) => KernelMemory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: { env: { memory: KernelMemory } }) => { readonly exports: Exports };
  validate(bytes: Uint8Array<ArrayBuffer>): boolean;
}

declare const WebAssembly: Host | undefined;

/** Memory that JavaScript and the kernel share. */
export interface KernelMemory {
  /** Another one after every `grow`, when views on the former have no numbers left. */
  readonly buffer: ArrayBuffer;
  /** Adds pages of 64 KiB. Throws where the host has no more memory. */
  grow(pages: number): number;
}

/** The module's functions by name: whole numbers and doubles in, a double or nothing out. */
export type Exports = Readonly<Record<string, (...args: number[]) => number>>;

export const PAGE = 65_536;

/** Zeroed memory of at least that many bytes, or null where the host has no WebAssembly or not that much memory. */
export function createMemory(bytes: number): KernelMemory | null {
  if (typeof WebAssembly === 'undefined') return null;
  try {
    return new WebAssembly.Memory({ initial: Math.max(1, Math.ceil(bytes / PAGE)) });
  } catch {
    return null;
  }
}

/**
 * Compiles a module and binds it to that memory. Null where the host has no WebAssembly, none with SIMD, or where the page's
 * policy forbids it (it needs 'wasm-unsafe-eval'): then the plain loops do the work.
 */
export function instantiate(bytes: Uint8Array<ArrayBuffer>, memory: KernelMemory): Exports | null {
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(bytes)) return null;
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } }).exports;
  } catch {
    return null;
  }
}
