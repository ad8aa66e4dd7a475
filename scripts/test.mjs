// Runs every check, goes on after a failing one, and ends with one line: "N passed, N failed".
// Types and lint count as one test each. `npm test -- --only unit` runs one stage, `--only types,lint` several.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {{ name: string, headline: string, needs?: string, run: () => Promise<Count> }} Stage
 */

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const reports = mkdtempSync(join(tmpdir(), 'unrolled-test-'));

/** A runner that hangs must not hang the whole: past this it is ended and counts as failed. */
const stageLimitMinutes = 45;

/** @type {import('node:child_process').ChildProcess | undefined} */
let running;

/** Runners start processes of their own (browsers, servers); their whole group ends with them. */
function endRunning() {
  if (running?.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? running.pid : -running.pid, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    endRunning();
    rmSync(reports, { recursive: true, force: true });
    process.exit(130);
  });
}

/**
 * Runs the program of an installed package and shows its output.
 * @param {string} packageName
 * @param {string} program name under "bin" in the package's package.json
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<boolean>} whether it ended well
 */
function run(packageName, program, args, env = {}) {
  return new Promise((resolve) => {
    const folder = join(root, 'node_modules', packageName);
    /** @type {{ bin: string | Record<string, string> }} */
    const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = typeof bin === 'string' ? bin : bin[program];
    if (file === undefined) throw new Error(`${packageName} has no program "${program}".`);

    const child = spawn(process.execPath, [join(folder, file), ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      detached: process.platform !== 'win32',
    });
    running = child;
    const limit = setTimeout(() => {
      console.error(`${program} did not end within ${stageLimitMinutes} minutes and was stopped.`);
      endRunning();
    }, stageLimitMinutes * 60_000);
    /** @param {boolean} well */
    const end = (well) => {
      clearTimeout(limit);
      running = undefined;
      resolve(well);
    };
    child.once('error', (error) => {
      console.error(error.message);
      end(false);
    });
    child.once('close', (code) => end(code === 0));
  });
}

/**
 * @param {boolean} well
 * @returns {Count}
 */
const single = (well) => ({ passed: well ? 1 : 0, failed: well ? 0 : 1, skipped: 0 });

/**
 * The count of a runner's report, distrusted: no report, no test or a bad end without a failed test is a failure.
 * @param {boolean} well whether the runner ended well
 * @param {string} file its report
 * @param {(report: any) => Count} read
 * @returns {Count}
 */
function counted(well, file, read) {
  /** @type {Count} */
  let count;
  try {
    count = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    console.error('The runner left no report that can be read: counted as a failure.');
    return single(false);
  }
  if (count.failed > 0) return count;
  if (!well) {
    console.error('The runner failed outside of any test: counted as a failure.');
    return { ...count, failed: 1 };
  }
  if (count.passed === 0) {
    console.error('No test ran: counted as a failure.');
    return { ...count, failed: 1 };
  }
  return count;
}

/**
 * @param {any} report of Vitest, in Jest's format
 * @returns {Count}
 */
function readVitest(report) {
  // A file that cannot be loaded has no failed test in it, and is a failure all the same.
  const brokenFiles = report.testResults.filter(
    (/** @type {any} */ file) =>
      file.status === 'failed' && !file.assertionResults.some((/** @type {any} */ test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {any} report of Playwright
 * @returns {Count}
 */
function readPlaywright({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (stats.unexpected === 0 ? errors.length : 0),
    skipped: stats.skipped,
  };
}

/** @type {Stage[]} */
const stages = [
  {
    name: 'types',
    headline: 'Types',
    run: async () => single(await run('typescript', 'tsc', ['--build'])),
  },
  {
    name: 'lint',
    headline: 'Lint',
    run: async () => single(await run('oxlint', 'oxlint', ['--type-aware', '--deny-warnings'])),
  },
  {
    name: 'unit',
    headline: 'Unit and component tests',
    run: async () => {
      const file = join(reports, 'vitest.json');
      const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
      return counted(await run('vitest', 'vitest', args), file, readVitest);
    },
  },
  {
    name: 'build',
    headline: 'Build',
    // Building well is no test; building badly is a failure.
    run: async () => ({ ...single(await run('vite', 'vite', ['build'])), passed: 0 }),
  },
  {
    name: 'e2e',
    headline: 'End to end, in a browser',
    needs: 'build',
    run: async () => {
      const file = join(reports, 'playwright.json');
      const well = await run('@playwright/test', 'playwright', ['test', '--reporter=list,json'], {
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      });
      return counted(well, file, readPlaywright);
    },
  },
];

/**
 * The stages asked for, each with what it needs.
 * @param {string | undefined} only
 */
function chosen(only) {
  if (only === undefined) return stages;
  const names = new Set(only.split(',').map((name) => name.trim()));
  for (const name of names) {
    const stage = stages.find((one) => one.name === name);
    if (!stage) {
      console.error(`--only should name stages of ${stages.map((one) => one.name).join(', ')}; it says "${name}".`);
      process.exit(2);
    }
    if (stage.needs) names.add(stage.needs);
  }
  return stages.filter(({ name }) => names.has(name));
}

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {Set<string>} */
const failedStages = new Set();

for (const stage of chosen(values.only)) {
  console.log(`\n=== ${stage.headline} ===\n`);
  /** @type {Count} */
  let count;
  if (stage.needs && failedStages.has(stage.needs)) {
    // Running on would test the build before this one.
    console.error(`Not run, because the stage "${stage.needs}" failed: counted as a failure.`);
    count = single(false);
  } else {
    try {
      count = await stage.run();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      count = single(false);
    }
  }
  if (count.failed > 0) failedStages.add(stage.name);
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
}

rmSync(reports, { recursive: true, force: true });
if (failedStages.size > 0) console.log(`\nFailed: ${[...failedStages].join(', ')}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
