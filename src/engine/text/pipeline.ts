// From texts to numbers, stage by stage: text → tokens as written → lower case → stop words → stems → a vocabulary [V],
// indices [T] of each text, and its bag of words [V]. What each stage does to each token is kept, for a table.
import { bagOfWords, type Bag, type BagKind } from './bagOfWords.ts';
import { stages, type StageId, type Switches } from './stages.ts';
import { tidy, tokenise, type Token } from './tokens.ts';
import { buildVocabulary, encode, type Vocabulary } from './vocabulary.ts';

/** What one stage did to one token: `after` is null if it was dropped, and `before` itself if nothing changed. */
export interface StageRow {
  readonly before: Token;
  readonly after: Token | null;
}

interface StageOutput {
  readonly id: StageId;
  readonly isOn: boolean;
  /** One row for each token that came in. */
  readonly rows: readonly StageRow[];
  /** The tokens that go on to the next stage. */
  readonly tokens: readonly Token[];
  /** Those that do not. */
  readonly dropped: readonly Token[];
}

interface PreparedText {
  readonly source: string;
  /** Its words as they were written, capitals and all. */
  readonly written: readonly Token[];
  /** Every stage in its order, those that are off as well. */
  readonly stages: readonly StageOutput[];
  /** What the last stage hands on. */
  readonly tokens: readonly Token[];
  /** Why no word is left, in words; null if there is one. */
  readonly note: string | null;
}

export interface CountedText extends PreparedText {
  /** One index for each known token, in the order of the text, which the bag has lost. */
  readonly indices: Int32Array;
  /** Null where counting is off. */
  readonly bag: Bag | null;
  /** Words that the vocabulary lacks, each once. */
  readonly unknown: readonly string[];
}

interface CountedTexts {
  readonly texts: readonly CountedText[];
  readonly vocabulary: Vocabulary;
}

/** One text through all stages. */
export function prepareText(source: string, switches: Switches): PreparedText {
  const written = tokenise(source).map((token) => ({ ...token, text: tidy(source.slice(token.start, token.end)) }));
  const outputs: StageOutput[] = [];
  let tokens: readonly Token[] = written;
  for (const { id, apply } of stages) {
    const isOn = switches[id];
    const rows = tokens.map((before): StageRow => ({ before, after: isOn ? unchanged(before, apply(before)) : before }));
    tokens = rows.flatMap(({ after }) => after ?? []);
    outputs.push({ id, isOn, rows, tokens, dropped: rows.flatMap(({ before, after }) => (after ? [] : [before])) });
  }
  return { source, written, stages: outputs, tokens, note: tokens.length > 0 ? null : noteOf(source, written) };
}

/**
 * Several texts through all stages, with the words of all of them, in order of first appearance, as the vocabulary.
 *
 * @param kind what the bags hold, or 'off' for none.
 * @param vocabulary a vocabulary from elsewhere, such as that of the texts a network has learned from. Its words should have
 *   come through the same stages; what it lacks is named in `unknown`.
 */
export function countTexts(sources: readonly string[], switches: Switches, kind: BagKind | 'off', vocabulary?: Vocabulary): CountedTexts {
  const prepared = sources.map((source) => prepareText(source, switches));
  const words = vocabulary ?? buildVocabulary(prepared.flatMap(({ tokens }) => tokens));
  const texts = prepared.map((text): CountedText => {
    const { indices, unknown } = encode(text.tokens, words);
    return { ...text, indices, unknown, bag: kind === 'off' ? null : bagOfWords(text.tokens, words, kind) };
  });
  return { texts, vocabulary: words };
}

/** The token as it was, where the stage did nothing to it: a table then sees that by comparing. */
function unchanged(before: Token, after: Token | null): Token | null {
  return after?.text === before.text ? before : after;
}

function noteOf(source: string, written: readonly Token[]): string {
  const text = source.trim();
  if (text === '') return 'The text is empty, so there is no word to count.';
  if (written.length === 0) {
    return `"${text.length > shown ? `${text.slice(0, shown)}…` : text}" has no word in it: punctuation and spaces are not counted.`;
  }
  const words = [...new Set(written.map((token) => `"${token.text}"`))];
  const named = words.slice(0, fewWords).join(', ') + (words.length > fewWords ? ', …' : '');
  return `No word is left: ${named} ${words.length === 1 ? 'is a stop word' : 'are all stop words'}. Keep stop words to count them.`;
}

/** So many characters of a text, and … */
const shown = 40;
/** … so many of its words, are enough to know it again. */
const fewWords = 8;
