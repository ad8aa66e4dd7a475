// The confusion table as squares: a row for each right class, a column for each answered one; where there are many classes, the
// most frequent ones and all the others together.
import { textWidth, type Box } from '../../directLabels.ts';

interface ConfusionCell extends Box {
  readonly right: string;
  readonly answered: string;
  readonly count: number;
  /** Of the row: how often this is the answer where `right` is right, and is right where both are others; 0 where the row is empty. */
  readonly share: number;
  readonly isRight: boolean;
  /** Count, and the share below it where there is room; empty where there is room for neither. */
  readonly texts: readonly string[];
}

interface ConfusionName {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface ConfusionGrid {
  readonly cells: readonly ConfusionCell[];
  readonly rowNames: readonly ConfusionName[];
  readonly columnNames: readonly ConfusionName[];
  /** Whether the names of the columns are turned, as they are wider than their columns. */
  readonly areTurned: boolean;
  readonly box: Box;
}

interface Merged {
  readonly names: readonly string[];
  readonly counts: readonly (readonly number[])[];
  /** How many of those where right and answered are both among the others are wrong all the same. */
  readonly wrongOthers: number;
}

/** With no more classes than this every square has its number, 0 too. */
const fewClasses = 4;

/** Classes that have a row of their own. */
const mostClasses = 14;

/** Where there are more, those stay that are mistaken most, then the most frequent ones, in their order; the others are one class. */
export function mergedConfusion(confusion: readonly (readonly number[])[], names: readonly string[]): Merged {
  if (names.length <= mostClasses) return { names, counts: confusion, wrongOthers: 0 };
  const totals = names.map((_, k) => sum(confusion[k] ?? []) + sum(confusion.map((row) => row[k] ?? 0)));
  const wrongs = names.map((_, k) => totals[k]! - 2 * (confusion[k]?.[k] ?? 0));
  const kept = names.map((_, k) => k).sort((a, b) => wrongs[b]! - wrongs[a]! || totals[b]! - totals[a]! || a - b).slice(0, mostClasses - 1).sort((a, b) => a - b);
  const placeOf = (k: number): number => (kept.includes(k) ? kept.indexOf(k) : kept.length);
  const counts = Array.from({ length: kept.length + 1 }, () => Array.from({ length: kept.length + 1 }, () => 0));
  let wrongOthers = 0;
  confusion.forEach((row, right) =>
    row.forEach((count, answered) => {
      const places = [placeOf(right), placeOf(answered)] as const;
      counts[places[0]]![places[1]]! += count;
      if (right !== answered && places[0] === kept.length && places[1] === kept.length) wrongOthers += count;
    }),
  );
  return { names: [...kept.map((k) => names[k]!), `${names.length - kept.length} others`], counts, wrongOthers };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const percent = (share: number): string => `${Math.round(share * 100)} %`;

export function confusionGrid({ names, counts, wrongOthers }: Merged, { width, height, textSize }: { readonly width: number; readonly height: number; readonly textSize: number }): ConfusionGrid {
  const widest = Math.min(width * 0.3, Math.max(0, ...names.map((name) => textWidth(name, textSize))));
  const left = widest + textSize * 2.6;
  const room = (width - left - 4) / names.length;
  const areTurned = widest + 6 > room;
  const top = textSize * 1.9 + (areTurned ? Math.min(widest, height * 0.3) + 6 : textSize * 1.5);
  const wide = Math.min(room, textSize * 9);
  const high = Math.max(8, Math.min(textSize * 4.2, (height - top - 4) / names.length));
  const cells = names.flatMap((right, row) => {
    const total = sum(counts[row] ?? []);
    return names.map((answered, column): ConfusionCell => {
      const count = counts[row]?.[column] ?? 0;
      const isMixed = wrongOthers > 0 && row === names.length - 1 && column === row;
      const share = total > 0 ? (isMixed ? count - wrongOthers : count) / total : 0;
      const hasCount = high > textSize * 1.1 && wide > textWidth(String(count), textSize);
      const hasShare = hasCount && high > textSize * 2.5 && wide > textWidth('100 %', textSize);
      return {
        right, answered, count, share,
        isRight: row === column,
        x: left + column * wide, y: top + row * high, width: wide, height: high,
        // Of many squares those that are empty are left empty: what is in the others is found.
        texts: hasCount && (count > 0 || names.length <= fewClasses) ? [count.toLocaleString('en'), ...(hasShare && total > 0 ? [isMixed ? `${wrongOthers} wrong` : percent(share)] : [])] : [],
      };
    });
  });
  const cut = (name: string): string => (textWidth(name, textSize) <= widest ? name : `${name.slice(0, Math.max(1, Math.floor(widest / (textSize * 0.52)) - 1))}…`);
  return {
    cells,
    areTurned,
    rowNames: names.map((name, k) => ({ text: cut(name), x: left - 7, y: top + (k + 0.5) * high })),
    columnNames: names.map((name, k) => ({ text: cut(name), x: left + (k + 0.5) * wide, y: top - 7 })),
    box: { x: left, y: top, width: wide * names.length, height: high * names.length },
  };
}

/** In a sentence, for those who do not see it: how many are right, and what is mistaken most often. */
export function confusionWords(counts: readonly (readonly number[])[], names: readonly string[]): string {
  const all = sum(counts.map(sum));
  const right = sum(counts.map((row, k) => row[k] ?? 0));
  const wrong = counts.flatMap((row, k) => row.flatMap((count, j) => (j !== k && count > 0 ? [{ count, right: names[k]!, answered: names[j]! }] : [])));
  const [worst] = wrong.sort((a, b) => b.count - a.count);
  const mistake = worst ? ` Most often mistaken: ${worst.right}, answered as ${worst.answered}, ${worst.count === 1 ? 'once' : `${worst.count.toLocaleString('en')} times`}.` : '';
  return `${right.toLocaleString('en')} of ${all.toLocaleString('en')} answers are right.${mistake}`;
}
