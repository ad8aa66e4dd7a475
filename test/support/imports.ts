// Reads the imports of source files.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { parseSync } from 'vite';

/** One import of one file. `target` is as written; `typeOnly` means that nothing of it is left when it runs. */
export interface Import {
  readonly target: string;
  readonly typeOnly: boolean;
}

/** Path below src/ with forward slashes, to the file's text. */
export type Sources = Readonly<Record<string, string>>;

/** All TypeScript files below a folder. */
export function readSources(folder: string): Sources {
  const sources: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    sources[relative(folder, path).split(sep).join('/')] = readFileSync(path, 'utf8');
  }
  return sources;
}

function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function literal(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (typeof node['value'] === 'string') return node['value'];
  // import('./x') as a type wraps its literal once more in some versions of the syntax tree.
  return isNode(node['literal']) ? literal(node['literal']) : undefined;
}

/** `new URL('./x.ts', import.meta.url)`: how a worker is started, and an import to the bundler. */
function urlOfModule(node: Record<string, unknown>): string | undefined {
  if (!isNode(node['callee']) || node['callee']['name'] !== 'URL' || !Array.isArray(node['arguments'])) return undefined;
  const [path, base] = node['arguments'] as unknown[];
  const ofModule = isNode(base) && isNode(base['object']) && base['object']['type'] === 'MetaProperty';
  return ofModule ? literal(path) : undefined;
}

function allTypes(specifiers: unknown, kind: 'importKind' | 'exportKind'): boolean {
  return Array.isArray(specifiers) && specifiers.length > 0 && specifiers.every((one) => isNode(one) && one[kind] === 'type');
}

/** The import a node of the syntax tree makes, by the node's type. */
const readers: Readonly<Record<string, (node: Record<string, unknown>) => Import | undefined>> = {
  ImportDeclaration: (node) =>
    found(literal(node['source']), node['importKind'] === 'type' || allTypes(node['specifiers'], 'importKind')),
  ExportAllDeclaration: (node) => found(literal(node['source']), node['exportKind'] === 'type'),
  ExportNamedDeclaration: (node) =>
    found(literal(node['source']), node['exportKind'] === 'type' || allTypes(node['specifiers'], 'exportKind')),
  ImportExpression: (node) => found(literal(node['source']), false),
  TSImportType: (node) => found(literal(node['source'] ?? node['argument']), true),
  NewExpression: (node) => found(urlOfModule(node), false),
};

function found(target: string | undefined, typeOnly: boolean): Import | undefined {
  return target === undefined ? undefined : { target, typeOnly };
}

/** Every import of a file: static, dynamic, re-exported, in a type, and of a worker. */
export function importsOf(file: string, text: string): Import[] {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message ?? 'no reason given'}`);
  const imports: Import[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const one of value) visit(one);
    } else if (isNode(value)) {
      const one = typeof value['type'] === 'string' ? readers[value['type']]?.(value) : undefined;
      if (one) imports.push(one);
      for (const child of Object.values(value)) visit(child);
    }
  };
  visit(program);
  return imports;
}

/** The file below src/ a relative import leads to, or undefined for a package. */
export function resolve(from: string, target: string, files: Sources): string | undefined {
  if (!target.startsWith('.')) return undefined;
  const path = posix.join(dirname(from), target.replace(/\?.*$/, ''));
  return [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`, `${path}/index.tsx`].find((one) => one in files) ?? path;
}
