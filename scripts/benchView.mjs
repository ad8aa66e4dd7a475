// The speed of the page in a real browser: `npm run bench:view`. A full run writes its section of docs/performance.md.
// `--quick` measures with less patience; `--base http://127.0.0.1:5173/` what is served there, without building; neither writes.
import { readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { busyness, machine } from '../test/bench/machine.mjs';
import { firstScreen } from '../test/bench/view/firstScreen.mjs';
import { interactions } from '../test/bench/view/interactions.mjs';
import { laboratoryDrags } from '../test/bench/view/laboratory.mjs';
import { leftovers } from '../test/bench/view/leaks.mjs';
import { report, sectionText } from '../test/bench/view/report.mjs';
import { withSection } from '../test/bench/view/section.mjs';
import { rates, shorter, sizes } from '../test/bench/view/sizes.mjs';
import { smoothness } from '../test/bench/view/smooth.mjs';
import { dragCost, stepCost } from '../test/bench/view/steps.mjs';
import { throughput } from '../test/bench/view/training.mjs';
import { chromiumArguments, ensureChromium } from './chromium.mjs';
import { buildApp, serveBuild } from './serve.mjs';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, base: { type: 'string' } } });
const patience = values.quick ? { rounds: 1, seconds: 3, steps: 4 } : { rounds: 3, seconds: 10, steps: 9 };
const isWhole = !values.quick && values.base === undefined;
const page = join(dirname(fileURLToPath(import.meta.url)), '../docs/performance.md');

if (values.base === undefined) await buildApp();
const server = values.base === undefined ? await serveBuild() : null;
const base = values.base ?? server?.url ?? '';
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArguments });

/** One after the other: two pages at once would slow each other down. @template Each, Result @param {readonly Each[]} all @param {(each: Each) => Promise<Result>} work */
async function inTurn(all, work) {
  const results = [];
  for (const each of all) results.push(await work(each));
  return results;
}

try {
  const [load = 0] = loadavg();
  const isBusy = busyness();
  if (isBusy) console.log(isBusy);
  console.log(`${machine()}, Chromium ${browser.version()}; ${patience.rounds} × ${patience.seconds} s\n`);
  const rounds = Array.from({ length: patience.rounds }, (_, k) => k);
  const { seconds } = patience;
  const costs = await inTurn(sizes, async (size) => ({
    size: size.name,
    step: await inTurn(rounds, () => stepCost(browser, base, size, patience.steps)),
    drag: await inTurn(rounds, () => dragCost(browser, base, size, Math.min(seconds, 4))),
  }));
  const runs = rounds.flatMap(() => sizes.flatMap((size) => rates.flatMap((rate) => /** @type {const} */ (['play', 'drag']).map((what) => ({ size, rate, what })))));
  const [small = shorter] = sizes;
  const measured = {
    costs,
    shorter: await inTurn(rounds, () => stepCost(browser, base, shorter, patience.steps)),
    smoothness: await inTurn([...runs, { size: small, rate: 1, what: /** @type {const} */ ('idle') }], ({ size, rate, what }) => smoothness(browser, base, size, { rate, what, seconds })),
    laboratory: await laboratoryDrags(browser, base, Math.min(seconds, 4)),
    training: await throughput(browser, base, { rounds: patience.rounds, seconds }),
    interactions: await inTurn(rounds.flatMap(() => sizes), (size) => interactions(browser, base, size, 4)),
    javascript: await firstScreen(browser, base),
    leftovers: await leftovers(browser, base),
  };
  const tables = report(measured);
  console.log(`${tables.costs}\n\n${tables.dropped}\n\n${tables.laboratory}\n\n${tables.others}\n`);
  console.log(tables.missed === 0 ? 'All targets are reached.' : `${tables.missed} ${tables.missed === 1 ? 'target is' : 'targets are'} not reached.`);
  if (isWhole) {
    const about = { date: new Date().toISOString().slice(0, 10), machine: machine(), browser: browser.version(), load, ...patience };
    writeFileSync(page, withSection(readFileSync(page, 'utf8'), sectionText(tables, about)));
  }
  process.exitCode = tables.missed === 0 ? 0 : 1;
} finally {
  await browser.close();
  await server?.close();
}
