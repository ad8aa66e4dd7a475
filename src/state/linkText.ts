// Text in a link: percent escapes, so that any character survives, and the mark ~ before characters that would part a list.

/** Characters that mean nothing to an address after its #, and that make a link readable. The minus and the dot are always so. */
const readable = new Map(",;:!*()[]=/?@$'".split('').map((character) => [encodeURIComponent(character), character]));

/** A parameter's value as it stands in the address: ASCII only, a blank as +. */
export function writeValue(value: string): string {
  return encodeURIComponent(value).replace(/%20/g, '+').replace(/%[0-9A-F]{2}/g, (escape) => readable.get(escape) ?? escape);
}

/** The value behind it. Where the percent escapes are broken, what can be read is read and the rest stays as it stands. */
export function readValue(written: string): { readonly value: string; readonly isBroken: boolean } {
  const plain = written.replaceAll('+', ' ');
  try {
    return { value: decodeURIComponent(plain), isBroken: false };
  } catch {
    return { value: plain.replace(/(?:%[0-9a-f]{2})+/gi, readRun), isBroken: true };
  }
}

function readRun(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

/** A text as a value of its own: only the mark itself is marked, and halves of characters, which no escape can hold. */
export function markText(text: string): string {
  return text
    .replaceAll('~', '~~')
    .replace(/\p{Surrogate}/gu, (half) => `~u${half.charCodeAt(0).toString(16)}`);
}

/** A text as a part of a list: what parts a list is marked as well. */
export function markPart(text: string): string {
  return markText(text).replace(/[,;()]/g, '~$&');
}

/** The text behind either. A mark before anything else is just that character. */
export function unmark(marked: string): string {
  return marked.replace(/~(?:u(d[89a-f][0-9a-f]{2})|([~,;()]))/g, (_, half: string | undefined, character: string) =>
    half === undefined ? character : String.fromCharCode(Number.parseInt(half, 16)),
  );
}

/** Cuts a list at a separator that is not marked; an empty text is an empty list. The parts keep their marks. */
export function cut(list: string, separator: ',' | ';'): string[] {
  if (list === '') return [];
  const parts: string[] = [];
  let start = 0;
  for (let i = 0; i < list.length; i++) {
    if (list[i] === '~') i++;
    else if (list[i] === separator) {
      parts.push(list.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, list.slice(start)];
}
