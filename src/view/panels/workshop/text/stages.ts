// The texts that are set through all stages: tokens, bags, indices, one-hot vectors, padding; with the shape of each in words.
import type { Bag } from '../../../../engine/text/bagOfWords.ts';
import { oneHot, oneHotShape } from '../../../../engine/text/oneHot.ts';
import { padSequences, type Padded } from '../../../../engine/text/padding.ts';
import { countTexts, type CountedText } from '../../../../engine/text/pipeline.ts';
import type { StageId } from '../../../../engine/text/stages.ts';
import type { TextSettings } from '../../../../state/workshop/settings/text.ts';

/** Texts that are read; a table of more could not be looked at. */
const mostTexts = 20;

export interface StagedTexts {
  readonly texts: readonly CountedText[];
  /** Lines that have no room. */
  readonly leftOut: number;
  readonly vocabulary: readonly string[];
  /** Null where counting is off. */
  readonly bags: readonly Bag[] | null;
  /** Null where padding is off. */
  readonly padded: Padded | null;
}

export type StagedSettings = Pick<TextSettings, 'texts' | 'lowerCase' | 'stopWords' | 'stems' | 'bag' | 'padded' | 'paddedTo' | 'paddedAt'>;

export function stagedTexts({ texts: written, lowerCase, stopWords, stems, bag, padded, paddedTo, paddedAt }: StagedSettings): StagedTexts {
  const lines = written.split(/\r?\n/u).filter((line) => line.trim() !== '');
  const { texts, vocabulary } = countTexts(lines.slice(0, mostTexts), { lowerCase, stopWords, stems }, bag === 'present' ? 'binary' : bag);
  const bags = texts.flatMap((text) => text.bag ?? []);
  return {
    texts,
    leftOut: Math.max(0, lines.length - mostTexts),
    vocabulary: vocabulary.words,
    bags: bag === 'off' ? null : bags,
    padded: padded ? padSequences(texts.map(({ indices }) => indices), { pad: paddedAt === 'start' ? 'pre' : 'post', ...(paddedTo > 0 && { length: paddedTo }) }) : null,
  };
}

const counted = (count: number, one: string, many = `${one}s`): string => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** "3 texts × 7 words"; "3 texts × 2 to 4 words" where they differ. */
export function raggedShape(lengths: readonly number[], one: string, many?: string): string {
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  if (lengths.length === 0) return counted(0, 'text');
  return `${counted(lengths.length, 'text')} × ${least === most ? '' : `${least} to `}${counted(most, one, many)}`;
}

/** What one stage did, and what goes on from it. */
export const stageShape = (texts: readonly CountedText[], stage: StageId): string =>
  raggedShape(texts.map((text) => text.stages.find(({ id }) => id === stage)?.tokens.length ?? 0), 'word');

/** One text as a table of numbers, row by row: a time step a row. */
interface StepTable {
  /** "1 love"; "3 padding". */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly values: Float64Array;
  readonly padding: ReadonlySet<number>;
  readonly shape: string;
}

/** A text's one-hot vectors; as bare indices, counted from 1, where one-hot is off: padding is 0 then. With padding where there is any. */
export function stepTable({ texts, vocabulary, padded }: Pick<StagedTexts, 'texts' | 'vocabulary' | 'padded'>, line: number, isOneHot: boolean): StepTable | null {
  const text = texts[line];
  if (!text) return null;
  const indices = padded ? padded.indices.subarray(line * padded.length, (line + 1) * padded.length) : text.indices;
  const isPadding = (t: number): boolean => padded !== null && padded.mask[line * padded.length + t] === 0;
  const rows = Array.from(indices, (index, t) => `${t + 1} ${isPadding(t) ? 'padding' : (vocabulary[index] ?? '')}`);
  const V = isOneHot ? vocabulary.length : 1;
  return {
    rows,
    columns: isOneHot ? vocabulary : ['index'],
    values: isOneHot ? oneHot(indices, V) : Float64Array.from(indices, (index) => index + 1),
    padding: new Set(rows.flatMap((_, t) => (isPadding(t) ? [t] : []))),
    shape: oneHotShape(indices.length, V).words,
  };
}
