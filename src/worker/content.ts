// Whether two plain values (numbers, text, lists, records, typed arrays) have the same content, whatever objects they are.

/** Deep equality by content; numbers as `Object.is` has it, so that −0 is not 0 and NaN is NaN. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (a instanceof Float64Array) return b instanceof Float64Array && sameNumbers(a, b);
  if (a instanceof Int32Array) return b instanceof Int32Array && sameNumbers(a, b);
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((each, k) => sameContent(each, b[k]));
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && sameContent(a[key], b[key]));
}

function sameNumbers(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
