// Whoever sees little, hears the page, has no pointer or wants no motion can do all that others do. axe looks at every main screen
// in every theme at every size; what axe cannot see is measured beside it.
import { expect, test, type Page } from '@playwright/test';
import { axe, settled } from './axe.ts';
import { documentOf, open } from './support.ts';

// The findings say rule, screen and place; a trace would cost more than the tests themselves. A busy machine takes its time.
test.use({ trace: 'off' });
test.describe.configure({ timeout: 120_000 });

const sizes = ['1440x900', '1280x720', '768x1024', '390x844'] as const;
const themes = ['light', 'dark', 'projector'] as const;
type Theme = (typeof themes)[number];

interface Screen {
  readonly name: string;
  readonly link: string;
  /** What is done after the link was opened. */
  readonly after?: (page: Page) => Promise<void>;
  /** What has to be there to be looked at. */
  readonly shows: string;
  /** Looked at in a large and a small window alone. */
  readonly isRare?: boolean;
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();

const screens: readonly Screen[] = [
  { name: 'start', link: '', shows: '[data-playhead="0"]' },
  { name: 'forward', link: 'step=12', shows: '[data-playhead="12"] .score-number' },
  { name: 'backward', link: 'step=33', shows: '.is-backward' },
  { name: 'update', link: 'step=12', after: (page) => page.locator('body').press('End'), shows: '.transport-next' },
  { name: 'folded', link: 'step=12&fold=1', shows: '[data-playhead="12"] .score-number', isRare: true },
  { name: 'opened term', link: 'step=12', after: (page) => page.locator('.formula .numeric-value').first().click(), shows: '.formula-trail', isRare: true },
  { name: 'gradient drawer', link: 'step=33', after: press('Gradient plot'), shows: '.gradient-figure' },
  {
    name: 'gradient drawer, long sequence',
    link: 'length=60&step=500',
    after: async (page) => {
      await press('Gradient plot')(page);
      for (const part of ['.gradient-reasons', '.gradient-table']) await page.locator(`${part} summary`).click();
    },
    shows: '.gradient-table tbody tr',
  },
  {
    name: 'weights drawer',
    link: 'step=12',
    after: async (page) => {
      await press('Weights')(page);
      await page.locator('.weight-cell-number').first().click();
    },
    shows: '.value-inspector',
  },
  {
    name: 'table',
    link: 'step=33',
    after: async (page) => {
      await press('Numbers as a table')(page);
      await page.locator('.table-weight summary').first().click();
    },
    shows: '.table-weight .table',
  },
  { name: 'help', link: '', after: (page) => page.locator('body').press('?'), shows: 'dialog.help' },
  { name: 'gallery', link: '', after: press(/^Gallery/), shows: 'dialog.gallery .score-plain' },
  {
    name: 'gallery of cells without a state',
    link: '',
    after: async (page) => {
      await press(/^Gallery/)(page);
      await page.getByRole('radio', { name: 'Feed-forward' }).check();
    },
    shows: '.gallery-none',
    isRare: true,
  },
  { name: 'network', link: '', after: press('Network'), shows: '.network-sheet:popover-open' },
  {
    name: 'unknown word',
    link: '',
    after: async (page) => {
      await page.locator('body').press('/');
      await page.keyboard.type('the movie was bad');
      await page.keyboard.press('Enter');
    },
    shows: '.sentence-choices',
  },
  { name: 'skipped word', link: 'text=the+movie+was+bad', shows: '.sentence-note', isRare: true },
  { name: 'link problems', link: 'hidden=9000&colour=red', shows: '.notice-news', isRare: true },
  { name: 'overflow', link: 'changes=W_hh*1e308&activation=relu', after: (page) => page.locator('body').press('End'), shows: '.notice-problem' },
  { name: 'letters', link: 'task=letters&step=62', shows: '[data-playhead="62"] .score-number' },
  { name: 'one to one', link: 'task=pictures&step=5', shows: '[data-playhead="5"] .score-box', isRare: true },
  { name: 'one to many, LSTM with gates', link: 'task=captions&cell=lstm&gates=1&step=130', shows: '[data-playhead="130"] .score-box', isRare: true },
  { name: 'both directions', link: 'task=frames&direction=both&step=30', shows: '[data-playhead="30"] .score-box', isRare: true },
  { name: 'encoder and decoder', link: 'task=translation&step=90', shows: '[data-playhead="90"] .score-box', isRare: true },
  { name: 'inside of the cell', link: 'cell=lstm&inside=1&step=120', shows: '.inside-node', isRare: true },
  { name: 'two networks', link: 'rival=cell:lstm&step=12', shows: '[data-playhead="12"] [data-rival] .score-box', isRare: true },
  { name: 'long sequence', link: 'length=1000&hidden=16&step=2500', shows: '[data-playhead="2500"] .score-strip' },
];

/** Back to the page without anything open, and then to that screen. */
async function show(page: Page, { link, after, shows }: Screen): Promise<void> {
  await page.evaluate((hash) => {
    (document.activeElement as HTMLElement | null)?.blur();
    document.querySelector<HTMLElement>('.network-sheet:popover-open')?.hidePopover();
    document.querySelector<HTMLElement>('.page-drawer [aria-label="Close"], dialog[open] [aria-label="Close"]')?.click();
    document.querySelector<HTMLElement>('.formula-trail .formula-crumb')?.click();
    // What is still to be written to the address bar would take the place of the link.
    window.dispatchEvent(new Event('pagehide'));
    window.location.hash = hash === '' ? '#task=reviews' : `#${hash}`;
  }, link);
  await expect(page.locator('.page-drawer, dialog[open]')).toHaveCount(0);
  await after?.(page);
  await expect(page.locator(shows).first()).toBeVisible();
  await settled(page);
}

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** Lines of what axe finds: rule, screen, place, and why. */
async function findings(page: Page, where: string, theme: Theme): Promise<string[]> {
  const violations = await page.evaluate(
    async (options) =>
      (await (window as unknown as { axe: { run: (options: unknown) => Promise<{ violations: Finding[] }> } }).axe.run(options)).violations,
    {
      resultTypes: ['violations'],
      rules: {
        'target-size': { enabled: true },
        // On a wall, text has to have 7:1.
        'color-contrast-enhanced': { enabled: theme === 'projector' },
      },
      // Dark differs from light in its colours alone.
      ...(theme === 'dark' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}),
    },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary = '' }) => `${id} | ${where} | ${target.join(' ')} | ${failureSummary.split('\n').slice(1, 2).join('').trim()}`),
  );
}

