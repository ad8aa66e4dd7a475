// Settings that have a name, a default and a range: the numbers that an optimiser or a schedule works with, and the
// words that are said when one of them cannot be.

export interface Setting {
  /** As in the equations. */
  readonly latex: string;
  /** What it does, in a student's words. */
  readonly words: string;
  readonly allows: (value: number) => boolean;
  /** What `allows` allows, after "should be". */
  readonly range: string;
}

type Range = Pick<Setting, 'allows' | 'range'>;

/** [0, 1): how much of something old is kept. All of it would leave no room for the new. */
export const share: Range = { allows: (x) => x >= 0 && x < 1, range: 'at least 0 and less than 1' };
/** (0, 1]. */
export const factor: Range = { allows: (x) => x > 0 && x <= 1, range: 'more than 0 and at most 1' };
/** [0, ∞). */
export const amount: Range = { allows: (x) => x >= 0 && Number.isFinite(x), range: 'a finite number of at least 0' };
/** 1, 2, 3, … */
export const wholeCount: Range = { allows: (x) => Number.isSafeInteger(x) && x >= 1, range: '1, 2, 3, …' };

/**
 * The settings to work with: the given one where there is one, the default elsewhere. What is given beyond the defaults'
 * own names is not read, so one form can serve several optimisers.
 *
 * @param who whose settings these are, as in "Adam".
 * @throws Error if a given number is out of its range.
 */
export function settle<Name extends string>(
  who: string,
  table: Readonly<Record<Name, Setting>>,
  defaults: Readonly<Record<Name, number>>,
  given: Readonly<Partial<Record<Name, number | undefined>>>,
): Readonly<Record<Name, number>> {
  const settled: Record<Name, number> = { ...defaults };
  for (const name in defaults) {
    const value = given[name];
    if (value === undefined) continue;
    demand(`The ${name} of ${who}`, value, table[name]);
    settled[name] = value;
  }
  return settled;
}

/** Throws, in a student's words, unless the range allows the value. `what` begins the sentence. */
export function demand(what: string, value: number, { allows, range }: Range): void {
  if (!allows(value)) throw new Error(`${what} should be ${range}, but it is ${value}.`);
}
