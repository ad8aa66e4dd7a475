// Room shared out among several who want it.

/** What each gets of `room`: what it wants, or its share of what is left by those who want less. */
export function share(wants: readonly number[], weights: readonly number[], room: number): number[] {
  const got = wants.map(() => 0);
  let open = wants.map((_, k) => k);
  let left = room;
  while (open.length > 0) {
    const weight = open.reduce((total, k) => total + weights[k]!, 0);
    const content = open.filter((k) => wants[k]! <= (left * weights[k]!) / weight);
    if (content.length === 0) {
      for (const k of open) got[k] = (left * weights[k]!) / weight;
      return got;
    }
    for (const k of content) {
      got[k] = wants[k]!;
      left -= wants[k]!;
    }
    open = open.filter((k) => !content.includes(k));
  }
  return got;
}