/** Text of drawings that is too faint on what lies behind it, which axe does not measure. */
async function faintTexts(page: Page, where: string, theme: Theme): Promise<string[]> {
  return page.evaluate(
    ({ where, isWall }) => {
      const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
      const known = new Map<string, readonly number[]>();
      const colour = (css: string): readonly number[] => {
        let rgba = known.get(css);
        if (!rgba) {
          context.clearRect(0, 0, 1, 1);
          context.fillStyle = css;
          context.fillRect(0, 0, 1, 1);
          rgba = [...context.getImageData(0, 0, 1, 1).data].map((byte) => byte / 255);
          known.set(css, rgba);
        }
        return rgba;
      };
      const over = (top: readonly number[], alpha: number, below: readonly number[]): number[] => below.map((part, k) => part + (top[k]! - part) * alpha);
      const luminance = ([r, g, b]: readonly number[]): number => {
        const [x, y, z] = [r!, g!, b!].map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
        return 0.2126 * x + 0.7152 * y + 0.0722 * z;
      };
      const opacity = (element: Element): number => {
        let product = 1;
        for (let each: Element | null = element; each; each = each.parentElement) product *= Number(getComputedStyle(each).opacity);
        return product;
      };
      const found: string[] = [];
      const style = document.createElement('style');
      style.textContent = 'svg text, svg tspan { pointer-events: all !important }';
      document.head.append(style);
      for (const text of document.querySelectorAll('svg text')) {
        const { left, top, width, height } = text.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        if (width === 0 || (text.textContent ?? '').trim() === '') continue;
        const svg = text.closest('svg')!;
        const layers = document.elementsFromPoint(x, y);
        const at = layers.findLastIndex((each) => text.contains(each));
        // Scrolled or cut away, behind something else, or faded out.
        if (at < 0 || layers.slice(0, at).some((each) => !svg.contains(each)) || opacity(text) < 0.1) continue;
        const style = getComputedStyle(text);
        let behind: readonly number[] = [1, 1, 1];
        for (const each of layers.slice(at + 1).reverse()) {
          const { fill, fillOpacity, backgroundColor } = getComputedStyle(each);
          const isDrawn = each instanceof SVGElement && each !== svg && each.localName !== 'text' && each.localName !== 'tspan';
          const [r, g, b, a] = colour(isDrawn ? (fill === 'none' ? 'transparent' : fill) : backgroundColor);
          behind = over([r!, g!, b!], a! * (isDrawn ? Number(fillOpacity) : 1) * opacity(each), behind);
        }
        if (style.stroke !== 'none' && style.paintOrder.startsWith('stroke')) behind = colour(style.stroke).slice(0, 3);
        const [r, g, b, a] = colour(style.fill);
        const seen = over([r!, g!, b!], a! * opacity(text), behind);
        const [light, dark] = [luminance(seen), luminance(behind)].sort((one, other) => other - one) as [number, number];
        const ratio = (light + 0.05) / (dark + 0.05);
        const scale = svg.getScreenCTM()?.a ?? 1;
        const size = Number.parseFloat(style.fontSize) * scale;
        const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        const wanted = isWall ? (isLarge ? 4.5 : 7) : isLarge ? 3 : 4.5;
        if (ratio < wanted - 0.05) found.push(`contrast of drawn text | ${where} | ${text.getAttribute('class') ?? ''} “${text.textContent}” | ${ratio.toFixed(2)}:1, expected ${wanted}:1`);
      }
      style.remove();
      return found.slice(0, 6);
    },
    { where, isWall: theme === 'projector' },
  );
}

