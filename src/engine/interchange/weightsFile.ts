// Weights from a file of any format, told apart by their first bytes.
import { strFromU8 } from 'fflate';
import { readJsonWeights } from './jsonWeights.ts';
import { isNpy } from './npy.ts';
import { readNpz } from './npz.ts';
import { readSafetensors } from './safetensors.ts';
import type { NamedTensor } from './tensor.ts';

interface Format {
  readonly isIt: (bytes: Uint8Array) => boolean;
  readonly read: (bytes: Uint8Array) => readonly NamedTensor[];
}

const beginsWith = (...start: readonly number[]) => (bytes: Uint8Array): boolean => start.every((byte, k) => bytes[k] === byte);

const refuse = (words: string) => (): never => {
  throw new Error(`${words} Weights are read from .safetensors, .npz and .json files.`);
};

const safetensors: Format = { isIt: (bytes) => bytes[8] === 0x7b, read: (bytes) => readSafetensors(bytes).tensors };

/** In a safetensors file the eighth byte is the highest of its header's length, and so 0; a text has no such byte. */
const json: Format = { isIt: (bytes) => bytes[0] === 0x7b && bytes[7] !== 0, read: (bytes) => readJsonWeights(strFromU8(bytes)) };

/** The first that fits. A safetensors file may begin with any byte, as its header's length stands there, but "{" is its ninth. */
const formats: readonly Format[] = [
  { isIt: isNpy, read: refuse('This is a .npy file: a single array, without a name that says which weight it is. numpy.savez keeps names.') },
  json,
  safetensors,
  { isIt: beginsWith(0x50, 0x4b), read: readNpz },
  { isIt: beginsWith(0x89, 0x48, 0x44, 0x46), read: refuse('This is an HDF5 file, as Keras writes .h5.') },
  { isIt: beginsWith(0x80, 0x02), read: refuse('This is pickled Python, as older versions of torch.save wrote it.') },
];

/** The tensors of a .safetensors, .npz or .json file. Throws an `Error` that says what was seen and what is expected. */
export function readWeightsFile(bytes: Uint8Array): readonly NamedTensor[] {
  const { read } = formats.find(({ isIt }) => isIt(bytes)) ?? safetensors;
  return read(bytes);
}
