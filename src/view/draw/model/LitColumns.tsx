// The columns of the matrices on the input that the word in view picks, in every gate of the cell that reads it.
import { inputsOf } from '../../../engine/run/sequences.ts';
import type { Anatomy } from '../../anatomy/anatomy.ts';
import type { ModelLayout } from '../../layout/model/types.ts';
import type { Scene } from '../../scene/scene.ts';
import type { Work } from './work.ts';

interface Props {
  readonly scene: Scene;
  readonly anatomy: Anatomy;
  readonly model: ModelLayout;
  readonly work: Work;
}

export function LitColumns({ scene, anatomy, model, work }: Props) {
  const { network, trace, moment } = scene;
  const { chains, parameters } = network.program;
  const read = inputsOf(trace.example, chains[work.chain]?.axis ?? 0);
  if (moment?.phase !== 'forward' || work.chain < 0 || read?.kind !== 'one-hot') return null;
  const word = read.indices[work.row - 1] ?? -1;
  return anatomy.groups.filter(({ chain }) => chain === work.chain).flatMap(({ input }) => input).map((index) => {
    const place = model.matrices[parameters[index]?.symbol ?? ''];
    const column = word - (place?.firstColumn ?? 0);
    if (!place || word < 0 || column < 0 || column >= place.columns) return null;
    const { x, y, cellWidth, height } = place;
    const edge = Math.min(2, cellWidth / 4);
    return <rect key={index} className="score-lit-column" x={x + column * cellWidth - edge} y={y - edge} width={cellWidth + edge} height={height + edge} rx={Math.min(3, edge + 1)} aria-hidden="true" />;
  });
}
