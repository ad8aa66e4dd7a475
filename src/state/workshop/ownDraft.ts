// What is being typed, pasted or read from a file, until it is taken as a data set: another room of the page does not lose it.
import { createStore } from 'zustand/vanilla';
import type { OwnChoices, OwnSource } from '../../engine/data/own/report.ts';
import { firstGrid, textOfGrid, type Grid } from './grid.ts';

/** How data come in. */
export type WayIn = 'type' | 'paste' | 'file';

interface OwnDraft {
  /** Of the data set that it will be. */
  readonly id: string;
  /** Null: nothing is under way. */
  readonly way: WayIn | null;
  /** The reader's own name for it; empty: as the file is called. */
  readonly title: string;
  readonly grid: Grid;
  readonly pasted: string;
  readonly file: OwnSource | null;
  /** Why the latest file or text cannot be read; null where it can. What was read before stays. */
  readonly problem: string | null;
  readonly choices: OwnChoices;
}

const freshId = (): string => `own-${Date.now().toString(36)}${Math.floor(Math.random() * 36 ** 3).toString(36)}`;

const fresh = (): OwnDraft => ({ id: freshId(), way: null, title: '', grid: firstGrid, pasted: '', file: null, problem: null, choices: {} });

export const ownDraft = createStore<OwnDraft>(fresh);

/** Puts aside all that was typed. */
export const clearDraft = (): void => ownDraft.setState(fresh(), true);

/** Another way in; what was chosen about the former text does not hold for this one. */
export const setWay = (way: WayIn | null): void => ownDraft.setState({ way, choices: {}, problem: null });

/** The text that there is to read, and what is known of it; null where there is none. */
export function sourceOf({ way, grid, pasted, file }: OwnDraft): { readonly source: OwnSource; readonly choices: OwnChoices } | null {
  if (way === 'type') {
    const isFilled = grid.rows.some((row) => row.some((cell) => cell.trim() !== ''));
    return isFilled ? { source: { name: 'My table', text: textOfGrid(grid), notes: [] }, choices: { delimiter: 'comma', isNamed: true } } : null;
  }
  if (way === 'paste') return pasted.trim() === '' ? null : { source: { name: 'My text', text: pasted, notes: [] }, choices: {} };
  return way === 'file' && file ? { source: file, choices: {} } : null;
}
