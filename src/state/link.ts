// The one encoding of a document: readable parameters, as in task=reviews&text=movie+was+bad&hidden=6&step=12
import { initialDocument } from './defaults.ts';
import type { UnrolledDocument } from './document.ts';
import { grouped } from './limits.ts';
import type { LinkParameter } from './linkParameter.ts';
import { linkParameters } from './linkParameters.ts';
import { readValue, writeValue } from './linkText.ts';
import { nearest, quote } from './words.ts';

/** The most sentences about one link. */
const mostProblems = 20;

const byName = new Map(linkParameters.map((parameter) => [parameter.name, parameter]));
const [first, ...others] = linkParameters.map(({ name }) => name);
const names = [first as string, ...others] as const;

/** The task, and all that differs from its start, without a leading #. ASCII only. */
export function encode(document: UnrolledDocument): string {
  const first = initialDocument(document.task);
  const start = initialDocument(document.task, document.cell);
  return linkParameters
    // What a cell's own recipe has is not written, but the cell is.
    .map(({ name, write }) => ({ name, text: write(document), usual: write(ofCell.has(name) ? first : start) }))
    .filter(({ name, text, usual }) => name === 'task' || text !== usual)
    .map(({ name, text }) => `${name}=${writeValue(text)}`)
    .join('&');
}

/** The parameters that make the cell. */
const ofCell = new Set(['cell', 'activation']);

export interface Decoded {
  /** Always a document within the limits: what could not be read is as at the start of the task. */
  readonly document: UnrolledDocument;
  /** One sentence for each part that could not be read. */
  readonly problems: readonly string[];
}

/** Reads a hash or a query, with or without its # or ?, or a whole address. Never throws, whatever the text is. */
export function decode(link: string): Decoded {
  const problems: string[] = [];
  const values = new Map<LinkParameter, string>();
  for (const part of parametersIn(link).split('&')) {
    if (part === '') continue;
    const { name, value, isBroken } = splitPart(part);
    const parameter = byName.get(name);
    if (!parameter) {
      problems.push(`The link has ${quote(name)}, but no parameter of a link is called that; the nearest is ${nearest(name, names)}.`);
    } else if (values.has(parameter)) {
      problems.push(`The link has ${name} twice; the first is read, and ${quote(value)} is left out.`);
    } else {
      values.set(parameter, value);
      if (isBroken) {
        problems.push(`In the link, ${name} is ${quote(value)}, where a percent escape is broken; a percent sign has to be written %25.`);
      }
    }
  }
  let document = initialDocument();
  // In the table's order, not the link's: later parameters depend on earlier ones.
  for (const parameter of linkParameters) {
    const value = values.get(parameter);
    if (value === undefined) continue;
    const outcome = parameter.read(value, document);
    document = outcome.document;
    problems.push(...outcome.problems);
  }
  return { document, problems: fewer(problems) };
}

/** Whether a hash or query holds parameters at all, and not, say, the name of a heading. */
export function holdsParameters(link: string): boolean {
  return parametersIn(link).includes('=');
}

/** What stands behind the # of an address, or else behind its ?; a text that is no address is taken as it is. */
function parametersIn(link: string): string {
  const text = link.trim();
  const address = /^[a-z][a-z\d+.-]*:\/\/[^?#]*/i.exec(text);
  const rest = address ? text.slice(address[0].length) : text;
  const hash = rest.indexOf('#');
  const query = rest.startsWith('?') ? rest.slice(1, hash < 0 ? undefined : hash) : '';
  if (rest.startsWith('#')) return rest.slice(1);
  if (!rest.startsWith('?')) return address ? '' : rest;
  return hash >= 0 && rest.indexOf('=', hash) >= 0 ? rest.slice(hash + 1) : query;
}

function splitPart(part: string): { name: string; value: string; isBroken: boolean } {
  const sign = part.indexOf('=');
  const name = readValue(sign < 0 ? part : part.slice(0, sign)).value.trim();
  return { name, ...readValue(sign < 0 ? '' : part.slice(sign + 1)) };
}

function fewer(problems: readonly string[]): readonly string[] {
  const rest = problems.length - mostProblems;
  if (rest <= 0) return problems;
  return [...problems.slice(0, mostProblems), `There are ${grouped(rest)} more parts of the link that could not be read.`];
}
