// Reads the documentation: its files, the tables under a heading, the code in it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** The text of a page, by its path from the root. */
export const page = (path: string): string => readFileSync(join(root, path), 'utf8');

/** What stands under a heading, down to the next one of the same or a higher level. Throws where there is no such heading. */
export function section(text: string, heading: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.replace(/^#+ /, '') === heading && line.startsWith('#'));
  if (start < 0) throw new Error(`There is no heading "${heading}".`);
  const level = /^#+/.exec(lines[start]!)![0].length;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => (/^#+(?= )/.exec(line)?.[0].length ?? Infinity) <= level);
  return rest.slice(0, end < 0 ? undefined : end).join('\n');
}

/** The rows of all tables in a text, cell by cell, without heads. */
export function tableRows(text: string): string[][] {
  const lines = text.split('\n');
  return lines
    .filter((line, k) => line.startsWith('|') && !isRule(line) && !isRule(lines[k + 1] ?? ''))
    .map((line) => line.slice(1, line.lastIndexOf('|')).split(/(?<!\\)\|/).map((cell) => cell.trim()));
}

const isRule = (line: string): boolean => /^\|[-:| ]+\|$/.test(line);

/** Everything in backticks. */
export const codes = (text = ''): string[] => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);

export interface CodeBlock {
  readonly language: string;
  readonly text: string;
}

export function codeBlocks(text: string): CodeBlock[] {
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = '', inside = '']) => ({ language, text: inside }));
}
