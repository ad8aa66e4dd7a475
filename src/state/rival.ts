// The second network beside the first: which document it has, and the commands that change it.
import type { CommandRows } from './command.ts';
import type { Rival, UnrolledDocument } from './document.ts';
import { limitProblem, limits, grouped } from './limits.ts';
import { allFitted } from './starts.ts';
import { cellProblem, directionProblem, withCell, withDirection } from './wiring.ts';

/**
 * The document of the second network: the same sentence, seed, training and place, with what the rival does otherwise. Null
 * where there is none.
 */
export function rivalDocument(document: UnrolledDocument): UnrolledDocument | null {
  const { rival } = document;
  if (rival === null) return null;
  const { cell, bidirectional, hiddenSize, biases, clipping, changes } = rival;
  let other: UnrolledDocument = { ...document, rival: null };
  // A part that does not go with the task waits.
  if (cell !== undefined && cellProblem(document, cell) === null) other = { ...withCell(other, cell), hiddenSize: document.hiddenSize, initialisation: document.initialisation };
  if (bidirectional !== undefined && directionProblem(document, bidirectional) === null) other = withDirection(other, bidirectional);
  if (hiddenSize !== undefined) other = { ...other, hiddenSize, initialStates: allFitted(other.initialStates, hiddenSize) };
  if (biases !== undefined) other = { ...other, biases };
  if (clipping !== undefined) other = { ...other, clipping };
  return changes === undefined ? other : { ...other, changes: [...other.changes, ...changes] };
}

/** Null where such a second network can be; else why not. */
function rivalProblem(document: UnrolledDocument, { cell, bidirectional, hiddenSize, clipping, changes = [] }: Rival): string | null {
  return (
    (cell === undefined ? null : cellProblem(document, cell)) ??
    (bidirectional === undefined ? null : directionProblem(document, bidirectional)) ??
    (hiddenSize === undefined ? null : limitProblem('hiddenSize', hiddenSize)) ??
    (clipping ? limitProblem('clipping', clipping.limit) : null) ??
    (changes.length <= limits.changes.high ? null : `At most ${grouped(limits.changes.high)} changes of the second network's weights are kept.`)
  );
}

/** The parts of a rival that say something. */
function told(rival: Rival): Rival {
  return Object.fromEntries(Object.entries(rival).filter(([, part]) => part !== undefined));
}

export const rivalCommands: CommandRows<'setRival' | 'editRival'> = {
  setRival: {
    history: 'commit',
    words: ({ rival }) => (rival ? 'compare with a second network' : 'close the second network'),
    refusal: (document, { rival }) => rival && rivalProblem(document, rival),
    run: (document, { rival }) => ({ ...document, rival: rival && told(rival) }),
  },
  editRival: {
    history: 'merge',
    words: () => 'change the second network',
    target: ({ rival }) => Object.keys(rival).join(' '),
    refusal: (document, { rival }) => rivalProblem(document, rival),
    run: (document, { rival }) => ({ ...document, rival: told({ ...document.rival, ...rival }) }),
  },
};
