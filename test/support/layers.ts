// The layers of the architecture as a table, and the check of imports against it: which way the arrows run.
import { importsOf, resolve } from './imports.ts';
import type { Import, Sources } from './imports.ts';

/** Which layers a layer may import from; `types` are those of which it may know types alone. */
interface Layer {
  readonly values: readonly string[];
  readonly types?: readonly string[];
}

const geometry = ['engine', 'view/theme', 'view/anatomy', 'view/layout'];
const drawing = [...geometry, 'view/scene'];
const stores = ['engine', 'worker', 'state'];

/** A file belongs to the layer whose name starts its path. One that lists itself may import itself. */
export const layers: Readonly<Record<string, Layer>> = {
  engine: { values: ['engine'] },
  cli: { values: ['engine', 'cli'] },
  worker: { values: ['engine', 'worker'] },
  state: { values: stores },
  lessons: { values: ['lessons'], types: ['engine', 'state'] },
  'view/theme': { values: ['engine', 'view/theme'] },
  'view/anatomy': { values: ['engine', 'view/anatomy'] },
  'view/scene': { values: ['engine', 'view/anatomy', 'view/scene'] },
  'view/layout': { values: geometry },
  'view/draw': { values: [...drawing, 'view/draw'] },
  'view/hooks': { values: [...stores, 'view/theme', 'view/anatomy', 'view/layout', 'view/hooks'] },
  'view/panels': { values: [...stores, 'view/theme', 'view/anatomy', 'view/layout', 'view/scene', 'view/draw', 'view/hooks', 'view/panels'] },
  app: {
    values: [...stores, 'lessons', 'view/theme', 'view/anatomy', 'view/layout', 'view/scene', 'view/draw', 'view/hooks', 'view/panels', 'app'],
  },
};

const withReact = ['view/draw', 'view/hooks', 'view/panels', 'app'];
const withStores = ['state', 'view/hooks', 'view/panels', 'app'];

/** Packages that only some layers may import. A package not named here may be imported anywhere but in the engine. */
const packages: readonly { readonly name: RegExp; readonly layers: readonly string[] }[] = [
  { name: /^(react|react-dom|lucide-react)(\/|$)/, layers: withReact },
  { name: /^(zustand|zundo)(\/|$)/, layers: withStores },
  { name: /^idb-keyval(\/|$)/, layers: ['state', 'app'] },
  { name: /^ml-pca(\/|$)/, layers: ['view/layout'] },
  { name: /^node:/, layers: ['cli'] },
];

export function layerOf(file: string): string | undefined {
  return Object.keys(layers).find((layer) => file.startsWith(`${layer}/`));
}

/** The engine computes with no package; these prepare words, and read and pack files, beside the numbers. */
const enginePackages: readonly { readonly folder: string; readonly name: RegExp }[] = [
  { folder: 'engine/text/', name: /^(stemmer|stopword)$/ },
  { folder: 'engine/interchange/', name: /^fflate$/ },
  { folder: 'engine/data/own/', name: /^papaparse(\/|$)/ },
];

function forbiddenPackage(layer: string, from: string, target: string): string | undefined {
  if (layer === 'engine') {
    const isAllowed = enginePackages.some(({ folder, name }) => from.startsWith(folder) && name.test(target));
    return isAllowed ? undefined : 'the engine computes with no package';
  }
  const rule = packages.find(({ name }) => name.test(target));
  return rule && !rule.layers.includes(layer) ? `only ${rule.layers.join(', ')} may` : undefined;
}

function judge(from: string, { target, typeOnly }: Import, files: Sources): string | undefined {
  const layer = layerOf(from);
  if (layer === undefined) return undefined;
  const path = resolve(from, target, files);
  if (path === undefined) {
    const reason = forbiddenPackage(layer, from, target);
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
