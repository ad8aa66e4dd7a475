// Commands that change a sentence word by word, and what is read at one step.
import type { CommandRow, CommandRows, Payloads } from './command.ts';
import type { UnrolledDocument } from './document.ts';
import { grow, growthProblem } from './growth.ts';
import { withInputNumber, withInputWord } from './inputEdits.ts';
import { writeNumber } from './numberText.ts';
import { editWords, type Edited } from './wordEdits.ts';
import { quote } from './words.ts';

/** A row for a change that either leads to a document, or says why it cannot be made. */
function row<Payload>(rest: Omit<CommandRow<Payload>, 'refusal' | 'run'>, change: (document: UnrolledDocument, payload: Payload) => Edited): CommandRow<Payload> {
  const edit = remembered(change);
  return {
    ...rest,
    refusal: (document, payload) => {
      const edited = edit(document, payload);
      return typeof edited === 'string' ? edited : null;
    },
    run: (document, payload) => {
      const edited = edit(document, payload);
      return typeof edited === 'string' ? document : edited;
    },
  };
}

/** A command is asked whether it can be carried out and then carried out: the work is done once. */
function remembered<Payload>(change: (document: UnrolledDocument, payload: Payload) => Edited): typeof change {
  let latest: { readonly document: UnrolledDocument; readonly payload: Payload; readonly edited: Edited } | null = null;
  return (document, payload) => {
    if (latest?.document !== document || latest.payload !== payload) latest = { document, payload, edited: change(document, payload) };
    return latest.edited;
  };
}

/** The document with new words in its vocabulary, for an edit that brings them. */
const grown = (document: UnrolledDocument, words: readonly string[] | undefined, edit: (grown: UnrolledDocument) => Edited): Edited =>
  growthProblem(document, words ?? []) ?? edit(grow(document, words ?? []));

const rowName = ({ axis = 0, t, unit }: Payloads['setInputWord']): string => `${axis === 1 ? "the decoder's input" : 'the input'} at ${t}, row ${unit}`;

export const wordCommands: CommandRows<'replaceWord' | 'insertWord' | 'deleteWord' | 'moveWord' | 'setInputWord' | 'editInput'> = {
  replaceWord: row(
    { history: 'commit', words: ({ word }) => `put ${quote(word)} there instead` },
    (document, { axis = 0, index, word, addWords }) => grown(document, addWords, (larger) => editWords(larger, axis, { kind: 'replace', index, word })),
  ),
  insertWord: row(
    { history: 'commit', words: ({ word }) => `insert ${quote(word)}` },
    (document, { axis = 0, index, word, addWords }) => grown(document, addWords, (larger) => editWords(larger, axis, { kind: 'insert', index, word })),
  ),
  deleteWord: row(
    { history: 'commit', words: ({ index }) => `take out number ${index}` },
    (document, { axis = 0, index }) => editWords(document, axis, { kind: 'delete', index }),
  ),
  moveWord: row(
    { history: 'commit', words: ({ from, to }) => `move number ${from} to ${to}` },
    (document, { axis = 0, from, to }) => editWords(document, axis, { kind: 'move', from, to }),
  ),
  setInputWord: row(
    { history: 'merge', words: (payload) => `choose ${rowName(payload)}`, target: ({ axis = 0, t }) => `${axis} ${t}` },
    (document, { axis = 0, ...place }) => withInputWord(document, axis, place),
  ),
  editInput: row(
    { history: 'merge', words: (payload) => `set ${rowName(payload)} to ${writeNumber(payload.value)}`, target: ({ axis = 0, t, unit }) => `${axis} ${t} ${unit}` },
    (document, { axis = 0, value, ...place }) => withInputNumber(document, axis, place, value),
  ),
};