/** What is written and cannot be reached, because the page is wider than its window. */
const widerThanWindow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.querySelectorAll('body *')]
      .filter((each) => each.getBoundingClientRect().right > room + 1 && !each.closest('.score-view, .table-scroll, .weight-grid, .visually-hidden'))
      .slice(0, 4)
      .map((each) => `${each.localName}.${each.getAttribute('class') ?? ''} ends at ${Math.round(each.getBoundingClientRect().right)} of ${room}`);
  });

for (const size of sizes) {
  for (const theme of themes) {
    test(`axe finds nothing at ${size}, ${theme}`, async ({ page }) => {
      const [width = 0, height = 0] = size.split('x').map(Number);
      await page.setViewportSize({ width, height });
      await open(page);
      await page.evaluate(axe);
      await page.getByRole('combobox', { name: 'Theme' }).selectOption(theme);
      const found: string[] = [];
      for (const screen of screens) {
        if (screen.isRare && size !== '1280x720' && size !== '390x844') continue;
        const where = `${screen.name}, ${size} ${theme}`;
        await show(page, screen);
        found.push(...(await findings(page, where, theme)), ...(await faintTexts(page, where, theme)), ...(await widerThanWindow(page)).map((each) => `too wide | ${where} | ${each}`));
      }
      expect(found).toEqual([]);
    });
  }
}

test('the theme of the system is taken, and followed', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('at 320 px, as at 200 % and more of a small window, nothing is lost to the side', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  const found: string[] = [];
  for (const screen of screens) {
    await show(page, screen);
    found.push(...(await widerThanWindow(page)).map((each) => `${screen.name}: ${each}`));
  }
  expect(found).toEqual([]);
});

