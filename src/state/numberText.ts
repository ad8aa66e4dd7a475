// Numbers as text and back: the shortest text that gives the same float64 again, −0 included.

/** `0.5`, `-0`, `1e308`, `1e-7`: no plus sign, since a plus is a blank in a link. */
export function writeNumber(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value).replace('e+', 'e');
}

const written = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** A finite number, or NaN. The minus may be the true minus sign, as the screen shows it; a blank after `e` was a plus. */
export function readNumber(text: string): number {
  const plain = text.trim().replace('−', '-').replace(/e[ −]/i, (sign) => (sign.endsWith(' ') ? 'e' : 'e-'));
  const value = written.test(plain) ? Number(plain) : NaN;
  return Number.isFinite(value) ? value : NaN;
}
