// `npm run -s reference -- FILE`: computes a case of the reference schema with the engine and prints `expected` and `after` as JSON,
// so that anyone can hold our numbers against their own framework's. It never looks at what the file expects.
import { readFileSync } from 'node:fs';
import { feedforwardOf } from './feedforward.ts';
import { textOf } from './print.ts';
import { readCase, type Case, type Kind } from './schema.ts';
import { sequenceOf } from './sequence.ts';
import { trainingOf } from './training.ts';
import { word2vecOf } from './word2vec.ts';

type Answer = Record<string, unknown>;

const answers: { readonly [K in Kind]: (given: Extract<Case, { kind: K }>) => Answer } = {
  sequence: sequenceOf,
  training: (given) => ({ expected: trainingOf(given) }),
  feedforward: feedforwardOf,
  word2vec: word2vecOf,
};

/** The answer to a case, as the schema has it. Throws an `Error` of one line where the case is malformed or not supported. */
export function answer(json: unknown): Answer {
  const given = readCase(json);
  return (answers[given.kind] as (given: Case) => Answer)(given);
}

function main([file]: readonly string[]): void {
  if (file === undefined) throw new Error('Which file? npm run -s reference -- FILE');
  process.stdout.write(`${textOf(answer(jsonOf(readFileSync(file, 'utf8'), file)))}\n`);
}

/** No case has lists within lists as deep as this; what follows goes into them one by one, and would not come back. */
const deepest = 100;

function requireShallow(text: string, file: string): void {
  let depth = 0;
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > deepest) throw new Error(`${file} has lists or objects more than ${deepest} deep within each other, but a case has a few.`);
  }
}

/** The JSON of a file. Throws an `Error` of one line where it is none, or where it is deeper than any case. */
export function jsonOf(text: string, file: string): unknown {
  requireShallow(text, file);
  try {
    return JSON.parse(text);
  } catch (error) {
    // The parser may quote the text, with its line breaks.
    throw new Error(`${file} is no JSON: ${error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : ''}`);
  }
}

if (process.argv[1]?.endsWith('reference.ts')) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`reference: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