/** What has the focus, in words, and whether one can see it. */
const focused = (page: Page): Promise<{ name: string; isSeen: boolean }> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return { name: 'body', isSeen: true };
    const name = `${element.localName} ${element.getAttribute('aria-label') ?? ('labels' in element && element.labels instanceof NodeList ? element.labels[0]?.textContent?.trim() : null) ?? element.textContent?.trim().slice(0, 40) ?? ''}${element.id ? ` #${element.id}` : ''}`;
    // A native control that lies unseen over what is drawn for it shows its focus there.
    const shown = [element, ...(element.parentElement?.querySelectorAll(':scope > *, .scrubber-thumb') ?? [])].filter((each) => each.checkVisibility({ opacityProperty: true }));
    const isSeen = shown.some((each) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1.5 && outlineColor !== 'rgba(0, 0, 0, 0)';
    });
    return { name, isSeen };
  });

/** Presses Tab (or Shift+Tab) until something of that name has the focus. */
async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const seen: string[] = [];
  for (let k = 0; k < 100; k++) {
    await page.keyboard.press(key);
    const now = await focused(page);
    expect(now, `the focus on ${now.name} can be seen`).toMatchObject({ isSeen: true });
    if (name.test(now.name)) return;
    seen.push(now.name);
  }
  throw new Error(`${name.source} is not reached by ${key}: ${seen.join(' | ')}`);
}

test('Tab goes round the whole page, there and back; the first stop leads to the score; every stop can be seen', async ({ page }) => {
  await open(page, 'step=12');
  await page.keyboard.press('Tab');
  expect((await focused(page)).name).toContain('Skip to the score');
  await page.keyboard.press('Enter');
  expect((await focused(page)).name).toMatch(/^svg Score: /);
  expect(await documentOf(page, 12)).toBeTruthy();
  for (const key of ['Tab', 'Shift+Tab']) {
    const stops: string[] = [];
    for (let k = 0; k < 200; k++) {
      await page.keyboard.press(key);
      const { name, isSeen } = await focused(page);
      stops.push(name);
      expect(isSeen, `the focus on ${name} can be seen`).toBe(true);
    }
    const round = new Set(stops);
    expect(round.size).toBeGreaterThan(35);
    // Each stop comes again and again: nothing keeps the focus.
    const length = stops.indexOf(stops[0]!, 1);
    expect(length).toBeGreaterThan(35);
    expect(stops.slice(length, 2 * length)).toEqual(stops.slice(0, length));
    for (const part of ['select Task', 'Network', 'Gradient plot', 'select Theme', 'svg Score', 'Numbers as a table', 'Place in this iteration', 'button Play', 'Your own sentence', 'movie was good']) {
      expect([...round].some((each) => each.includes(part)), `${part} is a stop of ${key}`).toBe(true);
    }
  }
});

