// A file that a worker makes of the network in view.
import { useMemo, useState } from 'react';
import type { Wish } from '../../../../engine/workshop/packing.ts';
import { download } from '../../../draw/export/download.ts';
import { useWorked } from '../useWorked.ts';
import type { FileToSave } from './FileCard.tsx';
import type { TakenNetwork } from './taken.ts';

interface Asked {
  readonly wish: Wish;
  readonly name: string;
  readonly type: string;
}

interface PackedFile {
  readonly file: FileToSave | null;
  /** Of a file of many numbers, which is not asked for yet: has it made. */
  readonly make: (() => void) | null;
  readonly problem: string | null;
}

/** A file of more numbers is made when the reader asks for it, and not for the sake of its first lines. */
const mostNumbers = 150_000;

/** No file until it is made, and where nothing is meant. `meant` is the same object as long as the same file is. `numbers`: about as many are in it. */
export function usePacked({ model, parameters }: TakenNetwork, meant: Asked | null, numbers: number): PackedFile {
  const [wanted, want] = useState<Asked | null>(null);
  const asked = numbers <= mostNumbers || wanted === meant ? meant : null;
  const input = useMemo(() => asked && { ...asked.wish, model, parameters, asked }, [model, parameters, asked]);
  const { worked, problem } = useWorked('pack', input);
  const file = useMemo((): FileToSave | null => {
    if (!worked || worked.input.kind !== asked?.wish.kind) return null;
    const { result: { bytes, head }, input: { asked: { name, type } } } = worked;
    const blob = new Blob([bytes as BlobPart], { type }); // it came by a message, so its memory is not shared
    return { name, bytes: blob.size, head, save: () => download(blob, name) };
  }, [worked, asked]);
  return { file, make: meant && !asked ? () => want(meant) : null, problem };
}
