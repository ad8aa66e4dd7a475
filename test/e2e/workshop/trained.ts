// A network that is trained in the page by its own buttons, for rooms that look at one.
import { expect, type Page } from '@playwright/test';

/** Trains with these settings of a link (`data.set:reviews;training.epochs:40`), and opens the room by its name. Errors of the page are handed to `errors`. */
export async function trainedIn(page: Page, settings: string, room: string, errors: string[] = []): Promise<void> {
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(`./?test#section=workshop&workshop=page.room:training;${settings}`);
  await page.getByRole('button', { name: 'Start training' }).click();
  await expect(page.locator('.training-progress-words strong')).toHaveText('Done', { timeout: 60_000 });
  await page.locator('.lab-list').getByRole('button', { name: room }).click();
  await expect(page.locator('.lab-experiment h2')).toBeVisible();
}