test('the main job by keyboard alone', async ({ page }) => {
  await open(page);
  // A sentence of one's own, with a word that is added.
  await tabTo(page, /^input Your own sentence/);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('the movie was bad');
  await page.keyboard.press('Enter');
  expect((await focused(page)).name).toMatch(/^button Add it/);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await documentOf(page)).text).toBe('the movie was bad');
  // Steps.
  for (let k = 0; k < 3; k++) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await documentOf(page)).playhead).toBeGreaterThan(8);

  // In the score from number to number; the clock's arrows leave the focus there.
  await page.keyboard.press('Home');
  await page.keyboard.press(']');
  await tabTo(page, /^svg Score/);
  await page.keyboard.press('ArrowDown');
  const first = await focused(page);
  expect(first).toMatchObject({ isSeen: true });
  expect(first.name).toMatch(/^g /);
  await page.keyboard.press('ArrowDown');
  expect((await focused(page)).name).not.toBe(first.name);
  await page.keyboard.press('Shift+ArrowUp');
  const mark = (await focused(page)).name;
  await page.keyboard.press('ArrowRight');
  expect((await focused(page)).name).toMatch(/^(g|svg) /);
  await page.keyboard.press('ArrowLeft');
  await tabTo(page, /^svg Score/, 'Shift+Tab');
  expect(mark).not.toBe(first.name);

  // A number's terms, down to a weight, and back.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  for (let k = 0; k < 3; k++) await page.keyboard.press('Shift+ArrowRight');
  const trail = page.locator('.formula-trail [aria-current]');
  await tabTo(page, /^button (W_hh h|a₃|W_xh|h₃).* is /);
  for (let depth = 0; depth < 6 && !/^W_?[xh]/.test((await trail.textContent({ timeout: 300 }).catch(() => '')) ?? ''); depth++) {
    await page.keyboard.press('Enter');
    expect((await focused(page)).name).not.toBe('body');
  }
  await expect(trail).toHaveText(/^W/);
  while ((await trail.count()) > 0) await page.keyboard.press('Escape');
  expect((await focused(page)).name).toMatch(/ is /);

  // Each drawer opens, and gives the focus back.
  for (const name of ['Gradient plot', 'Weights', 'Numbers as a table']) {
    await tabTo(page, new RegExp(`^button ${name}$`), name === 'Gradient plot' ? 'Shift+Tab' : 'Tab');
    await page.keyboard.press('Enter');
    await expect(page.locator('#drawer-title')).toBeFocused();
    await page.keyboard.press('Tab');
    expect((await focused(page)).name).toBe('button Close');
    await page.keyboard.press('Escape');
    await expect(page.locator('.page-drawer')).toHaveCount(0);
    expect((await focused(page)).name).toBe(`button ${name}`);
  }
  for (const close of ['Escape', '?', 'Enter']) {
    await tabTo(page, /^button Help/, close === 'Escape' ? 'Shift+Tab' : 'Tab');
    await page.keyboard.press('Enter');
    await expect(page.locator('dialog.help')).toBeVisible();
    await page.keyboard.press(close);
    await expect(page.locator('dialog.help')).toHaveCount(0);
    expect((await focused(page)).name).toMatch(/^button Help/);
    await page.keyboard.press('Shift+Tab');
  }
  await tabTo(page, /^button Network$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('.network-sheet')).toBeVisible();
  await page.keyboard.press('Tab');
  expect((await focused(page)).name).toBe('button Close');
  await page.keyboard.press('Escape');
  await expect(page.locator('.network-sheet')).toBeHidden();
  expect((await focused(page)).name).toBe('button Network');

  // A weight is typed over in its place, and the change is undone.
  await tabTo(page, /^button Weights$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^button W.*\[1,1\] = /);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  expect((await focused(page)).name).toMatch(/\[2,2\] = /);
  await page.keyboard.type('0.75');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await documentOf(page)).changes).toEqual([{ kind: 'set', symbol: 'W_hh', unit: 2, column: 2, value: 0.75 }]);
  expect((await focused(page)).name).toMatch(/\[2,2\] = 0.75/);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await documentOf(page)).changes).toEqual([]);
  await page.keyboard.press('Escape');
  while ((await page.locator('.page-drawer').count()) > 0) await page.keyboard.press('Escape');

  // All of W_hh is made larger by its slider; one undo for all keys.
  await tabTo(page, /^button Gradient plot$/, 'Shift+Tab');
  await page.keyboard.press('Space');
  await tabTo(page, /^input Scale of W_hh/);
  for (let k = 0; k < 5; k++) await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await documentOf(page)).changes.length).toBe(1);
  expect((await documentOf(page)).changes[0]).toMatchObject({ kind: 'scale', symbol: 'W_hh' });
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await documentOf(page)).changes).toEqual([]);
  await page.keyboard.press('Escape');
  expect((await focused(page)).name).toBe('button Gradient plot');

  // The scrubber by its arrows.
  await tabTo(page, /^input Place in this iteration/);
  await page.keyboard.press('Home');
  await documentOf(page, 0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await documentOf(page, 2);
  await page.keyboard.press('End');
  await expect(page.locator('.transport-next')).toBeVisible();
});

test('the sentence’s field is reached by its key also while a drawer stands in its place', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page);
  await page.getByRole('button', { name: 'Weights' }).click();
  await page.locator('body').press('/');
  await expect(page.getByRole('textbox', { name: 'Your own sentence' })).toBeFocused();
});

