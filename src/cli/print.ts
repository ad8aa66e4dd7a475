// An answer as one line of JSON, in which every number reads back as the same float64.

/** Whole numbers of this size on are written with an exponent: some readers take digits alone for integers, and overflow. */
const largestInDigits = 1e15;

function numberText(value: number): string {
  // JSON has no word for what is not finite, and −0 is 0.
  if (!Number.isFinite(value)) return 'null';
  return Number.isInteger(value) && Math.abs(value) >= largestInDigits ? value.toExponential() : `${value}`;
}

/** The JSON of plain data: objects, arrays, texts, numbers, truth values and null. */
export function textOf(value: unknown): string {
  if (typeof value === 'number') return numberText(value);
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${textOf(each)}`).join(',')}}`;
}
