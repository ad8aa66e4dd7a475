// Reads the imports of source files and checks them against the layers: which way arrows run, and that none run in a circle.
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

/** Which layers a layer may import from; `types` are those of which it may know types alone. */
interface Layer {
  readonly values: readonly string[];
  readonly types?: readonly string[];
}

const drawing = ['engine', 'view/theme', 'view/layout'];
const stores = ['engine', 'worker', 'state'];

/** A file belongs to the layer whose name starts its path. A layer may always import itself if it lists itself. */
export const layers: Readonly<Record<string, Layer>> = {
  engine: { values: ['engine'] },
  cli: { values: ['engine', 'cli'] },
  worker: { values: ['engine', 'worker'] },
  state: { values: stores },
  lessons: { values: ['lessons'], types: ['engine', 'state'] },
  'view/theme': { values: ['engine', 'view/theme'] },
  'view/layout': { values: drawing },
  'view/draw': { values: [...drawing, 'view/draw'] },
  'view/hooks': { values: [...stores, 'view/theme', 'view/layout', 'view/hooks'] },
  'view/panels': { values: [...stores, 'view/theme', 'view/layout', 'view/draw', 'view/hooks', 'view/panels'] },
  app: {
    values: [...stores, 'lessons', 'view/theme', 'view/layout', 'view/draw', 'view/hooks', 'view/panels', 'app'],
  },
};

const withReact = ['view/draw', 'view/hooks', 'view/panels', 'app'];
const withStores = ['state', 'view/hooks', 'view/panels', 'app'];

/** Packages that only some layers may import. A package not named here may be imported anywhere but in the engine. */
const packages: readonly { readonly name: RegExp; readonly layers: readonly string[] }[] = [
  { name: /^(react|react-dom|lucide-react)(\/|$)/, layers: withReact },
  { name: /^(zustand|zundo)(\/|$)/, layers: withStores },
  { name: /^idb-keyval(\/|$)/, layers: ['state', 'app'] },
  { name: /^node:/, layers: ['cli'] },
];

export function layerOf(file: string): string | undefined {
  return Object.keys(layers).find((layer) => file.startsWith(`${layer}/`));
}

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

function forbiddenPackage(layer: string, target: string): string | undefined {
  if (layer === 'engine') return 'the engine imports no package';
  const rule = packages.find(({ name }) => name.test(target));
  return rule && !rule.layers.includes(layer) ? `only ${rule.layers.join(', ')} may` : undefined;
}

function judge(from: string, { target, typeOnly }: Import, files: Sources): string | undefined {
  const layer = layerOf(from);
  if (layer === undefined) return undefined;
  const path = resolve(from, target, files);
  if (path === undefined) {
    const reason = forbiddenPackage(layer, target);
    return reason && `${from} imports "${target}": ${reason}`;
  }
  // Styles, data and pictures beside the code take no part in the layers.
  if (!/\.tsx?$/.test(path) && !(path in files) && /\.\w+$/.test(path)) return undefined;
  const to = layerOf(path);
  const { values, types = [] } = layers[layer]!;
  if (to !== undefined && values.includes(to)) return undefined;
  if (to !== undefined && types.includes(to)) {
    return typeOnly ? undefined : `${from} imports ${path}: of ${to}, ${layer} may import types only ("import type")`;
  }
  return `${from} imports ${path}: ${layer} may import ${[...values, ...types.map((one) => `types of ${one}`)].join(', ')}`;
}

/** What is wrong with the layers, a sentence for each import that runs the wrong way and each file that is nowhere. */
export function wrongArrows(files: Sources): string[] {
  const complaints: string[] = [];
  for (const [file, text] of Object.entries(files)) {
    if (layerOf(file) === undefined && !file.endsWith('.d.ts')) {
      complaints.push(`${file} is in no layer; the layers are ${Object.keys(layers).join(', ')}`);
    }
    for (const one of importsOf(file, text)) {
      const complaint = judge(file, one, files);
      if (complaint) complaints.push(complaint);
    }
  }
  return complaints;
}

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
