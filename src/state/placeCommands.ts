// Commands that change where one stands: the playhead, the fold, the section and what is set in it, or the whole document.
import type { CommandRows } from './command.ts';
import { limitProblem } from './limits.ts';

export const placeCommands: CommandRows<'seek' | 'setFold' | 'setGates' | 'setInside' | 'setNotation' | 'setSection' | 'setSettings' | 'replace'> = {
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
  setGates: {
    history: 'commit',
    words: ({ gates }) => (gates ? 'show the gates' : 'hide the gates'),
    run: (document, { gates }) => ({ ...document, gates }),
  },
  setInside: {
    history: 'ignore',
    words: ({ inside }) => (inside < 0.5 ? 'close the cell' : 'open the cell'),
    refusal: (_, { inside }) => limitProblem('inside', inside),
    run: (document, { inside }) => ({ ...document, inside }),
  },
  setNotation: {
    history: 'commit',
    words: ({ notation }) => (notation === 'course' ? 'write W_i, W_h and O' : 'write W_xh, W_hh and h'),
    run: (document, { notation }) => ({ ...document, notation }),
  },
  setSection: {
    history: 'ignore',
    words: () => 'look elsewhere',
    run: (document, { section, settings }) => ({ ...document, section, ...settings }),
  },
  /** What it holds is kept within the limits where it is made: by the controls, and by whoever reads a link. */
  setSettings: {
    history: 'merge',
    words: ({ words }) => words,
    target: ({ target }) => target,
    run: (document, { settings }) => ({ ...document, ...settings }),
  },
  replace: {
    history: 'commit',
    words: ({ words }) => words ?? 'open another place',
    run: (_, { document }) => document,
  },
};
