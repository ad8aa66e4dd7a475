// The table of data sets that come with the page: adding one is one file and its line here.
import type { BuiltIn } from './builtIn.ts';
import { adding } from './sets/adding.ts';
import { captions } from './sets/captions.ts';
import { carbonDioxide } from './sets/carbonDioxide.ts';
import { entities } from './sets/entities.ts';
import { frames } from './sets/frames.ts';
import { gap } from './sets/gap.ts';
import { letters } from './sets/letters.ts';
import { morse } from './sets/morse.ts';
import { names } from './sets/names.ts';
import { negation } from './sets/negation.ts';
import { parity } from './sets/parity.ts';
import { phrases } from './sets/phrases.ts';
import { pictures } from './sets/pictures.ts';
import { recall } from './sets/recall.ts';
import { reviews } from './sets/reviews.ts';
import { sine } from './sets/sine.ts';
import { temperatures } from './sets/temperatures.ts';

export type { BuiltIn } from './builtIn.ts';

/** In the order of menus. */
export const builtIns: Readonly<Record<string, BuiltIn>> = {
  reviews, negation, letters, entities, gap, names, phrases, temperatures, co2: carbonDioxide, sine, pictures, captions, frames, morse, recall, adding, parity,
};
