// Stems: a word → what it shares with its other forms, by suffix rules for English. Source: M. Porter, An algorithm for
// suffix stripping (1980), in the package "stemmer"; two rules of his revision, Porter2 (2001), keep stems readable.
import { stemmer } from 'stemmer';
import { lowerCased } from './tokens.ts';

/**
 * The stem of a word, in lower case: "playing", "plays" and "played" are all "play". It need not be a word itself
 * ("movie" → "movi"), and words of other languages mostly stay as they are. Never empty, unless the word is.
 *
 * Two rules are those of Porter2. A possessive goes first ("movie's" as "movie"), and a final y becomes i only after a
 * consonant, so "playing" is "play" and not "plai", as "playful" is by either.
 */
export function stem(word: string): string {
  const lower = lowerCased(word);
  const found = stemmer(withoutPossessive(lower));
  const isChanged = VOWEL_AND_I.test(found) && lower.startsWith(`${found.slice(0, -1)}y`);
  return isChanged ? `${found.slice(0, -1)}y` : found;
}

const VOWEL_AND_I = /[aeiou]i$/;

/** Without 's, 's' or ' at its end, unless nothing would be left. */
function withoutPossessive(word: string): string {
  return word.replace(/^(.+?)(?:'s'?|')$/su, '$1');
}
