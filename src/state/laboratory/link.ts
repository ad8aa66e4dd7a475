// The laboratory in a link: lab=experiment:factors;network:lstm;T:200 – only what is otherwise than at first.
import type { UnrolledDocument } from '../document.ts';
import type { Outcome } from '../linkParameter.ts';
import { cut } from '../linkText.ts';
import { nearest, quote } from '../words.ts';
import { initialLaboratory } from './defaults.ts';
import { keptLaboratory, laboratoryOf, withinSteps } from './edit.ts';
import { linkParts } from './linkParts.ts';

const [first = '', ...others] = linkParts.map(({ name }) => name);
const names = [first, ...others] as const;

export function writeLaboratory(document: UnrolledDocument): string {
  const laboratory = laboratoryOf(document);
  return linkParts
    .map(({ name, write }) => ({ name, text: write(laboratory), usual: write(initialLaboratory) }))
    .filter(({ text, usual }) => text !== usual)
    .map(({ name, text }) => `${name}:${text}`)
    .join(';');
}

/** What can be read is kept; each other part is named. */
export function readLaboratory(value: string, document: UnrolledDocument): Outcome {
  const problems: string[] = [];
  const texts = new Map<string, string>();
  for (const each of cut(value, ';')) {
    const [, name = '', text = ''] = /^\s*([A-Za-z-]+)\s*:(.*)$/s.exec(each) ?? [];
    if (!names.includes(name)) {
      const close = nearest(name || each, names);
      problems.push(`In the link, lab holds ${quote(each)}, but no setting of the laboratory is called that; the nearest is ${close}. It is left out.`);
    } else if (texts.has(name)) {
      problems.push(`In the link, lab has ${name} twice; the first is read, and ${quote(text)} is left out.`);
    } else {
      texts.set(name, text);
    }
  }
  let laboratory = initialLaboratory;
  for (const { name, expected, write, read } of linkParts) {
    const text = texts.get(name);
    if (text === undefined) continue;
    const next = read(text, laboratory);
    if (next) laboratory = next;
    else problems.push(`In the link, ${name} of lab is ${quote(text)}, but it has to be ${expected}, so it stays ${quote(write(laboratory))}.`);
  }
  return { document: { ...document, laboratory: keptLaboratory(withinSteps(laboratory)) }, problems };
}
