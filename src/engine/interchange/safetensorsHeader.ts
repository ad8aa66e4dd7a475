// The header of a safetensors file, as it comes from outside: bytes → names, types, shapes and places, all checked.
import { strFromU8 } from 'fflate';
import { numberTypes, type NumberTypeId } from './numberTypes.ts';
import { countOf, isShape, shapeInWords } from './tensor.ts';

/** The format's names of number types, with ours. */
export const safetensorsTypes = {
  F64: 'float64', F32: 'float32', F16: 'float16', BF16: 'bfloat16', I64: 'int64', I32: 'int32', I16: 'int16', I8: 'int8', U8: 'uint8',
} as const satisfies Readonly<Record<string, NumberTypeId>>;

type SafetensorsType = keyof typeof safetensorsTypes;

interface HeaderEntry {
  readonly name: string;
  readonly type: SafetensorsType;
  readonly shape: readonly number[];
  /** Where its numbers begin and end, in bytes from the end of the header. */
  readonly begin: number;
  readonly end: number;
}

interface Header {
  /** In the order of their numbers; together they fill the file without a gap. */
  readonly entries: readonly HeaderEntry[];
  readonly metadata: Readonly<Record<string, string>>;
  /** Where the numbers begin, in bytes from the start of the file. */
  readonly dataStart: number;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isType = (value: unknown): value is SafetensorsType => typeof value === 'string' && Object.hasOwn(safetensorsTypes, value);

const refuse = (words: string): Error => new Error(`This is not a safetensors file that can be read: ${words}`);

/** What was seen, short enough for a message. */
function seen(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

export function readHeader(bytes: Uint8Array): Header {
  if (bytes.length < 8) throw refuse(`it has ${bytes.length} bytes, and the length of its header alone takes 8.`);
  const length = new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true);
  const rest = bytes.length - 8;
  if (length > BigInt(rest)) throw refuse(`its header should have ${length} bytes, but only ${rest} follow.`);
  const dataStart = 8 + Number(length);
  if (bytes[8] !== 0x7b || dataStart === 8) throw refuse('its header should begin with "{".');
  let header: unknown;
  try {
    header = JSON.parse(strFromU8(bytes.subarray(8, dataStart)));
  } catch (error) {
    throw refuse(`its header is no JSON (${error instanceof Error ? error.message : String(error)}).`);
  }
  if (!isRecord(header)) throw refuse('its header should be a JSON object.');
  const entries = Object.entries(header)
    .filter(([name]) => name !== '__metadata__')
    .map(([name, value]) => entryOf(name, value))
    .sort((a, b) => a.begin - b.begin || a.end - b.end);
  checkPlaces(entries, bytes.length - dataStart);
  return { entries, metadata: metadataOf(header['__metadata__']), dataStart };
}

function entryOf(name: string, value: unknown): HeaderEntry {
  if (!isRecord(value)) throw refuse(`"${name}" should have dtype, shape and data_offsets, but it is ${seen(value)}.`);
  const { dtype, shape, data_offsets: offsets } = value;
  if (!isType(dtype)) {
    throw refuse(`"${name}" has numbers of type ${seen(dtype)}, and these can be read: ${Object.keys(safetensorsTypes).join(', ')}.`);
  }
  if (!isShape(shape)) throw refuse(`the shape of "${name}" should be a list of whole numbers from 0, but it is ${seen(shape)}.`);
  if (!isShape(offsets) || offsets.length !== 2) {
    throw refuse(`the data_offsets of "${name}" should be two whole numbers, where its numbers begin and end, but they are ${seen(offsets)}.`);
  }
  const [begin, end] = offsets as [number, number]; // two, by the check above
  const { bytes: size } = numberTypes[safetensorsTypes[dtype]];
  if (end - begin !== countOf(shape) * size) {
    throw refuse(
      `"${name}" is ${shapeInWords(shape)} of type ${dtype}, which takes ${countOf(shape) * size} bytes, but its data_offsets are ${seen(offsets)}.`,
    );
  }
  return { name, type: dtype, shape, begin, end };
}

/** One tensor behind the other, from the first byte to the last: overlaps and gaps could hide something. */
function checkPlaces(entries: readonly HeaderEntry[], length: number): void {
  let expected = 0;
  for (const { name, begin, end } of entries) {
    if (begin !== expected) throw refuse(`the numbers of "${name}" should begin at byte ${expected}, behind the ones before, but they begin at ${begin}.`);
    expected = end;
  }
  if (expected !== length) throw refuse(`its tensors take ${expected} bytes, but ${length} bytes follow the header.`);
}

function metadataOf(value: unknown): Readonly<Record<string, string>> {
  if (value === undefined) return {};
  const entries = isRecord(value) ? Object.entries(value) : undefined;
  if (!entries?.every((entry): entry is [string, string] => typeof entry[1] === 'string')) {
    throw refuse(`its __metadata__ should be words by name, but it is ${seen(value)}.`);
  }
  return Object.fromEntries(entries);
}
