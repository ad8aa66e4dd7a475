// The search for circles of imports.
import { importsOf, resolve } from './imports.ts';
import type { Sources } from './imports.ts';

/** Circles of imports, each once, as the files along it with the first repeated at the end. Types count too. */
export function cycles(files: Sources): string[][] {
  const arrows = new Map(
    Object.entries(files).map(([file, text]) => [
      file,
      importsOf(file, text)
        .map(({ target }) => resolve(file, target, files))
        .filter((path) => path !== undefined && path in files) as string[],
    ]),
  );
  const circles: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const walk = (file: string): void => {
    const start = path.indexOf(file);
    if (start >= 0) {
      circles.push([...path.slice(start), file]);
      return;
    }
    if (done.has(file)) return;
    path.push(file);
    for (const next of arrows.get(file) ?? []) walk(next);
    path.pop();
    done.add(file);
  };
  for (const file of arrows.keys()) walk(file);
  return circles;
}
