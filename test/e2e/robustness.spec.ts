// The page in unkind hands: bad input is answered in words and loses nothing, and no moment shows the numbers of two runs.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { initialDocument } from '../../src/state/defaults.ts';
import type { UnrolledDocument } from '../../src/state/document.ts';
import { jobOf } from '../../src/state/job.ts';
import { decode, encode } from '../../src/state/link.ts';
import { allHere, compute, documentOf, drawnAt, drawnValues, expectTrueNumbers, open, type Computed, type Drawn } from './support.ts';

/** Every test fails on an error of the page, thrown or logged, but for those that it expects. */
const test = base.extend<{ readonly mishaps: { expected: RegExp | null } }>({
  mishaps: [
    async ({ page }, use) => {
      const seen: string[] = [];
      const mishaps = { expected: null as RegExp | null };
      page.on('pageerror', (error) => seen.push(`thrown: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') seen.push(`logged: ${message.text()}`);
      });
      await use(mishaps);
      expect(seen.filter((each) => !mishaps.expected?.test(each))).toEqual([]);
    },
    { auto: true },
  ],
});

const field = (page: Page): Locator => page.locator('[data-sentence-field]');
const sentencePanel = (page: Page): Locator => page.locator('.sentence');

/** Types a sentence, or puts a long one in as a paste does, and presses Enter. */
async function read(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press('Enter');
}

/** As the numbers of two versions of V8 agree, whose tanh may differ in the last bit: long sequences and training magnify that. */
const agree = (a: number, b: number, tolerance = 1e-5): boolean =>
  Object.is(a, b) || Math.abs(a - b) <= 1e-11 + tolerance * Math.abs(b);
const isOf = ({ numbers }: Computed, drawn: readonly Drawn[], tolerance?: number): boolean =>
  drawn.every(({ value, ...reference }) => agree(value, numbers.value(reference), tolerance));

/** The page has come to rest: its numbers are the engine's for the document of its address. */
async function settled(page: Page, timeout = 15_000, tolerance?: number): Promise<Computed> {
  let computed: Computed | null = null;
  await expect(async () => {
    const document = decode(new URL(page.url()).hash).document;
    if (!computed || JSON.stringify(computed.document) !== JSON.stringify(document)) computed = compute(document);
    const playhead = Math.min(document.playhead, computed.clock.count);
    await expect(page.locator(`[data-ready][data-playhead="${playhead}"]`)).toBeAttached({ timeout: 500 });
    const drawn = tolerance === undefined ? await expectTrueNumbers(page, computed, playhead) : await drawnValues(page);
    expect(drawn.length).toBeGreaterThan(0);
    if (tolerance === undefined) return;
    const wrong = drawn.filter((each) => !isOf(computed!, [each], tolerance));
    expect(wrong.slice(0, 3).map((each) => ({ ...each, engine: computed!.numbers.value(each) }))).toEqual([]);
  }).toPass({ timeout, intervals: [50, 100, 200, 350] });
  return computed!;
}

/**
 * Where training is chaotic, the last bit of another V8's tanh decides all: then it is a fresh tab of the same browser at
 * the same link that has to show the very same numbers.
 */
async function asInAnother(page: Page): Promise<void> {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(other.locator('[data-ready]')).toBeAttached();
  const key = ({ symbol, t, unit, column }: Drawn): string => [symbol, t, unit, column].join();
  await expect(async () => {
    const values = new Map((await drawnValues(other)).map((each) => [key(each), each.value]));
    const both = (await drawnValues(page)).filter((each) => values.has(key(each)));
    expect(both.length).toBeGreaterThan(10);
    expect(both.filter((each) => !Object.is(each.value, values.get(key(each))))).toEqual([]);
  }).toPass({ timeout: 5000 });
  await other.close();
}

/** Measures from now on how long the page was held up at most, in milliseconds. */
async function watchTasks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const longest = { value: 0 };
    Object.assign(window, { longest });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.value = Math.max(longest.value, duration);
    }).observe({ entryTypes: ['longtask'] });
  });
  return async () => {
    await page.waitForTimeout(300);
    return page.evaluate(() => (window as unknown as { longest: { value: number } }).longest.value);
  };
}

const sameBut = (document: UnrolledDocument): UnrolledDocument => ({ ...document, playhead: 0, fold: 0 });

test.describe('a sentence', () => {
  test('that cannot be read is answered in words, stays in the field, and what was read stays on the screen', async ({ page }) => {
    await open(page, 'text=movie+was+bad&step=7&changes=W_hh[1,1]=0.25');
    const before = await settled(page);
    const cases: [string, RegExp][] = [
      ['', /nothing to read yet. Type a sentence/],
      ['   \t ', /nothing to read yet/],
      ['?!… — “” .,;:', /no word in “.+”, only punctuation. Type at least one word/],
      ['___', /only punctuation/],
      ['movie was terrible', /does not know the word “terrible”.*You can add it, or read on without it/],
      ['quelle horreur', /does not know the words “quelle” and “horreur”/],
      [`bad ${'x'.repeat(2000)}`, /at most 60 characters, but “x+…” has 2,000/],
      ['movie '.repeat(10_001), /The text has 10,001 words, but at most 10,000 can be read/],
      ['网'.repeat(100_001), /The text has 100,001 characters, but at most 100,000 can be read/],
      [Array.from({ length: 600 }, (_, k) => `w${k}`).join(' '), /At most 500 words can be added, but there would be 600/],
    ];
    for (const [text, words] of cases) {
      await read(page, text);
      await expect(sentencePanel(page).getByRole('alert').first()).toHaveText(words);
      await expect(field(page)).toHaveValue(text.replace(/[\t]/g, '\t'));
      expect((await documentOf(page)).text).toBe('movie was bad');
    }
    await expectTrueNumbers(page, before, 7);
  });

  test('all of whose words are unknown is added, and not skipped', async ({ page }) => {
    await open(page);
    await read(page, 'quelle horreur');
    await expect(page.getByRole('button', { name: /^Skip/ })).toHaveCount(0);
    await page.getByRole('button', { name: 'Add them' }).click();
    const { document } = await settled(page);
    expect(document).toMatchObject({ text: 'quelle horreur', addedWords: ['quelle', 'horreur'] });
  });

  for (const [name, text, tokens] of [
    ['twelve unknown words', 'one two three four five six seven eight nine ten eleven twelve', 12],
    ['emoji', '👍🏽 was 👨‍👩‍👧 🇮🇳', 4],
    ['Arabic and Hebrew among English', 'الفيلم was جيد but הסרט good', 6],
    ['the words that a JavaScript object brings', 'constructor __proto__ toString hasOwnProperty valueOf', 5],
    ['what looks like markup and escapes', '<b>good</b> %00 &amp; + ~ ,', 5],
  ] as const) {
    test(`with ${name} can be read, and a reload brings it back`, async ({ page }) => {
      await open(page);
      await read(page, text);
      await page.getByRole('button', { name: /^Add/ }).first().click();
      await expect.poll(async () => (await documentOf(page)).text).toBe(text);
      await page.locator('body').press('End');
      await page.waitForTimeout(400);
      const { document, clock } = await settled(page);
      expect(document.playhead).toBe(clock.count);
      expect(document.addedWords.length).toBeGreaterThan(0);
      const shown = await drawnValues(page);
      await page.reload();
      await allHere(page);
      const after = await settled(page);
      expect(after.document).toEqual(document);
      expect(await drawnValues(page)).toEqual(shown);
      expect(jobOf(document).reading.tokens[0]).toHaveLength(tokens);
    });
  }

  test('from right to left is drawn with whole words, each in its own column', async ({ page }) => {
    await open(page, 'text=%D7%94%D7%A1%D7%A8%D7%98+was+%D8%AC%D9%8A%D8%AF&add=%D7%94%D7%A1%D7%A8%D7%98,%D8%AC%D9%8A%D8%AF');
    await page.locator('body').press('End');
    const score = page.getByRole('region', { name: 'Score' });
    const places: number[] = [];
    for (const word of ['הסרט', 'was', 'جيد']) {
      const box = await score.locator('.score-word', { hasText: word }).first().boundingBox();
      places.push(box!.x);
    }
    // Time runs to the right in every language.
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  for (const [name, text, tokens] of [
    ['ten thousand words', 'movie was not good '.repeat(2500), 10_000],
    ['fifty thousand characters', 'movie extraordinarily good '.repeat(1852).slice(0, 50_000), null],
  ] as const) {
    test(`of ${name} is read, and the page goes on answering`, async ({ page }) => {
      test.setTimeout(90_000);
      await open(page);
      const longest = await watchTasks(page);
      await read(page, text);
      if (tokens === null) await page.getByRole('button', { name: /^Skip/ }).click();
      await expect.poll(async () => (await documentOf(page)).text, { timeout: 20_000 }).toBe(text);
      await page.locator('body').press('ArrowRight');
      await settled(page, 30_000);
      const held = await longest();
      test.info().annotations.push({ type: 'longest task', description: `${held} ms` });

      expect(held).toBeLessThan(1000);
    });
  }

  for (const [name, text] of [
    ['100,000 Chinese characters without a space', '网络读取句子'.repeat(16_667).slice(0, 100_000)],
    ['100,000 percent signs', '%'.repeat(100_000)],
    ['100,000 letters', 'a'.repeat(100_000)],
  ] as const) {
    test(`of ${name} is refused in words before the page stutters`, async ({ page }) => {
      await open(page);
      await field(page).fill(text);
      const longest = await watchTasks(page);
      await field(page).press('Enter');
      await expect(sentencePanel(page).getByRole('alert').first()).not.toBeEmpty({ timeout: 20_000 });
      const held = await longest();
      expect(held).toBeLessThan(1000);
      expect(await field(page).inputValue()).toBe(text);
    });
  }
});

test.describe('a number', () => {
  const openWeights = async (page: Page): Promise<Locator> => {
    await page.getByRole('button', { name: 'Weights', exact: true }).click();
    const cell = page.getByRole('gridcell').and(page.locator('[data-symbol="W_hh"][data-unit="1,2"]'));
    await cell.getByRole('button').dblclick();
    return page.getByRole('textbox', { name: /^New value of/ });
  };

  test('that is none, or too large, is refused in words, and the typed text stays', async ({ page }) => {
    await open(page, 'trained=0');
    const input = await openWeights(page);
    for (const [text, words] of [
      ['abc', /^abc is not a number; expected for example/],
      ['', /^There is no number; expected/],
      ['1e999', /^1e999 is more than the computer can hold; the largest number is 1.8e308/],
      ['1,5', /^1,5 is not a number; write it with a point, as 1.5\.$/],
      ['NaN', /not a number/],
      ['Infinity', /./],
      ['0x10', /not a number/],
      ['1 2', /not a number/],
    ] as const) {
      await input.fill(text);
      await input.press('Enter');
      await expect(page.locator('.weight-grid-place [role="alert"]')).toHaveText(words);
      await expect(input).toHaveValue(text);
    }
    expect((await documentOf(page)).changes).toEqual([]);
    await input.press('Escape');
    await settled(page);
  });

  for (const text of ['1e308', '-1e308', '0', '1e-320', '−0.5', '-0', '1.7976931348623157e308']) {
    test(`${text} is taken, all numbers follow, and undo takes it back`, async ({ page }) => {
      await open(page);
      await page.locator('body').press('End');
      await page.waitForTimeout(400);
      const before = await settled(page);
      const input = await openWeights(page);
      await input.fill(text);
      await input.press('Enter');
      await expect.poll(async () => (await documentOf(page)).changes.length).toBe(1);
      const { document } = await settled(page);
      expect(document.changes).toMatchObject([{ value: Number(text.replace('−', '-')) }]);
      await page.keyboard.press('ControlOrMeta+z');
      await expect.poll(async () => (await documentOf(page)).changes.length).toBe(0);
      expect((await settled(page)).document).toEqual(before.document);
    });
  }

  test('that overflows is explained in words', async ({ page }) => {
    await open(page, 'activation=relu&trained=0&scheme=identity&length=40&changes=W_hh*1e300');
    await page.locator('body').press('End');
    await expect(page.getByRole('alert').filter({ hasText: /the largest number the computer can hold/ }).first()).toBeVisible();
    await page.waitForTimeout(400);
    await settled(page);
    await page.getByRole('button', { name: 'Reset the weights' }).first().click();
    await expect(page.getByText(/the largest number the computer can hold/)).toHaveCount(0);
    await settled(page);
  });

  test('of the network is taken within its limits, and refused in words beyond', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'Network', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'Network' });
    for (const [label, taken, refused] of [
      ['Hidden units', ['1', '64', '4'], [['0', /hidden units is 0, but.* whole number from 1 to 64/], ['65', /is 65/], ['2.5', /is 2.5/], ['', /no number/], ['vier', /vier is not a number/]]],
      ['Seed', ['0', '4294967295'], [['-1', /from 0 to 4,294,967,295/], ['1.5', /whole number/], ['4294967296', /from 0/]]],
      ['Learning rate η', ['0', '-0.5', '1000', '1e-320'], [['1e308', /from −?-?1,000 to 1,000/], ['-1001', /from/], ['x', /not a number/]]],
    ] as const) {
      const input = sheet.getByRole('textbox', { name: label });
      for (const text of taken) {
        await input.fill(text);
        await input.press('Enter');
        await expect(sheet.getByRole('alert')).toHaveCount(0);
        await page.waitForTimeout(350);
        const { document } = await settled(page);
        expect([document.hiddenSize, document.initialisation.seed, document.learningRate]).toContain(Number(text));
      }
      for (const [text, words] of refused) {
        await input.fill(text);
        await input.press('Enter');
        await expect(sheet.getByRole('alert')).toHaveText(words);
        await expect(input).toHaveValue(text);
      }
      await input.press('Escape');
      await expect(input).toHaveValue(taken.at(-1)!.replace('-', '−'));
    }
  });
});

/** A generator of the same numbers each time. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

for (const seed of [1, 2]) {
  test(`sixty random actions (${seed}): the numbers are the engine’s after each, and undo leads back to the start`, async ({ page }) => {
    test.setTimeout(180_000);
    const below = numbersFrom(seed);
    const pick = <Each,>(list: readonly Each[]): Each => list[below(list.length)]!;
    await open(page, 'text=movie+was+bad&step=3');
    const start = (await settled(page)).document;
    const press = (key: string) => () => page.locator('body').press(key);
    const number = (label: string, texts: readonly string[]) => async () => {
      await page.getByRole('button', { name: 'Network', exact: true }).click();
      const input = page.getByRole('dialog', { name: 'Network' }).getByRole('textbox', { name: label });
      await input.fill(pick(texts));
      await input.press('Enter');
      await input.press('Escape');
      await page.keyboard.press('Escape');
      await page.locator('body').click({ position: { x: 5, y: 890 } });
    };
    const actions: readonly (() => Promise<unknown>)[] = [
      press('ArrowRight'), press('ArrowLeft'), press('Shift+ArrowRight'), press('End'), press('Home'), press(']'), press('f'),
      press('ControlOrMeta+z'), press('ControlOrMeta+z'), press('ControlOrMeta+y'),
      number('Hidden units', ['1', '2', '7', '65', 'x']),
      number('Seed', ['1', '99', '-3']),
      number('Learning rate η', ['0', '-1', '0.1', '1e308']),
      async () => page.getByRole('radio', { name: pick(['tanh', 'sigmoid', 'ReLU']), exact: true }).first().check({ force: true }),
      async () => page.getByRole('combobox', { name: 'Task' }).selectOption({ index: below(3) }),
      async () => page.locator('.row-chip').nth(below(2)).click(),
      async () => {
        await read(page, pick(['movie was terrible', 'good', '', '🎬', 'namaste', 'Chirag in India', 'bad bad bad']));
        const choice = page.locator('.sentence-choices button').first();
        if (await choice.isVisible()) await choice.click();
        await page.locator('body').click({ position: { x: 5, y: 890 } });
      },
      async () => {
        await page.locator('body').press('End');
        await page.waitForTimeout(350);
        const again = page.getByRole('button', { name: /Same sentence again/ });
        if (await again.isVisible()) await again.click();
      },
      async () => {
        await page.getByRole('button', { name: 'Gradient plot' }).click();
        const slider = page.getByRole('slider', { name: 'Scale of W_hh' });
        if (await slider.isVisible()) await slider.press(pick(['End', 'Home', 'ArrowRight']));
        await page.getByRole('button', { name: 'Gradient plot' }).click();
      },
      async () => {
        await page.getByRole('button', { name: 'Weights', exact: true }).click();
        await page.getByRole('gridcell').first().getByRole('button').dblclick();
        const input = page.getByRole('textbox', { name: /^New value of/ });
        await input.fill(pick(['1e308', '0', '1e-320', '−0.5', 'abc', '']));
        await input.press('Enter');
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Weights', exact: true }).click();
      },
    ];
    for (let k = 0; k < 60; k++) {
      const at = below(actions.length);
      await test.step(`action ${k}: ${at}`, async () => {
        await actions[at]!();
        await page.waitForTimeout(330); // the address is written
        await settled(page, 4_000, 1e-3).catch(() => asInAnother(page));
      });
    }
    const undo = page.getByRole('button', { name: /^Undo/ }).first();
    for (let k = 0; k < 200 && (await undo.isEnabled()); k++) await page.locator('body').press('ControlOrMeta+z');
    await page.waitForTimeout(350);
    expect(sameBut((await settled(page, 15_000, 1e-3)).document)).toEqual(sameBut(start));
  });
}

test.describe('a link', () => {
  const links = [...readFileSync('docs/links.md', 'utf8').matchAll(/^\| `#([^`]+)` \|/gm)].map((match) => match[1]!);

  test('of the documentation opens what it says', async ({ page }) => {
    test.setTimeout(90_000);
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) {
      await page.goto('about:blank');
      const { document } = decode(link);
      if (document.section !== 'score') {
        await page.goto(`./?test#${link}`);
        await expect(page.locator('.lab-figure svg').first()).toBeVisible();
      } else {
        await open(page, link);
        const computed = compute(document);
        await expectTrueNumbers(page, computed, Math.min(computed.document.playhead, computed.clock.count));
      }
      await expect(page.getByText(/could not be read/)).toHaveCount(0);
    }
  });

  for (const [link, words] of [
    ['hidden=9000&text=movie+was+bad', /In the link, hidden is “9000”, but it has to be a whole number from 1 to 64, so it stays “4”/],
    ['task=stocks&seed=5', /In the link, task is “stocks”/],
    ['v=7&kind=lstm&text=movie', /no parameter of a link is called that; the nearest is/],
    ['text=%E0%A4%A&step=2', /a percent escape is broken/],
    ['=&=&&&=====', /could not be read/],
    ['%00%FF=%00&%01=1', /could not be read/],
    ['changes=W_hh[1,2]=0.5;nonsense;W_hh*', /nonsense/],
    ['changes=W_hh[9,9]=1', /has no entry \[9,9\]/],
    ['h0=1,2&trained=1e9', /missing ones are 0/],
    ['cell=transformer&hidden=8', /In the link, cell is “transformer”, but it has to be rnn/],
    ['text=xyzzy', /knows too few words of “xyzzy” to read it, so it reads “movie was not good”/],
    ['add=__proto__,constructor,__proto__&text=__proto__', /the vocabulary has that word already/],
    ['step=99999999999999999999', /In the link, step is/],
    ['length=1', /from 2 to 10,000/],
  ] as const) {
    test(`“${link.slice(0, 40)}” opens with what could be read, and says what could not`, async ({ page }) => {
      await open(page, link);
      const notice = page.locator('.notice', { hasText: words });
      await expect(notice).toBeVisible();
      await page.waitForTimeout(400);
      await settled(page);
      await notice.getByRole('button', { name: 'Dismiss' }).click();
      await expect(notice).toHaveCount(0);
    });
  }

  test('pasted into the open tab takes the page there; back, forward and undo lead to and fro', async ({ page }) => {
    await open(page, 'text=movie+was+bad&step=4');
    await settled(page);
    await page.evaluate(() => void (window.location.hash = '#text=movie+was+good&step=2&hidden=x'));
    await expect(page.getByText(/hidden is “x”/)).toBeVisible();
    await page.waitForTimeout(400); // the address is written anew, without what could not be read
    await expect.poll(async () => (await documentOf(page)).text).toBe('movie was good');
    await settled(page);
    await page.evaluate(() => void (window.location.hash = '#task=letters&text=santa'));
    await expect.poll(async () => (await documentOf(page)).task).toBe('letters');
    await expect(page.getByText(/could not be read/)).toHaveCount(0);
    await settled(page);
    await page.goBack();
    await expect.poll(async () => (await documentOf(page)).text).toBe('movie was good');
    await settled(page);
    await page.goBack();
    await expect.poll(async () => (await documentOf(page)).text).toBe('movie was bad');
    expect((await settled(page)).document.playhead).toBe(4);
    await page.goForward();
    await expect.poll(async () => (await documentOf(page)).text).toBe('movie was good');
    await settled(page);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(async () => (await documentOf(page)).text).toBe('movie was bad');
    await settled(page);
  });

  test('is the place at every moment: a reload at once and a reload later restore it', async ({ page }) => {
    await open(page);
    let playhead = 0;
    // The address is written with a pause: 0 is a reload within it.
    for (const pause of [0, 300, 700]) {
      await page.locator('body').press('ArrowRight');
      await page.locator('body').press('ArrowRight');
      playhead += 2;
      await drawnAt(page, playhead);
      await page.waitForTimeout(pause);
      await page.reload();
      await drawnAt(page, playhead);
      await settled(page);
    }
  });

  test('of one tab is not disturbed by another', async ({ page, context }) => {
    await open(page, 'text=movie+was+bad&step=4');
    const other = await context.newPage();
    await open(other, 'task=letters&step=9');
    await other.locator('body').press('ArrowRight');
    await documentOf(other, 10);
    await page.locator('body').press('ArrowRight');
    await documentOf(page, 5);
    await Promise.all([page.reload(), other.reload()]);
    expect((await settled(page)).document).toMatchObject({ task: 'reviews', playhead: 5 });
    expect((await settled(other)).document).toMatchObject({ task: 'letters', playhead: 10 });
  });
});

test.describe('the worker', () => {
  for (const how of ['error', 'silence'] as const) {
    test(`lost by ${how} in the middle of a run is replaced, and nothing is lost`, async ({ page }) => {
      test.setTimeout(120_000);
      await open(page, 'text=movie+was+bad&step=5&changes=W_hh[1,2]=0.5');
      const shown = (await settled(page)).document;
      await page.evaluate(() => void (window.location.hash = '#length=10000&hidden=64&step=5&changes=W_hh[1,2]=0.5'));
      await page.waitForTimeout(60);
      await page.evaluate(`window.unrolledTest.crashWorker('${how}')`);
      await expect(page.getByText(/was started again; nothing was lost/)).toBeVisible({ timeout: 30_000 });
      await page.waitForTimeout(400);
      const { document } = await settled(page, 40_000);
      expect(document).toMatchObject({ generatedLength: 10_000, hiddenSize: 64, playhead: 5, changes: shown.changes });
      await page.keyboard.press('ControlOrMeta+z');
      await expect.poll(async () => (await documentOf(page)).text).toBe('movie was bad');
      await page.waitForTimeout(350);
      expect((await settled(page)).document).toEqual(shown);
    });
  }

  test('that dies while nothing runs is replaced at the next change', async ({ page }) => {
    await open(page);
    await page.evaluate("window.unrolledTest.crashWorker('silence')");
    await read(page, 'movie was bad');
    await expect.poll(async () => (await documentOf(page)).text).toBe('movie was bad');
    await settled(page, 30_000);
  });

  test('whose file is not there is done without, with words', async ({ page, mishaps }) => {
    mishaps.expected = /Failed to load resource|ERR_FAILED/;
    await page.route(/engine\.worker/, (route) => route.abort());
    await open(page);
    await expect(page.getByText(/starts no background worker here, so the numbers are computed in the page itself/)).toBeVisible();
    await page.locator('body').press('ArrowRight');
    await page.waitForTimeout(350);
    await settled(page);
  });

  test('that cannot be had, nor storage nor history, in a sandboxed frame: the numbers are still there', async ({ page, baseURL, mishaps }) => {
    mishaps.expected = /sandbox|Blocked|SecurityError|origin/i;
    // Modules in a frame without an origin have to be allowed by the server.
    await page.route(/assets\//, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
    });
    await page.route('**/frame.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<iframe sandbox="allow-scripts" width="1400" height="860" src="${baseURL}#text=movie+was+bad&step=4"></iframe>` }),
    );
    await page.goto('./frame.html');
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('[data-ready]')).toBeAttached({ timeout: 15_000 });
    await frame.locator('.page-score').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('ArrowRight');
    await expect(frame.locator('[data-playhead="5"]')).toBeAttached();
    expect(await frame.locator('[data-symbol="h"][data-value]').count()).toBeGreaterThan(0);
    await frame.getByRole('button', { name: /^Share/ }).click();
    await expect(frame.getByText(/Link copied|Copy the link/)).toBeVisible();
  });

  test('a part of the page that cannot be fetched says so, and comes when it can', async ({ page, mishaps }) => {
    mishaps.expected = /Failed to load resource|ERR_FAILED|Failed to fetch/;
    await page.route(/WeightsEditor/, (route) => route.abort());
    await open(page);
    await page.getByRole('button', { name: 'Weights', exact: true }).click();
    await expect(page.getByText(/could not be fetched/)).toBeVisible();
    await page.locator('body').press('ArrowRight');
    await drawnAt(page, 1);
    await page.unroute(/WeightsEditor/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('grid').first()).toBeVisible();
  });
});

test.describe('fast hands', () => {
  for (const panel of ['gradient', 'weight'] as const) {
    test(`dragging a ${panel === 'gradient' ? 'scale' : 'weight'} at T = 1,000 and H = 32 never mixes two runs, and the last value wins`, async ({ page }) => {
      test.setTimeout(120_000);
      const link = 'length=1000&hidden=32&trained=0&step=20000000';
      await open(page, link);
      await page.waitForTimeout(400);
      const first = await settled(page, 30_000);
      if (panel === 'gradient') {
        await page.getByRole('button', { name: 'Gradient plot' }).click();
      } else {
        await page.getByRole('button', { name: 'Weights', exact: true }).click();
        await page.locator('[role="gridcell"][data-symbol="W_hh"][data-unit="1,1"] button').click();
      }
      const slider = page.getByRole('slider', { name: panel === 'gradient' ? 'Scale of W_hh' : /^W/ }).first();
      await expect(slider).toBeVisible();
      const places = panel === 'gradient' ? [-1, -0.7, -0.5, -0.3, -0.2, -0.1] : [-2, -1, -0.5, 0.5, 1, 1.5];
      const documents = places.map((place): UnrolledDocument => {
        const change =
          panel === 'gradient'
            ? ({ kind: 'scale', symbol: 'W_hh', factor: Number((10 ** place).toPrecision(3)) } as const)
            : ({ kind: 'set', symbol: 'W_hh', unit: 1, column: 1, value: place } as const);
        return { ...first.document, changes: [change] };
      });
      const possible = [first, ...documents.map(compute)];
      // 60 events a second for 3 seconds; every 150 ms the values of that very moment.
      const dragging = slider.evaluate(async (element: HTMLInputElement, values) => {
        const samples: { symbol: string | null; t: string | null; unit: string | null; value: string | null }[][] = [];
        const property = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
        element.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        for (let k = 0; k < 180; k++) {
          property.set!.call(element, String(values[k === 179 ? values.length - 1 : (k * 7) % values.length]));
          element.dispatchEvent(new Event('input', { bubbles: true }));
          await new Promise((resolve) => setTimeout(resolve, k % 30 === 29 ? 250 : 1000 / 60));
          if (k % 9 === 8 || k % 30 === 29) {
            samples.push(
              [...document.querySelectorAll('[data-symbol][data-value]')].map((each) => ({
                symbol: each.getAttribute('data-symbol'),
                t: each.getAttribute('data-t'),
                unit: each.getAttribute('data-unit'),
                value: each.getAttribute('data-value'),
              })),
            );
          }
        }
        element.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
        return samples;
      }, places);
      const samples = await dragging;
      const seen = new Set<number>();
      for (const [k, sample] of samples.entries()) {
        const drawn = sample.map(({ symbol, t, unit, value }): Drawn => {
          const [row, column] = (unit ?? '').split(',').map(Number);
          return { symbol: symbol ?? '', t: t === null ? undefined : Number(t), unit: row === 0 ? undefined : row, column, value: Number(value) };
        });
        const whose = possible.findIndex((each) => isOf(each, drawn));
        expect(whose, `moment ${k}`).toBeGreaterThanOrEqual(0);
        seen.add(whose);
      }
      expect(seen.size).toBeGreaterThan(1);
      await page.waitForTimeout(400);
      const last = await settled(page, 30_000);
      expect(last.document.changes).toEqual(documents.at(-1)!.changes);
      await page.keyboard.press('Escape');
      await page.locator('body').press('ControlOrMeta+z');
      await page.waitForTimeout(400);
      expect(sameBut((await settled(page, 30_000)).document)).toEqual(sameBut(first.document));
    });
  }

  test('→ held for three seconds, at play times eight while typing, and while the window changes its size', async ({ page }) => {
    test.setTimeout(90_000);
    await open(page, 'length=200');
    await page.locator('body').click({ position: { x: 5, y: 890 } });
    let presses = 0;
    for (const until = Date.now() + 3000; Date.now() < until; presses++) {
      await page.keyboard.down('ArrowRight'); // again and again without an up: a key that repeats
    }
    await page.keyboard.up('ArrowRight');
    // However fast the machine is, every repeat is one operation, and none is lost.
    await drawnAt(page, presses);
    await settled(page);

    await open(page, 'text=movie+was+bad&step=0&seed=8');
    await page.getByRole('combobox', { name: /speed/i }).selectOption('8');
    await expect(page.getByRole('combobox', { name: /speed/i })).toHaveValue('8');
    await page.locator('body').press(' ');
    await field(page).click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('good movie was not bad', { delay: 15 });
    await expect(field(page)).toHaveValue('good movie was not bad');
    await page.keyboard.press('Enter');
    for (const [width, height] of [[400, 800], [800, 600], [2000, 1100], [320, 500], [1440, 900]] as const) {
      await page.setViewportSize({ width, height });
      await page.waitForTimeout(60);
    }
    await page.waitForTimeout(2500);
    expect((await documentOf(page)).text).toBe('good movie was not bad');
    await settled(page);
  });

  test('another task, sentence or weight in the middle of a long run cancels it', async ({ page }) => {
    test.setTimeout(90_000);
    await open(page);
    for (let k = 0; k < 4; k++) {
      await page.evaluate(() => void (window.location.hash = '#length=10000&hidden=64'));
      await page.waitForTimeout(120 * (k + 1));
      await page.getByRole('combobox', { name: 'Task' }).selectOption(['letters', 'entities', 'letters', 'reviews'][k]!);
      const began = Date.now();
      await page.waitForTimeout(330);
      const { document } = await settled(page, 20_000);
      expect(document.generatedLength).toBe(null);
      expect(Date.now() - began).toBeLessThan(10_000);
    }
  });
});

test.describe('the first visit', () => {
  test('needs at most 160 kB of JavaScript, and nothing moves as the numbers come', async ({ page }) => {
    await page.addInitScript(() => {
      const shifts = { value: 0 };
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
          if (!hadRecentInput) shifts.value += value;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const html = readFileSync('dist/index.html', 'utf8');
    const files = [...html.matchAll(/assets\/[^"]+\.js/g)].map(([file]) => file);
    const bytes = files.reduce((total, file) => total + gzipSync(readFileSync(`dist/${file}`)).length, 0);
    expect(files.length).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(160_000);
    await open(page);
    await page.waitForTimeout(2500);
    const shifts = await page.evaluate(() => (window as unknown as { shifts: { value: number } }).shifts.value);
    expect(shifts).toBeLessThan(0.02);
  });

  test('a link as long as it may be is encoded and read back', async ({ page }) => {
    const document = { ...initialDocument(), text: 'movie was good '.repeat(600).trim(), playhead: 9 };
    await open(page, encode(document));
    await page.waitForTimeout(400);
    expect((await settled(page)).document).toEqual(document);
  });
});
