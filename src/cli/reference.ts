// `npm run -s reference -- FILE`: computes a case of the reference schema with the engine and prints `expected` and `after` as JSON,
// so that anyone can hold our numbers against their own framework's. It never looks at what the file expects.
import { readFileSync } from 'node:fs';
import { afterOf } from './after.ts';
import { readCase } from './case.ts';
import { expectedOf } from './expected.ts';
import { trainingOf } from './training.ts';

/** The answer to a case, as the schema has it. */
export function answer(json: unknown): Record<string, unknown> {
  const given = readCase(json);
  return given.kind === 'training' ? { expected: trainingOf(given) } : { expected: expectedOf(given), after: afterOf(given) };
}

function main([file]: readonly string[]): void {
  if (file === undefined) throw new Error('Which file? npm run -s reference -- FILE');
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  process.stdout.write(`${JSON.stringify(answer(json))}\n`);
}

if (process.argv[1]?.endsWith('reference.ts')) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`reference: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
