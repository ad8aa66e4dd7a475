// Keys on the numbers and words of the score: Alt with ↑ ↓ changes a number, Enter types it; Enter, Delete and Alt with ← → are for words.
import { sameReference, type Reference } from '../../../engine/reference.ts';
import { wordAt, wordMark, type WordPlace } from '../../draw/whatif/wordMarks.ts';
import { referenceOf } from '../../draw/score/marks.ts';
import { pixelsAKey, tenthsAPixel } from '../../layout/dragScale.ts';
import { keyGestures } from './gesture.ts';
import { editAt, goneTo, type NumberEdit, type WordEdit } from './numberEdit.ts';
import { handOf, refuse, said, type Tools } from './tools.ts';
import { changeWords } from './wordEdits.ts';

/** Answers a key, and says whether it did. Made once a page, as it knows which presses belong together. */
type KeyHandler = (event: KeyboardEvent, tools: Tools) => boolean;

export function createKeyHandler(): KeyHandler {
  const gestureOf = keyGestures();
  return (event, tools) => {
    if (!(event.target instanceof Element)) return false;
    const word = wordAt(event.target);
    if (word) return wordKey(event, word, event.target, tools);
    const reference = referenceOf(event.target);
    return reference !== null && numberKey(event, reference, event.target, tools, gestureOf);
  };
}

function numberKey(event: KeyboardEvent, reference: Reference, mark: Element, tools: Tools, gestureOf: ReturnType<typeof keyGestures>): boolean {
  const { documents, views } = tools.stores;
  const scene = tools.scene();
  if (!scene) return false;
  const { selection, pinned } = views.getState();
  const isChosen = pinned && sameReference(selection, reference);
  const isTyped = event.key === 'F2' || (event.key === 'Enter' && isChosen);
  const way = event.altKey && event.key === 'ArrowUp' ? 1 : event.altKey && event.key === 'ArrowDown' ? -1 : 0;
  if (!isTyped && way === 0) return false;
  const edit = editAt(scene, documents.getState().document, reference);
  if (!edit) refuse(tools, reference);
  else if (isTyped) openField(edit, mark, tools);
  else nudge(edit, way, event, tools, gestureOf);
  return true;
}

/** A number is typed; the word of a column is chosen by its row: the 1 comes to where the key was pressed. */
function openField(edit: NumberEdit | WordEdit, anchor: Element, tools: Tools): void {
  if (edit.kind === 'number') return tools.open({ kind: 'value', reference: edit.reference, anchor });
  const hand = handOf(tools);
  const { axis, t, unit } = edit.given;
  if (unit === edit.row) return tools.open({ kind: 'word', axis, index: t, anchor });
  hand.begin({ kind: 'word', axis, change: { kind: 'replace', index: t } });
  hand.dispatch(edit.command(unit));
}

function nudge(edit: NumberEdit | WordEdit, way: number, event: KeyboardEvent, tools: Tools, gestureOf: ReturnType<typeof keyGestures>): void {
  const hand = handOf(tools);
  if (edit.kind === 'word') {
    const { axis, t, symbol } = edit.given;
    const row = edit.row - way;
    if (row < 1 || row > edit.rows) return;
    const { name, isNew } = gestureOf(`${symbol} ${t}`);
    if (isNew) hand.begin({ kind: 'word', axis, change: { kind: 'replace', index: t } });
    hand.dispatch(edit.command(row, name));
    hand.select({ symbol, t, unit: row });
    return;
  }
  const { name, isNew } = gestureOf(JSON.stringify(edit.reference));
  if (isNew) hand.begin({ kind: 'number', reference: edit.reference });
  hand.select(edit.reference);
  const pace = tenthsAPixel({ isFine: event.shiftKey, isCoarse: event.ctrlKey || event.metaKey });
  hand.dispatch(edit.command(goneTo(edit, way * pixelsAKey * pace), name));
}

function wordKey(event: KeyboardEvent, word: WordPlace, anchor: Element, tools: Tools): boolean {
  const { axis, index } = word;
  const hasModifier = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  if (!hasModifier && (event.key === 'Enter' || event.key === ' ' || event.key === 'F2')) {
    tools.open({ kind: 'word', axis, index, anchor });
    return true;
  }
  if (!hasModifier && (event.key === 'Delete' || event.key === 'Backspace')) {
    said(tools.whatIf, changeWords(tools, axis, { kind: 'delete', index }));
    return true;
  }
  const way = event.altKey && event.key === 'ArrowRight' ? 1 : event.altKey && event.key === 'ArrowLeft' ? -1 : 0;
  if (way === 0) return false;
  const to = index + way;
  if (to < 1 || to > (tools.scene()?.tokens[axis].length ?? 0)) return true;
  // The keyboard goes with the word.
  if (said(tools.whatIf, changeWords(tools, axis, { kind: 'move', from: index, to })) === null) wordMark(tools.root, { axis, index: to })?.focus();
  return true;
}
