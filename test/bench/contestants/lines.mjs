// A contestant in Node: over stdin and stdout, one line for one line.
import { createInterface } from 'node:readline';
import { replyTo } from './reply.mjs';

/**
 * Answers until stdin ends.
 * @param {string} version
 * @param {import('./reply.mjs').Answering['prepare']} prepare
 */
export async function answer(version, prepare) {
  /** @type {import('./reply.mjs').Answering} */
  const state = { version, prepare };
  for await (const line of createInterface({ input: process.stdin })) process.stdout.write(`${await replyTo(state, line)}\n`);
}
