// The workshop in a link: workshop=page.room:data;training.cell:lstm – only what is otherwise than at first.
import type { UnrolledDocument } from '../document.ts';
import type { Outcome } from '../linkParameter.ts';
import { cut } from '../linkText.ts';
import { nearest, quote } from '../words.ts';
import { keptWorkshop, initialWorkshop, workshopGroups, workshopOf } from './edit.ts';
import type { AnySetting } from './setting.ts';
import type { Workshop } from './workshop.ts';

interface Part {
  readonly name: string;
  readonly setting: AnySetting;
  readonly get: (workshop: Workshop) => unknown;
  readonly put: (workshop: Workshop, value: unknown) => Workshop;
}

const parts: readonly Part[] = workshopGroups.flatMap(([group, rows]) =>
  rows.map(([key, setting]) => ({
    name: `${group}.${key}`,
    setting,
    get: (workshop) => Object.entries(workshop[group]).find(([each]) => each === key)?.[1],
    put: (workshop, value) => ({ ...workshop, [group]: { ...workshop[group], [key]: value } }),
  })),
);

const [first = '', ...others] = parts.map(({ name }) => name);
const names = [first, ...others] as const;

const written = ({ setting, get }: Part, workshop: Workshop): string => setting.write(get(workshop) as never); // its own value

export function writeWorkshop(document: UnrolledDocument): string {
  const workshop = workshopOf(document);
  return parts
    .map((part) => ({ name: part.name, text: written(part, workshop), usual: written(part, initialWorkshop) }))
    .filter(({ text, usual }) => text !== usual)
    .map(({ name, text }) => `${name}:${text}`)
    .join(';');
}

/** What can be read is kept; each other part is named. */
export function readWorkshop(value: string, document: UnrolledDocument): Outcome {
  const problems: string[] = [];
  const seen = new Set<string>();
  let workshop = initialWorkshop;
  for (const each of cut(value, ';')) {
    const [, name = '', text = ''] = /^\s*([A-Za-z0-9.]+)\s*:(.*)$/s.exec(each) ?? [];
    const part = parts.find((one) => one.name === name);
    if (!part) {
      problems.push(`In the link, workshop holds ${quote(each)}, but no setting of the workshop is called that; the nearest is ${nearest(name || each, names)}. It is left out.`);
      continue;
    }
    if (seen.has(name)) {
      problems.push(`In the link, workshop has ${name} twice; the first is read, and ${quote(text)} is left out.`);
      continue;
    }
    seen.add(name);
    const next = part.setting.read(text);
    if (next !== undefined) workshop = part.put(workshop, next);
    else problems.push(`In the link, ${name} of workshop is ${quote(text)}, but it has to be ${part.setting.expected}, so it stays ${quote(written(part, workshop))}.`);
  }
  return { document: { ...document, workshop: keptWorkshop(workshop) }, problems };
}
