// The probabilities of what can come next as bars, the likeliest first: with the temperature that is set, and as learned. Pure numbers.
import { textWidth } from '../../directLabels.ts';
import { ellipsised } from '../names.ts';

interface ChoiceInput {
  /** One an output. */
  readonly names: readonly string[];
  /** [Y] at the temperature that is set, and at 1. */
  readonly now: Float64Array;
  readonly learned: Float64Array;
  /** The output that was chosen. */
  readonly chosen: number;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
}

interface ChoiceBar {
  readonly output: number;
  readonly name: string;
  readonly y: number;
  readonly height: number;
  /** Lengths of both bars. */
  readonly now: number;
  readonly learned: number;
  readonly pNow: number;
  readonly pLearned: number;
}

export interface ChoiceBars {
  readonly left: number;
  readonly bars: readonly ChoiceBar[];
  /** Outputs that have no room, and what they have together; null where all have. */
  readonly rest: { readonly count: number; readonly now: number; readonly learned: number; readonly y: number } | null;
}

/** Letters' heights that the numbers behind a bar take. */
const numbers = 13.5;
/** The probability of a bar as long as can be, at least. */
const leastFull = 0.2;

export function choiceBars({ names, now, learned, chosen, width, height, textSize }: ChoiceInput): ChoiceBars {
  const line = textSize * 1.75;
  const room = Math.max(2, Math.floor(height / line));
  const order = names.map((_, output) => output).sort((a, b) => learned[b]! - learned[a]! || a - b);
  // The one that was chosen is always among them.
  const fits = order.length <= room;
  const first = fits ? order : order.slice(0, room - 1);
  const shown = first.includes(chosen) || chosen < 0 ? first : [...first.slice(0, -1), chosen];
  const left = Math.min(width * 0.35, Math.max(...shown.map((output) => textWidth(ellipsised(names[output]!, 14), textSize))) + textSize * 1.6);
  // Of many that are all unlikely, the bars are still to be told apart.
  const largest = Math.max(leastFull, ...now, ...learned);
  const reach = Math.max(20, width - left - textSize * numbers) / largest;
  const hidden = order.filter((output) => !shown.includes(output));
  const sum = (values: Float64Array): number => hidden.reduce((all, output) => all + values[output]!, 0);
  return {
    left,
    bars: shown.map((output, k) => ({
      output,
      name: ellipsised(names[output]!, 14),
      y: k * line,
      height: line * 0.72,
      now: now[output]! * reach,
      learned: learned[output]! * reach,
      pNow: now[output]!,
      pLearned: learned[output]!,
    })),
    rest: hidden.length > 0 ? { count: hidden.length, now: sum(now), learned: sum(learned), y: shown.length * line } : null,
  };
}
