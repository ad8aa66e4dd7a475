// How large a file of JSON with arrays of numbers will be, and how it begins, without writing it: a run of megabytes is written when it is saved.
import { written } from './runFile.ts';

/** Its size in bytes, to the byte, and its first characters with arrays cut short. */
export function measured(content: unknown): { readonly bytes: number; readonly head: string } {
  let arrays = 0;
  const text = JSON.stringify(content, (key, value: unknown) => {
    if (!(value instanceof Float64Array)) return written(key, value);
    arrays += 4 * Math.ceil((value.length * 8) / 3);
    return '';
  });
  return { bytes: new Blob([text]).size + arrays, head: text.slice(0, 900) };
}
