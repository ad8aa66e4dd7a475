// axe, what it finds on a page that lies still (a line for each rule that is broken, with where), and how to wait for that.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

export const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** Waits until everything that can be reached lies still: axe would else find what is only on its way to its place. What never rests is looked at as it is. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async ({ rest, most }) => {
    const places = (): string =>
      [...document.querySelectorAll('a, button, input, select, textarea, summary, [tabindex]')]
        .map((each) => Object.values(each.getBoundingClientRect().toJSON() as Record<string, number>).map(Math.round).join())
        .join(';');
    const began = performance.now();
    let since = began;
    for (let last = places(); performance.now() - since < rest && performance.now() - began < most; ) {
      // Frames, so that a page that is busy does not pass for one that is at rest.
      for (let k = 0; k < 4; k++) await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = places();
      if (now !== last) since = performance.now();
      last = now;
    }
  }, { rest: 200, most: 5000 });
}

export async function violations(page: Page): Promise<string[]> {
  await settled(page);
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (context: Document, options: object) => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> } };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(', ')}`);
  });
}
