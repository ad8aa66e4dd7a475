// A WebAssembly module written out by TypeScript: functions that work on one memory, which the host brings along.
// From it come the few kilobytes that a browser or Node compiles. WebAssembly Core Specification 2.0, chapter 5.5.
import { list, sized, text, unsigned, type Bytes } from './encoding.ts';
import { FunctionWriter, localAt, typeByte, type Local } from './function.ts';
import { code, type Code, type ValueType } from './instructions.ts';

/** Parameters of a function: name → type, in the order in which they are handed over. */
type Parameters = Readonly<Record<string, ValueType>>;

/** Calls a function of the module: the code of every argument by its name. */
export type Call<P extends Parameters, R extends ValueType | 'nothing'> =
  (args: { readonly [K in keyof P]: Code<P[K]> }) => Code<R>;

type Locals<P extends Parameters> = { readonly [K in keyof P]: Local<P[K]> };

/** Writes the body of a function with these parameters. */
type Write<P extends Parameters, Result> = (f: FunctionWriter, parameters: Locals<P>) => Result;

interface Defined {
  readonly name: string;
  readonly type: Bytes;
  readonly body: Bytes;
}

/** The bytes that every module begins with: \0asm, version 1. */
const MAGIC: Bytes = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const FUNCTION = 0x60;

export class ModuleWriter {
  private readonly functions: Defined[] = [];

  /** Writes a function without a result; it is exported by its name. Returns how to call it from the ones after it. */
  procedure<P extends Parameters>(name: string, parameters: P, write: Write<P, void>): Call<P, 'nothing'> {
    return this.define(name, parameters, 'nothing', write);
  }

  /** The same for a function that gives one double. */
  function<P extends Parameters>(name: string, parameters: P, write: Write<P, Code<'f64'>>): Call<P, 'f64'> {
    return this.define(name, parameters, 'f64', (f, locals) => f.give(write(f, locals)));
  }

  /** The whole module in binary form. Memory is imported as env.memory; of `pages` pages of 64 KiB at least. */
  encode(pages = 1): Uint8Array<ArrayBuffer> {
    const section = (id: number, items: readonly Bytes[]): Bytes => [id, ...sized(list(items))];
    return Uint8Array.from([
      ...MAGIC,
      ...section(1, this.functions.map(({ type }) => type)),
      ...section(2, [[...text('env'), ...text('memory'), 0x02, 0x00, ...unsigned(pages)]]),
      ...section(3, this.functions.map((_, index) => unsigned(index))),
      ...section(7, this.functions.map(({ name }, index) => [...text(name), 0x00, ...unsigned(index)])),
      ...section(10, this.functions.map(({ body }) => body)),
    ]);
  }

  private define<P extends Parameters, R extends ValueType | 'nothing'>(
    name: string,
    parameters: P,
    result: R,
    write: Write<P, void>,
  ): Call<P, R> {
    if (this.functions.some((each) => each.name === name)) {
      throw new Error(`The module has two functions named "${name}"; each name is given once.`);
    }
    const names = Object.keys(parameters);
    const types = Object.values(parameters);
    const f = new FunctionWriter(names.length);
    const locals = Object.fromEntries(names.map((each, index) => [each, localAt(types[index]!, index)]));
    write(f, locals as Locals<P>); // the same names and types, one for one
    const kind: ValueType | 'nothing' = result;
    const index = this.functions.push({
      name,
      type: [FUNCTION, ...list(types.map((type) => [typeByte[type]])), ...list(kind === 'nothing' ? [] : [[typeByte[kind]]])],
      body: f.encode(),
    }) - 1;
    return (args) => code(result, names.map((each) => args[each]!.bytes), 0x10, unsigned(index));
  }
}
