// The body of one WebAssembly function, written statement by statement: locals, loops, branches, calls.
import { flat, list, sized, unsigned, type Bytes, type Pieces } from './encoding.ts';
import { code, counted, i32, type Code, type Count, type ValueType } from './instructions.ts';

/** A variable of the function; as code it is its value. */
export interface Local<T extends ValueType> extends Code<T> {
  readonly index: number;
}

export const typeByte: Readonly<Record<ValueType, number>> = { i32: 0x7f, f64: 0x7c, v128: 0x7b };

/** No value is left by a block. */
const EMPTY = 0x40;

export class FunctionWriter {
  private readonly parameterCount: number;
  private readonly types: ValueType[] = [];
  private readonly pieces: (number | Pieces)[] = [];

  constructor(parameterCount: number) {
    this.parameterCount = parameterCount;
  }

  /** A variable, 0 at the start. */
  local<T extends ValueType>(type: T): Local<T> {
    this.types.push(type);
    return localAt(type, this.parameterCount + this.types.length - 1);
  }

  /** A variable that begins with that value. */
  let<T extends ValueType>(value: Code<T>): Local<T> {
    const variable = this.local(value.type);
    this.set(variable, value);
    return variable;
  }

  set<T extends ValueType>(variable: Local<T>, value: Code<T>): void {
    this.pieces.push(value.bytes, 0x21, unsigned(variable.index));
  }

  /** variable += by. */
  advance(variable: Local<'i32'>, by: Count): void {
    if (by !== 0) this.set(variable, i32.add(variable, counted(by)));
  }

  /** A statement: a store or a call. */
  run(statement: Code<'nothing'>): void {
    this.pieces.push(statement.bytes);
  }

  /** The value that the function returns: the last thing that is written. */
  give(value: Code<ValueType>): void {
    this.pieces.push(value.bytes);
  }

  /** for (i = from; i < to; i += step) body(i). Nothing is written where it is known now that the body would never run. */
  loop(from: Count, to: Count, step: Count, body: (i: Local<'i32'>) => void): void {
    this.loopOn(this.local('i32'), from, to, step, body);
  }

  /** The same with a variable of the caller's; afterwards it holds the first value that was too large. */
  loopOn(i: Local<'i32'>, from: Count, to: Count, step: Count, body: (i: Local<'i32'>) => void): void {
    const isKnown = typeof from === 'number' && typeof to === 'number';
    // A variable that is already there is not set to itself.
    if (from !== i) this.set(i, counted(from));
    if (isKnown && from >= to) return;
    const turn = (): void => {
      body(i);
      this.advance(i, step);
    };
    if (isKnown && typeof step === 'number' && from + step >= to) {
      turn();
      return;
    }
    const inner = (): void => this.repeatWhile(() => {
      turn();
      return i32.lt(i, counted(to));
    });
    if (isKnown) inner();
    else this.when(i32.lt(i, counted(to)), inner);
  }

  /** do { … } while (the condition that `body` returns). */
  repeatWhile(body: () => Code<'i32'>): void {
    this.pieces.push(0x03, EMPTY);
    const again = body();
    this.pieces.push(again.bytes, 0x0d, 0, 0x0b);
  }

  /** if (condition) … else … */
  when(condition: Code<'i32'>, then: () => void, otherwise?: () => void): void {
    this.pieces.push(condition.bytes, 0x04, EMPTY);
    then();
    if (otherwise) {
      this.pieces.push(0x05);
      otherwise();
    }
    this.pieces.push(0x0b);
  }

  /** Locals and statements, as the code section has them. */
  encode(): Bytes {
    return sized(flat([list(this.types.map((type) => [1, typeByte[type]])), this.pieces, 0x0b]));
  }
}

/** The value of the local at that index. */
export function localAt<T extends ValueType>(type: T, index: number): Local<T> {
  return { ...code(type, [0x20], unsigned(index)), index };
}
