// The room "From text to numbers".
import { flag, oneOf, place, text, whole, type Values } from '../setting.ts';

export const textSettings = {
  /** Its three parts: the stages of a text, the order of words, and networks of a fixed width with their size. */
  part: place(oneOf('stages', ['stages', 'order', 'width'], 'look at another part')),
  /** Texts of one's own, one a line. */
  texts: text('I love playing\nwe love playing cricket\nPlaying is fun', 1200, 'change the texts'),
  /** Which of them is looked at, 0-based. */
  line: place(whole(0, 0, 1000, 'look at another text')),
  lowerCase: flag(true, 'switch lower case'),
  stopWords: flag(true, 'switch the dropping of stop words'),
  stems: flag(true, 'switch stemming'),
  /** What a bag holds. */
  bag: oneOf('counts', ['counts', 'present', 'off'], 'change what the bag holds'),
  oneHot: flag(true, 'switch one-hot vectors'),
  padded: flag(true, 'switch padding'),
  /** Steps that each text is padded or cut to; 0: as many as the longest has. */
  paddedTo: whole(0, 0, 200, 'change the padded length'),
  paddedAt: oneOf('end', ['end', 'start'], 'change where padding stands'),
  /** The sentence whose words are put into another order. */
  sentence: text('not good but bad, this movie', 400, 'change the sentence'),
  /** Places of its words in their new order, from 0 and with blanks between; empty: as written. At first the judgements have changed places. */
  order: text('0 3 2 1 4 5', 400, 'move the words'),
  /** Words that a network of a fixed width has room for. */
  width: whole(5, 1, 12, 'change the fixed width'),
  /** The sliders of the parameter count: longest text, vocabulary, units. */
  length: whole(10, 1, 200, 'change the length of the longest text'),
  vocabulary: whole(10_000, 10, 100_000, 'change the size of the vocabulary'),
  units: whole(10, 1, 512, 'change the number of units'),
} as const;

export type TextSettings = Values<typeof textSettings>;
