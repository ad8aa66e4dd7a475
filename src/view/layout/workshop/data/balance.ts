// How often each answer is asked for, as bars: lengths for the rows that are learned from, and behind them for those that are kept.
import { scaleLinear } from 'd3-scale';

export interface AnswerCount {
  readonly answer: string;
  readonly training: number;
  readonly validation: number;
}

interface BalanceBar extends AnswerCount {
  /** The middle of the bar, and half its height. */
  readonly y: number;
  readonly half: number;
  /** From the start of all bars. */
  readonly trainingWidth: number;
  readonly validationWidth: number;
}

export interface BalanceLayout {
  readonly bars: readonly BalanceBar[];
  /** Where bars start. */
  readonly x: number;
  /** Answers that have no bar of their own. */
  readonly others: number;
}

/** The most bars. */
export const mostBars = 12;

/** Letters' widths in parts of their size, and room between parts. */
const letter = 0.58;
const gap = 10;

/** Counts of every answer on both sides, the most frequent first; only so many as have bars, and how many others there are. */
export function answerCounts(training: ReadonlyMap<string, number>, validation: ReadonlyMap<string, number>): { readonly counts: readonly AnswerCount[]; readonly others: number } {
  const answers = [...new Set([...training.keys(), ...validation.keys()])];
  const all = answers
    .map((answer) => ({ answer, training: training.get(answer) ?? 0, validation: validation.get(answer) ?? 0 }))
    .toSorted((a, b) => b.training + b.validation - a.training - a.validation);
  return { counts: all.slice(0, mostBars), others: Math.max(0, all.length - mostBars) };
}

/** Pixels of height that so many bars take. */
export const balanceHeight = (bars: number): number => Math.max(40, bars * 26 + 6);

export function balanceLayout(counts: readonly AnswerCount[], others: number, place: { readonly width: number; readonly height: number; readonly textSize: number }): BalanceLayout {
  const { width, height, textSize } = place;
  const longest = Math.max(0, ...counts.map(({ answer }) => Math.min(answer.length, longestName)));
  const x = Math.min(width * 0.4, longest * textSize * letter + gap);
  const numbers = 14 * textSize * letter;
  const most = Math.max(1, ...counts.map(({ training, validation }) => training + validation));
  const scale = scaleLinear([0, most], [0, Math.max(10, width - x - numbers - gap)]);
  const step = height / Math.max(1, counts.length);
  const half = Math.min(step * 0.34, textSize * 1.1);
  return {
    x,
    others,
    bars: counts.map((each, k) => ({ ...each, y: (k + 0.5) * step, half, trainingWidth: scale(each.training), validationWidth: scale(each.validation) })),
  };
}

/** Letters of a name that have room. */
export const longestName = 18;
