// Words of the sentence put in, taken out, replaced and moved: as commands, with the columns gliding to their new places.
import type { Axis } from '../../../engine/topology/index.ts';
import type { Command } from '../../../state/commands.ts';
import type { WordChange } from '../../layout/moves.ts';
import { handOf, type Tools } from './tools.ts';

/**
 * `word`: the one that comes, where one comes; `isNew`: the vocabulary has to take it in first. Returns null, or why not, in
 * words that the caller shows.
 */
export function changeWords(tools: Tools, axis: Axis, change: WordChange, word = '', isNew = false): string | null {
  handOf(tools).begin({ kind: 'word', axis, change });
  return tools.whatIf.dispatch(commandOf(axis, change, word, isNew));
}

function commandOf(axis: Axis, change: WordChange, word: string, isNew: boolean): Command {
  const addWords = isNew ? [word] : undefined;
  switch (change.kind) {
    case 'replace':
      return { type: 'replaceWord', axis, index: change.index, word, addWords };
    case 'insert':
      return { type: 'insertWord', axis, index: change.index, word, addWords };
    case 'delete':
      return { type: 'deleteWord', axis, index: change.index };
    case 'move':
      return { type: 'moveWord', axis, from: change.from, to: change.to };
  }
}
