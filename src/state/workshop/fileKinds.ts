// Files that are no text, known by their first bytes: what each is, and what to do about it.

interface FileKind {
  /** "a picture (PNG)". */
  readonly words: string;
  /** What one can do; empty where there is nothing to do. */
  readonly hint: string;
  readonly bytes: readonly number[];
  /** Where they stand. */
  readonly at?: number;
}

const asCsv = 'Open it there and save the table as CSV (“Save as”, then “CSV UTF-8”).';
const picture = 'Pictures cannot be read here; the built-in pixel pictures can.';

const kinds: readonly FileKind[] = [
  { words: 'a picture (PNG)', hint: picture, bytes: [0x89, 0x50, 0x4e, 0x47] },
  { words: 'a picture (JPEG)', hint: picture, bytes: [0xff, 0xd8, 0xff] },
  { words: 'a picture (GIF)', hint: picture, bytes: [0x47, 0x49, 0x46, 0x38] },
  { words: 'a PDF', hint: 'Copy its text and paste it here.', bytes: [0x25, 0x50, 0x44, 0x46] },
  { words: 'an older Excel or Word file', hint: asCsv, bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { words: 'a sound, a film or a picture (RIFF)', hint: '', bytes: [0x52, 0x49, 0x46, 0x46] },
  { words: 'a film (MP4)', hint: '', bytes: [0x66, 0x74, 0x79, 0x70], at: 4 },
  { words: 'a sound (MP3)', hint: '', bytes: [0x49, 0x44, 0x33] },
  { words: 'a packed file (gzip)', hint: 'Unpack it first.', bytes: [0x1f, 0x8b] },
];

/** Files that are ZIP archives, by their endings. */
const zipped: Readonly<Record<string, readonly [words: string, hint: string]>> = {
  xlsx: ['an Excel file', asCsv],
  ods: ['a spreadsheet', asCsv],
  numbers: ['a spreadsheet', asCsv],
  docx: ['a Word file', 'Copy its text and paste it here.'],
  npz: ['a file of NumPy arrays', 'A network’s weights are opened in the room “Taking it away”.'],
};

/** What a file is that is no text, and what to do about it, in words; null where it may be a text. */
export function otherKind(bytes: Uint8Array, name: string): string | null {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const [words, hint] = zipped[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? ['a packed file (ZIP) or an Excel or Word file', 'Unpack it, or save its table as CSV.'];
    return `is ${words}. ${hint}`;
  }
  const kind = kinds.find(({ bytes: first, at = 0 }) => first.every((byte, k) => bytes[at + k] === byte));
  return kind ? `is ${kind.words}. ${kind.hint}`.trimEnd() : null;
}
