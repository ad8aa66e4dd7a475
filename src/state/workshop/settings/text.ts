// The room "From text to numbers".
import { oneOf, place, text, whole, type Values } from '../setting.ts';

export const textSettings = {
  /** Texts of one's own, one a line. */
  texts: text('I love playing\nwe love playing cricket\nPlaying is fun', 1200, 'change the texts'),
  /** Which of them is looked at, 0-based. */
  line: place(whole(0, 0, 1000, 'look at another text')),
  /** What a bag holds. */
  bag: oneOf('counts', ['counts', 'present'], 'change what the bag holds'),
  /** Steps that each text is padded or cut to; 0: as many as the longest has. */
  paddedTo: whole(0, 0, 200, 'change the padded length'),
  paddedAt: oneOf('end', ['end', 'start'], 'change where padding stands'),
  /** The sliders of the parameter count: longest text, vocabulary, units. */
  length: whole(10, 1, 200, 'change the length of the longest text'),
  vocabulary: whole(10_000, 10, 100_000, 'change the size of the vocabulary'),
  units: whole(10, 1, 512, 'change the number of units'),
} as const;

export type TextSettings = Values<typeof textSettings>;
