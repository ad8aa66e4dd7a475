// A contestant as the bench sees it: something that is sent a line and answers with a line. Each is a process of its own, and
// works only between the two.
//
//   version                                                        →  in words
//   check <workload> <cell> <readout> <V> <H> <Y> <T> <B> <gain>   →  <loss> <norm of the gradient> <loss after an update by 0.1>
//   run <milliseconds>                                             →  <steps> <seconds>, of the workload checked last
//   bytes                                                          →  memory in use (the engine alone)
//
// `check` may answer "another computation" where only the speed can be compared, or "no …" with the reason.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {(line: string) => Promise<string>} ask
 * @property {() => Promise<void>} close
 */

/** One line may take as long as the slowest step of the slowest peer, several times. */
const patience = 120_000;

/** @param {import('./workloads.mjs').Workload} workload */
export const checkLine = ({ name, cell, readout, V, H, Y, T, B, gain }) =>
  ['check', name.replaceAll(' ', '-'), cell, readout, V, H, Y, T, B, gain].join(' ');

/**
 * Starts a process that answers lines.
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Contestant}
 */
export function startProcess(name, command, args, env = {}) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let complaint = '';
  child.stderr.on('data', (/** @type {Buffer} */ text) => (complaint = (complaint + text.toString()).slice(-2000)));
  child.stdin.on('error', () => {}); // the process has ended, which the next answer says
  const ended = new Promise((resolve) => child.once('close', resolve).once('error', resolve));
  return {
    name,
    async ask(line) {
      child.stdin.write(`${line}\n`);
      /** @type {NodeJS.Timeout | undefined} */
      let timer;
      const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`${name} did not answer "${line}" within ${patience / 1000} seconds.`)), patience);
      });
      try {
        const answer = await Promise.race([answers.next(), late]);
        if (answer.done) throw new Error(`${name} ended at "${line}": ${complaint.match(/.*Error.*/)?.[0] ?? complaint}`);
        return answer.value;
      } finally {
        clearTimeout(timer);
      }
    },
    async close() {
      child.stdin.end();
      const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
      await ended;
      clearTimeout(timer);
    },
  };
}
