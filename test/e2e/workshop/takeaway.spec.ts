// The room "Taking it away" in a real browser: a trained network is opened, its files are saved and come back in, by a button and by being dropped.
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { readWeightsFile } from '../../../src/engine/interchange/weightsFile.ts';
import { violations } from '../axe.ts';

async function openRoom(page: Page, settings = '', errors: string[] = []): Promise<void> {
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(`./?test#section=workshop&workshop=page.room:takeaway${settings}`);
  await expect(page.getByRole('heading', { name: 'How do I go on elsewhere?' })).toBeVisible();
}

const card = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

/** Opens one of the networks that come with the page. */
async function openTrained(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Open a trained network' }).click();
  await page.getByRole('button', { name: `Open “${title}”` }).click();
  await expect(page.getByText(`In view: ${title}`).or(page.getByText(`Of the network in view: ${title}`))).toBeVisible();
}

/** Saves what a card has, and gives its name and its bytes. */
async function saved(page: Page, title: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await card(page, title).getByRole('button', { name: /^Save / }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Drops a file in the middle of the page, as a hand would. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const data = await page.evaluateHandle(([name, text]) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))], name));
    return data;
  }, [name, bytes.toString('base64')] as const);
  await page.locator('#experiment').dispatchEvent('dragover', { dataTransfer: data });
  await page.locator('#experiment').dispatchEvent('drop', { dataTransfer: data });
}

test('a trained network is opened, every file of it is saved as it was shown, and its weights come back in', async ({ page }) => {
  const errors: string[] = [];
  await openRoom(page, '', errors);
  await openTrained(page, 'Three reviews');
  await expect(card(page, 'Weights')).toContainText('weight_ih_l0');
  await expect(card(page, 'Script')).toContainText('import torch');
  await expect(card(page, 'All numbers of one row')).toContainText('symbol,t,token,unit,column,value,gradient');
  await expect(card(page, 'The data')).toContainText('text,answer,side');
  expect(await violations(page)).toEqual([]);

  const [weights, script, trace, data] = [await saved(page, 'Weights'), await saved(page, 'Script'), await saved(page, 'All numbers of one row'), await saved(page, 'The data')];
  expect(readWeightsFile(weights.bytes).map(({ name }) => name)).toContain('fc.weight');
  expect(script.name).toBe('Three-reviews-pytorch.py');
  expect(script.bytes.toString()).toContain('load_state_dict');
  expect(trace.bytes.toString()).toMatch(/\nh,1,movie,1,,-?\d/);
  expect(data.bytes.toString().split('\n').length).toBe(5);

  // Other forms follow the choice, and a sentence of one's own is what they read.
  await card(page, 'Weights').getByRole('radio', { name: 'JSON' }).check();
  await expect(card(page, 'Weights')).toContainText('"unrolled-weights"');
  await card(page, 'Script').getByRole('radio', { name: 'Keras' }).check();
  await expect(card(page, 'Script')).toContainText('import keras');
  await page.getByRole('textbox', { name: 'A sentence of your own' }).fill('was bad');
  await expect(card(page, 'All numbers of one row')).toContainText('x,1,was,');

  // Weights as a run of their own; a wrong file is met with words, and nothing is lost.
  const field = page.locator('.takeaway-open input[type="file"]');
  await field.setInputFiles({ name: weights.name, mimeType: 'application/octet-stream', buffer: weights.bytes });
  await expect(page.locator('.takeaway-open [role="status"]')).toContainText('are in view as');
  await expect(page.getByText(`Of the network in view: ${weights.name}`)).toBeVisible();
  await drop(page, 'films.csv', Buffer.from('text,label\ngood,1\n'));
  await expect(page.locator('.drop-anywhere')).toContainText('A table or a text to learn from is dropped in the room “Data”.');
  expect(errors).toEqual([]);
});

test('a project that is dropped in another browser brings settings, run and weights', async ({ page, browser }) => {
  await openRoom(page);
  await openTrained(page, 'Parity');
  const project = await saved(page, 'The project');
  expect(project.name).toBe('Parity.unrolled');
  expect(await card(page, 'The project').locator('.takeaway-file').innerText()).toMatch(new RegExp(`${Math.floor(project.bytes.length / 1000)}\\.\\d kB`));

  const context = await browser.newContext();
  const other = await context.newPage();
  const errors: string[] = [];
  other.on('pageerror', ({ message }) => errors.push(message));
  await other.goto(`${page.url().split('#')[0]}#section=workshop&workshop=page.room:data`);
  await expect(other.locator('.data-room')).toBeVisible();
  // The room of data takes tables; a project is known by its name.
  await drop(other, project.name, project.bytes);
  await expect(other.locator('.drop-anywhere')).toContainText('The project is open: its settings and the run “Parity”.');
  await expect(other.getByText('Of the network in view: Parity, after epoch 30')).toBeVisible();
  await expect.poll(() => other.evaluate(() => window.location.hash)).toContain('data.set:parity');
  expect(errors).toEqual([]);
  await context.close();
});

test('the rooms that need a network have the list too, and the link of a run holds its settings', async ({ page }) => {
  const errors: string[] = [];
  await openRoom(page, '', errors);
  await expect(card(page, 'A link')).toContainText('characters');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: /^(8 )?Hidden states/ }).click();
  await openTrained(page, 'Named entities');
  await expect(page.getByRole('heading', { name: 'What does it keep in mind?' })).toBeVisible();
  await page.getByRole('button', { name: /Taking it away/ }).click();
  const link = await card(page, 'A link').getByRole('textbox').inputValue();
  expect(link).toMatch(/data\.set:entities.*training\.hiddenSize:16/);
  expect(link.length).toBeLessThan(2000);
  expect(errors).toEqual([]);
});
