// A memory of a limited size for what is costly to make and asked for again: the oldest entry goes first.
export class Kept<Key, Value> {
  private readonly limit: number;
  private readonly known = new Map<Key, Value>();

  constructor(limit: number) {
    this.limit = limit;
  }

  get(key: Key): Value | undefined {
    return this.known.get(key);
  }

  set(key: Key, value: Value): void {
    this.known.set(key, value);
    // Whoever steps back and on again finds the neighbours still there.
    const [oldest] = this.known.keys();
    if (this.known.size > this.limit && oldest !== undefined) this.known.delete(oldest);
  }
}
