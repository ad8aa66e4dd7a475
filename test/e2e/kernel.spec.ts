// The training kernel in a real browser: the same numbers as in Node, also where a page's policy lets no WebAssembly run.
import { expect, test } from '@playwright/test';
import { compute, documentOf, drawnAt, expectTrueNumbers, open } from './support.ts';

/** Enough training for the kernel to be taken. */
const link = 'task=letters&hidden=48&trained=300&step=20';

test('a network that the kernel trained has the weights that it has in Node', async ({ page }) => {
  await open(page, link);
  await drawnAt(page, 20);
  const drawn = await expectTrueNumbers(page, compute(await documentOf(page, 20)), 20);
  expect(drawn.length).toBeGreaterThan(50);
});

test('where the page’s policy forbids WebAssembly, the plain loops give the same numbers', async ({ page, context }) => {
  await context.route(/\.js$|\/$|\?test/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "script-src 'self'" } });
  });
  // The policy is in force: WebAssembly is refused where it holds.
  await open(page, link);
  expect(await page.evaluate('(() => { try { new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])); return "made"; } catch (error) { return error.name; } })()')).toBe('CompileError');
  await drawnAt(page, 20);
  await expectTrueNumbers(page, compute(await documentOf(page, 20)), 20);
});
