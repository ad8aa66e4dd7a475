// The faces that a drawing's letters need, as rules that bring them along: a picture that is drawn apart from the page has none of its own.

/** @font-face rules with the faces in them, for the families and the characters of a text. What cannot be fetched is left out. */
export async function fontRules(text: string): Promise<string> {
  const rules = [...document.styleSheets].flatMap(rulesOf).filter((rule) => rule instanceof CSSFontFaceRule);
  const needed = rules.filter(({ style }) => text.includes(bare(style.getPropertyValue('font-family'))) && covers(style.getPropertyValue('unicode-range'), text));
  const written = await Promise.all(needed.map((rule) => whole(rule).catch(() => '')));
  return written.join('\n');
}

/** The rules of a sheet of another origin cannot be read. */
function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}

const bare = (family: string): string => family.replace(/["']/g, '').trim();

/** Whether a range such as "U+0000-00FF, U+2212" has any character of a text. */
function covers(range: string, text: string): boolean {
  if (range.trim() === '') return true;
  const parts = range.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt(to.replaceAll('?', 'F'), 16)] as const;
  });
  return [...new Set(text)].some((character) => {
    const code = character.codePointAt(0) ?? 0;
    return parts.some(([from, to]) => code >= from && code <= to);
  });
}

async function whole({ style, parentStyleSheet }: CSSFontFaceRule): Promise<string> {
  const [, address = ''] = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src')) ?? [];
  const response = await fetch(new URL(address, parentStyleSheet?.href ?? document.baseURI));
  if (!response.ok) throw new Error(`The face ${address} could not be fetched.`);
  const face = await asData(await response.blob());
  return `@font-face{font-family:${style.getPropertyValue('font-family')};font-weight:${style.getPropertyValue('font-weight') || 'normal'};font-style:${style.getPropertyValue('font-style') || 'normal'};src:url(${face})}`;
}

async function asData(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // Byte by byte, as a call cannot take so many arguments.
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return `data:${file.type || 'font/woff2'};base64,${btoa(text)}`;
}
