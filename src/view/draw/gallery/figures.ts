// The figures of the gallery, as data: how a network can be wired, what that is used for, and the task that does it here.
import type { TaskId } from '../../../engine/tasks/index.ts';

/** A task, and one of its sentences that is short enough for a figure. */
export interface FigureExample {
  readonly task: TaskId;
  readonly text: string;
}

export interface GalleryFigure {
  /** For links and names of files. */
  readonly id: string;
  readonly title: string;
  /** What goes in and what comes out, in a few words. */
  readonly caption: string;
  /** Where networks wired like this are at work. */
  readonly use: string;
  /** The first one is drawn; all can be opened. */
  readonly examples: readonly [FigureExample, ...FigureExample[]];
}

export const figures: readonly GalleryFigure[] = [
  {
    id: 'one-to-one',
    title: 'One to one',
    caption: 'a picture → its class',
    use: 'Telling pictures apart: there is no time in it.',
    examples: [{ task: 'pictures', text: '#.#/.#./#.#' }],
  },
  {
    id: 'one-to-many',
    title: 'One to many',
    caption: 'a picture → words about it',
    use: 'Captions for pictures; names or music from a single wish.',
    examples: [{ task: 'captions', text: '..../.#../..../.... > a dot' }, { task: 'names', text: 'boy: tom' }],
  },
  {
    id: 'many-to-one',
    title: 'Many to one',
    caption: 'a sentence → one answer',
    use: 'Sentiment of reviews; which language, which author.',
    examples: [{ task: 'reviews', text: 'movie was good' }],
  },
  {
    id: 'many-to-many',
    title: 'Many to many, encoder–decoder',
    caption: 'a sentence → another, of another length',
    use: 'Translation; speech to text; summaries.',
    examples: [{ task: 'translation', text: "i am cold > j'ai froid" }],
  },
  {
    id: 'many-to-many-in-step',
    title: 'Many to many, in step',
    caption: 'every word → a label for it',
    use: 'Named entities; the next letter; video, frame by frame.',
    examples: [
      { task: 'entities', text: 'Chirag worked at Microsoft in India' },
      { task: 'letters', text: 'namaste' },
      { task: 'frames', text: '#....;.#...;..#..;..#..;.#...' },
    ],
  },
  {
    id: 'both-directions',
    title: 'Both directions',
    caption: 'every word, with those after it → an answer',
    use: 'Filling gaps: all is known before the answer is due.',
    examples: [{ task: 'gap', text: 'i like eating ___ with a spoon' }],
  },
];
