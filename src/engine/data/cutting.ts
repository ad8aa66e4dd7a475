// Rows → tokens, with the stages of text between: runs of letters between blanks that occur again are cut only once.
import { split } from '../tasks/split.ts';
import type { Task } from '../tasks/task.ts';
import { prepareText } from '../text/pipeline.ts';
import type { Switches } from '../text/stages.ts';

/** One token after all stages. */
export interface CutToken {
  readonly text: string;
  /** Its position among the tokens of the text as it is written, 0-based: targets of single steps are found by it. */
  readonly place: number;
}

export interface CutText {
  readonly tokens: readonly CutToken[];
  /** How many tokens the text has as it is written. */
  readonly written: number;
}

export type Cutter = (input: string) => CutText;

/** What one run of letters gives: each of its tokens, null where a stage drops it. */
type Pieces = readonly (string | null)[];

/** Cuts the inputs of a task. The stages work on rows that are words of a text; all others are cut as the task says. */
export function cutterOf(task: Task, isText: boolean, switches: Switches): Cutter {
  return isText && task.cut === 'words' ? stagedCutter(switches) : plainCutter(task);
}

function plainCutter(task: Task): Cutter {
  const lettersOf = task.cut === 'letters' ? plainLetters : () => null;
  return (input) => {
    const texts = lettersOf(input) ?? split(task, input).map(({ text }) => text);
    return { tokens: texts.map((text, place) => ({ text, place })), written: texts.length };
  };
}

/** The letters of a text that has none but those of ASCII, each of which is a letter by itself: many times as fast as by the standard's rules. */
const plainLetters = (input: string): string[] | null => (/^[ -~]*$/.test(input) ? input.toLowerCase().replaceAll(' ', '').split('') : null);

function stagedCutter(switches: Switches): Cutter {
  // White space parts tokens always, and each stage looks at one token alone: so what a run gives does not depend on what stands around it.
  const known = new Map<string, Pieces>();
  const piecesOf = (run: string): Pieces => {
    let pieces = known.get(run);
    if (pieces === undefined) {
      pieces = stagedPieces(run, switches);
      known.set(run, pieces);
    }
    return pieces;
  };
  return (input) => {
    const tokens: CutToken[] = [];
    let written = 0;
    for (const [run] of input.matchAll(/\S+/gu)) {
      for (const text of piecesOf(run)) {
        if (text !== null) tokens.push({ text, place: written });
        written += 1;
      }
    }
    return { tokens, written };
  };
}

function stagedPieces(run: string, switches: Switches): Pieces {
  const { written, tokens } = prepareText(run, switches);
  const left = new Map(tokens.map(({ start, text }) => [start, text]));
  return written.map(({ start }) => left.get(start) ?? null);
}
