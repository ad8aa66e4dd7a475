// NumPy's .npz format: named arrays ↔ bytes. A zip archive with one .npy file a name, as numpy.savez and savez_compressed
// write it and numpy.load reads it. Format: numpy.org, "numpy.lib.format".
import { unzipSync, zipSync, type Zippable } from 'fflate';
import { readNpy, writeNpy } from './npy.ts';
import { checkTensors, type NamedTensor, type Precision } from './tensor.ts';

/** The most that an archive may unpack to, in bytes: beyond it a browser's tab would be at risk. */
const largestArchive = 500_000_000;

/** No byte of deflated data gives more than this (RFC 1951: at best 258 bytes for 2 bits). */
const largestRatio = 1032;

/** Zip needs a date; this one makes the same bytes of the same tensors. */
const date = new Date(1980, 0, 1);

interface NpzOptions {
  readonly precision?: Precision;
  /** Whether to compress, as numpy.savez_compressed does; left out for false, as weights hardly shrink. */
  readonly isCompressed?: boolean;
}

/**
 * The bytes of an .npz file. Throws an `Error` in words where two tensors have one name, a shape does not fit its numbers, or
 * a number is too large for float32.
 */
export function writeNpz(tensors: readonly NamedTensor[], { precision = 'float64', isCompressed = false }: NpzOptions = {}): Uint8Array {
  checkTensors(tensors);
  const files: Zippable = Object.fromEntries(tensors.map((tensor) => [`${tensor.name}.npy`, writeNpy(tensor, precision)]));
  return zipSync(files, { level: isCompressed ? 6 : 0, mtime: date });
}

/**
 * Reads an .npz file that unpacks to at most `limit` bytes. What the archive says of sizes is checked before memory is taken. Throws an `Error` that says what was
 * seen and what is expected.
 */
export function readNpz(bytes: Uint8Array, limit = largestArchive): NamedTensor[] {
  return Object.entries(unpack(bytes, limit)).map(([file, content]) => readNpy(file.slice(0, -'.npy'.length), content));
}

/** What the archive's list says of one of its files, in bytes. */
interface Listed {
  readonly name: string;
  readonly size: number;
  readonly originalSize: number;
  readonly compression: number;
}

function unpack(bytes: Uint8Array, limit: number): Record<string, Uint8Array> {
  let problem: Error | undefined;
  const listed: Listed[] = [];
  const check = (file: Listed): boolean => {
    const words = complaint(file, listed, bytes.length, limit);
    listed.push(file);
    if (words === undefined) return true;
    problem = new Error(`This .npz file cannot be read: ${words}`);
    throw problem;
  };
  try {
    return unzipSync(bytes, { filter: check });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw problem ?? new Error(`This is no zip archive, as an .npz file is one, or it is damaged (${words}).`, { cause: error });
  }
}

/** What is wrong with a file of the archive, after those before it; undefined where nothing is. */
function complaint({ name, size, originalSize, compression }: Listed, before: readonly Listed[], length: number, limit: number): string | undefined {
  if (name.endsWith('data.pkl')) {
    return `it is one of torch.save, whose tensors are pickled Python. In Python, save them with numpy.savez('weights.npz', **{k: v.numpy() for k, v in model.state_dict().items()}).`;
  }
  if (!name.endsWith('.npy')) return `it holds "${name}", and only arrays, files that end in .npy, are expected.`;
  if (before.some((other) => other.name === name)) return `two of its files are called "${name}".`;
  const most = compression === 0 ? size : size * largestRatio;
  if (size < 0 || size > length || originalSize < 0 || originalSize > most) {
    return `it says that "${name}" has ${originalSize} bytes, packed in ${size}, which cannot be in an archive of ${length} bytes.`;
  }
  const total = before.reduce((sum, other) => sum + other.originalSize, originalSize);
  return total > limit ? `it unpacks to more than ${limit / 1e6} MB.` : undefined;
}
