// A file that a worker makes of the network in view.
import { useMemo } from 'react';
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

/** Null until it is made, and where nothing is asked for. `asked` is the same object as long as the same file is meant. */
export function usePacked({ model, parameters }: TakenNetwork, asked: Asked | null): { readonly file: FileToSave | null; readonly problem: string | null } {
  const input = useMemo(() => asked && { ...asked.wish, model, parameters, asked }, [model, parameters, asked]);
  const { worked, problem } = useWorked('pack', input);
  const file = useMemo((): FileToSave | null => {
    if (!worked || worked.input.kind !== asked?.wish.kind) return null;
    const { result: { content, head }, input: { asked: { name, type } } } = worked;
    const blob = new Blob([content as BlobPart], { type });
    return { name, bytes: blob.size, head, save: () => download(blob, name) };
  }, [worked, asked]);
  return { file, problem };
}
