// A page with its score and what can be done on it, and a hand that drags on it.
import { act, fireEvent, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { ScorePanel } from '../../../src/app/ScorePanel.tsx';
import { Clock } from '../../../src/engine/clock/clock.ts';
import type { UnrolledDocument } from '../../../src/state/document.ts';
// The page fetches it when it is drawn; here it is read before the first test's time runs.
import '../../../src/view/panels/whatif/WhatIf.tsx';
import { drawPage, type Page } from '../page.tsx';

/** The page's score with what can be done on it, the whole way forwards done. */
export async function draw(document: Partial<UnrolledDocument> = {}): Promise<Page> {
  const page = drawPage(<ScorePanel />, document);
  await waitFor(() => expect(globalThis.document.querySelector('.what-if')).not.toBeNull(), { timeout: 4000 });
  page.seek(forwards(page));
  return page;
}

export function mark(symbol: string, unit: string, t?: number): SVGElement {
  const found = document.querySelector<SVGElement>(`[role="button"][data-symbol="${symbol}"][data-unit="${unit}"]${t === undefined ? '' : `[data-t="${t}"]`}`);
  if (!found) throw new Error(`There is no mark ${symbol} ${unit}.`);
  return found;
}

export const pointer = (kind: 'mouse' | 'touch', x: number, y: number) => ({ pointerId: 1, isPrimary: true, button: 0, pointerType: kind, clientX: x, clientY: y });

/** The next picture has been drawn. */
export const frame = (): Promise<void> =>
  act(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  });

/** Presses, goes past the slack of a click, then by the ways, a picture each, and lets go. */
export async function drag(element: Element, ways: readonly (readonly [dx: number, dy: number])[], { kind = 'mouse', keys = {}, release = true }: { kind?: 'mouse' | 'touch'; keys?: object; release?: boolean } = {}): Promise<void> {
  let [x, y] = [100, 300];
  fireEvent.pointerDown(element, pointer(kind, x, y));
  x += 10;
  fireEvent.pointerMove(element, pointer(kind, x, y));
  for (const [dx, dy] of ways) {
    [x, y] = [x + dx, y + dy];
    fireEvent.pointerMove(element, { ...pointer(kind, x, y), ...keys });
    await frame();
  }
  if (release) fireEvent.pointerUp(element, pointer(kind, x, y));
}

/** The whole way forwards and the loss are done, and nothing of the way back. */
function forwards({ stores }: Page): number {
  const { network, trace } = stores.runs.getState();
  return network && trace ? (new Clock(network, trace.steps).phases[2]?.from ?? 0) : 0;
}
