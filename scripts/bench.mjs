// The speed of the engine beside its peers: `npm run bench`. A full run writes docs/performance.md.
// `npm run bench -- --only char` measures one workload (`long sequences` is one too), `--quick` all with less patience.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { entries } from '../test/bench/contestants.mjs';
import { linearities } from '../test/bench/linearity.mjs';
import { busyness, machine } from '../test/bench/machine.mjs';
import { measure } from '../test/bench/measure.mjs';
import { writePage } from '../test/bench/page.mjs';
import { linearityTable, missedTargets, ratesTable, ratiosOf, ratiosTable } from '../test/bench/report.mjs';
import { workloads } from '../test/bench/workloads.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const longSequences = 'long sequences';

const { values } = parseArgs({ options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } } });
const time = values.quick ? { rounds: 3, milliseconds: 120 } : { rounds: 7, milliseconds: 400 };
const chosen = workloads.filter(({ name }) => values.only === undefined || name === values.only);
const withLong = values.only === undefined || values.only === longSequences;
if (chosen.length === 0 && !withLong) {
  const names = [...workloads.map(({ name }) => name), longSequences];
  console.error(`--only should name one of ${names.join(', ')}; it says "${values.only}".`);
  process.exit(2);
}

/** The peers belong to the bench alone. Their scripts would build parts for the graphics card, which nothing here uses. */
function installPeers() {
  const folder = join(root, 'test/bench');
  if (existsSync(join(folder, 'node_modules'))) return;
  console.log('Installing the peers …');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) console.error('The peers in JavaScript could not be installed; they are left out.');
}

/** @type {{ name: string, peer?: string, tolerance: number, about: string, contestant: import('../test/bench/contestant.mjs').Contestant }[]} */
const taking = [];
/** @type {string[]} */
const skipped = [];
let isFine = true;

try {
  if (chosen.length > 0) {
    installPeers();
    for (const entry of entries) {
      try {
        taking.push({ ...entry, ...(await entry.start()) });
      } catch (error) {
        const [words = ''] = String(error instanceof Error ? error.message : error).split('\n');
        skipped.push(`${entry.name}: ${words}`);
      }
    }
  }
  const isBusy = busyness();
  if (isBusy) console.log(isBusy);
  for (const words of skipped) console.log(`Left out: ${words}.`);
  console.log(`${machine()}; ${time.rounds} rounds of ${time.milliseconds} ms each\n`);

  const rows = [];
  const names = taking.map(({ name }) => name);
  for (const workload of chosen) {
    const row = { workload, results: await measure(workload, taking, 'loops', time) };
    rows.push(row);
    console.log(`${ratesTable([row], names)}\n`);
    for (const { name, reason } of row.results) if (reason) console.log(`${name}: ${reason}\n`);
  }
  const ratios = ratiosOf(rows, 'kernel', entries);
  if (rows.length > 1) console.log(`Training steps per second\n${ratesTable(rows, names)}\n`);
  if (rows.length > 0) console.log(`The kernel ÷ a peer\n${ratiosTable(ratios, rows)}\n`);
  const linearity = withLong ? await linearities(time) : [];
  if (withLong) console.log(`10,000 time steps ÷ 100 times 100\n${linearityTable(linearity)}\n`);

  const missed = missedTargets(rows, 'kernel', ratios, linearity);
  console.log(missed === 0 ? 'All targets are reached.' : `${missed} ${missed === 1 ? 'target is' : 'targets are'} not reached.`);
  isFine = missed === 0 && rows.every(({ results }) => results.every(({ isWrong }) => !isWrong));
  if (values.only === undefined && !values.quick) {
    writePage(join(root, 'docs/performance.md'), { rows, ratios, linearity, taking, skipped, machine: machine(), time });
  }
} finally {
  await Promise.all(taking.map(({ contestant }) => contestant.close()));
}
process.exitCode = isFine ? 0 : 1;
