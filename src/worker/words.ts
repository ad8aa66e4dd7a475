// What went wrong, as a sentence for the reader.

/** An error in words. The engine's errors are sentences already; running out of memory is not. */
export function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RangeError && /alloc|memory|length/i.test(message)) {
    return `The browser has no memory left for so many numbers. Take fewer steps or fewer units. (${message})`;
  }
  return message;
}
