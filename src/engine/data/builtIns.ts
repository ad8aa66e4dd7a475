// The table of data sets that come with the page: adding one is one file and its line here.
import type { BuiltIn } from './builtIn.ts';
import { letters } from './sets/letters.ts';
import { negation } from './sets/negation.ts';
import { reviews } from './sets/reviews.ts';

export type { BuiltIn } from './builtIn.ts';

/** In the order of menus. */
export const builtIns: Readonly<Record<string, BuiltIn>> = { reviews, negation, letters };
