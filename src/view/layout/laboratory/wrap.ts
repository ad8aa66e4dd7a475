// Words in lines, for drawings: SVG text does not break by itself.
import { textWidth } from '../directLabels.ts';

/** Lines of at most that width; a single word that is wider has a line of its own. */
export function wrap(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)!} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
