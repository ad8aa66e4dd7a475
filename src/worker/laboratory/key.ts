// A question as a text: two questions ask the same exactly when their texts are the same.

/**
 * Plain data as a text that depends on its values alone: not on the order of a record's entries, nor on entries that are undefined. Tells
 * ∞, NaN and −0 apart, as JSON does not.
 */
export function keyOf(data: unknown): string {
  if (typeof data === 'number') return Object.is(data, -0) ? '-0' : String(data);
  if (typeof data !== 'object' || data === null) return JSON.stringify(data) ?? 'undefined';
  if (Array.isArray(data)) return `[${data.map(keyOf).join(',')}]`;
  const entries = Object.entries(data).filter(([, value]) => value !== undefined);
  return `{${entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${JSON.stringify(name)}:${keyOf(value)}`).join(',')}}`;
}