test('the caption of a step is announced once it can be listened to, and not while the steps race', async ({ page }) => {
  await open(page);
  const status = page.locator('.transport output');
  await expect(status).toHaveRole('status');
  await expect(status).toHaveText('ready to read “movie”');
  await page.locator('body').press('ArrowRight');
  await expect(status).toHaveText(/^t = 1 · /);
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('4');
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const region = document.querySelector('.transport output')!;
    new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, { childList: true, characterData: true, subtree: true });
  });
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(async () => Number(await page.locator('[data-playhead]').getAttribute('data-playhead'))).toBeGreaterThan(12);
  await page.getByRole('button', { name: 'Pause' }).click();
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said[0]).toBe('playing');
  expect(said.slice(1).filter((each, k, all) => each !== all[k - 1])).toHaveLength(1);
});

test('with reduced motion nothing moves: a step, a fold and an update are there at once', async ({ page }) => {
  await open(page, 'step=30');
  for (const key of ['ArrowRight', 'Shift+ArrowRight', 'f', 'f', 'End']) {
    await page.locator('body').press(key);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  }
  await page.locator('body').press('f');
  const widths = await page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    // A busy machine may take some frames to draw it; a movement would take far longer.
    await new Promise((resolve) => setTimeout(resolve, 250));
    await frame();
    const seen: string[] = [];
    for (let k = 0; k < 8; k++) {
      await frame();
      seen.push(document.querySelector('.score-model .score-box')?.outerHTML ?? '');
    }
    return new Set(seen).size;
  });
  expect(widths).toBe(1);
});

test.describe('with forced colours', () => {
  for (const colorScheme of ['dark', 'light'] as const) {
    test(`numbers, weights, arrows and the focus can be seen on ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      // Whatever theme was chosen, the reader's own colours hold.
      await open(page, 'step=33');
      await page.getByRole('combobox', { name: 'Theme' }).selectOption(colorScheme === 'dark' ? 'light' : 'dark');
      expect(await faintTexts(page, 'forced colours', 'light')).toEqual([]);
      const seen = await page.evaluate(() => {
        const canvas = getComputedStyle(document.body).backgroundColor;
        const differs = (selector: string, property: 'fill' | 'stroke'): boolean =>
          [...document.querySelectorAll(selector)].every((each) => {
            const value = getComputedStyle(each)[property];
            return value !== 'none' && value !== canvas;
          });
        return { arrows: differs('.score-arrow path', 'stroke') || differs('.score-arrow-head', 'fill'), boxes: differs('.score-box', 'stroke'), weights: differs('.score-parameter .score-cell > rect', 'stroke') };
      });
      expect(seen).toEqual({ arrows: true, boxes: true, weights: true });
      // A weight's colour stays, as its number is not written.
      const fills = await page.locator('.score-parameter .score-cell > rect').evaluateAll((cells) => new Set(cells.map((each) => getComputedStyle(each).fill)).size);
      expect(fills).toBeGreaterThan(5);
      await page.keyboard.press('Tab');
      for (let k = 0; k < 40; k++) {
        await page.keyboard.press('Tab');
        const { name, isSeen } = await focused(page);
        expect(isSeen, `the focus on ${name} can be seen`).toBe(true);
      }
    });
  }
});

test('the page says what it is: language, title, headings and regions', async ({ page }) => {
  await open(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).toHaveTitle('“movie was not good”, ready · Unrolled');
  await page.locator('body').press('ArrowRight');
  await expect(page).toHaveTitle('“movie was not good”, forward · Unrolled');
  await page.locator('body').press('End');
  await expect(page).toHaveTitle('“movie was not good”, update · Unrolled');
  await expect(page.locator('h1')).toHaveCount(1);
  await page.getByRole('button', { name: 'Numbers as a table' }).click();
  await expect(page.locator('.page-drawer table').first()).toBeVisible();
  const names = await page.evaluate(() => [...document.querySelectorAll('section, aside, nav, [role=region]')].filter((each) => each.checkVisibility()).map((each) => each.getAttribute('aria-label') ?? document.getElementById(each.getAttribute('aria-labelledby') ?? '')?.textContent ?? '(none)'));
  expect(names).not.toContain('(none)');
  expect(new Set(names).size).toBe(names.length);
});
