// Commands that change where one stands: the playhead, the fold, or the whole document.
import type { CommandRows } from './command.ts';
import { limitProblem } from './limits.ts';

export const placeCommands: CommandRows<'seek' | 'setFold' | 'replace'> = {
  /** The caller keeps it within the clock's number of operations. */
  seek: {
    history: 'ignore',
    words: ({ playhead }) => `go to operation ${playhead}`,
    refusal: (_, { playhead }) => limitProblem('playhead', playhead),
    run: (document, { playhead }) => ({ ...document, playhead }),
  },
  setFold: {
    history: 'ignore',
    words: ({ fold }) => (fold < 0.5 ? 'unroll' : 'fold'),
    refusal: (_, { fold }) => limitProblem('fold', fold),
    run: (document, { fold }) => ({ ...document, fold }),
  },
  replace: {
    history: 'commit',
    words: ({ words }) => words ?? 'open another place',
    run: (_, { document }) => document,
  },
};
