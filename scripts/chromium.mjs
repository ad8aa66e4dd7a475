// Finds a Chromium for the tests and the screenshots; installs Debian's where there is none and that may be done.
// Run by itself it prints the path found.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Arguments for every start: a container has no user namespaces, and a test must not wait for the network. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} name */
function onPath(name) {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

/**
 * The path of a Chromium that is there, or undefined. Installs nothing.
 * @throws if `$CHROMIUM` is set and names no executable file: a wrong wish is not silently replaced.
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
  const wished = process.env['CHROMIUM'];
  if (wished) {
    if (isExecutable(wished)) return wished;
    throw new Error(`$CHROMIUM is "${wished}", which is not an executable file. Set it to a Chromium or unset it.`);
  }
  const candidates = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    onPath('google-chrome'),
    onPath('google-chrome-stable'),
    onPath('chromium'),
    await playwrightsOwn(),
  ];
  return candidates.find((path) => path !== undefined && isExecutable(path));
}

function mayInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

/** Debian's package, with one font so that text has a width. Output goes to stderr: stdout is for the path. */
function installFromDebian() {
  const steps = [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']];
  for (const step of steps) {
    const { status } = spawnSync('apt-get', step, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) return false;
  }
  return true;
}

/**
 * The path of a Chromium, installed first if need be.
 * @throws with one line that says what to do, if there is none and none can be installed.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  if (mayInstall()) {
    console.error('No Chromium found: installing the Debian package.');
    const path = installFromDebian() ? await findChromium() : undefined;
    if (path) return path;
  }
  throw new Error(
    'No Chromium found: install one ("apt-get install chromium" or "npx playwright install chromium"), or set $CHROMIUM to its path.',
  );
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    console.log(await ensureChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
