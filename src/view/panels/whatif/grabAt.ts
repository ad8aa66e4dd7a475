// What a press on the score has hold of: a number, the 1 of a word, a word; null where it is an ordinary press.
import { sameReference, type Reference } from '../../../engine/reference.ts';
import { referenceOf } from '../../draw/score/marks.ts';
import { wordAt } from '../../draw/whatif/wordMarks.ts';
import type { Grab } from '../../hooks/markDrag.ts';
import { numberGrab, refusingGrab, wordGrab } from './grabs.ts';
import { editAt } from './numberEdit.ts';
import { handOf, refuse, type Tools } from './tools.ts';
import { carryGrab } from './carry.ts';

export function grabAt(event: PointerEvent, tools: Tools): Grab | null {
  const { target } = event;
  const scene = tools.scene();
  if (!scene || !(target instanceof Element)) return null;
  const isFinger = event.pointerType === 'touch';
  const word = wordAt(target);
  if (word) return isFinger ? null : carryGrab(word, tools);
  const reference = pointedAt(target, tools);
  if (!reference) return null;
  const { selection, pinned } = tools.stores.views.getState();
  // A finger scrolls, unless what it presses has been chosen before.
  if (isFinger && !(pinned && sameReference(selection, reference))) return null;
  const edit = editAt(scene, tools.stores.documents.getState().document, reference);
  // A strip of computed numbers is ground: a hand that pulls at it moves along the sequence.
  if (!edit) return isFinger || target.matches('[data-heat]') ? null : refusingGrab(() => refuse(tools, reference));
  if (edit.kind === 'number') return numberGrab(edit, handOf(tools));
  return wordGrab(edit, rowHeightAt(target, tools.root), handOf(tools));
}

/** The number under a pointer: by its mark, or, where many are drawn as one, by where the drawing says the pointer is. */
export function pointedAt(target: Element, { stores }: Pick<Tools, 'stores'>): Reference | null {
  return referenceOf(target) ?? (target.matches('[data-heat], [data-matrix]') ? stores.views.getState().hover : null);
}

/** Pixels between two rows of a column of numbers: of the first and the last that are drawn, else the height of the one. */
function rowHeightAt(target: Element, root: HTMLElement): number {
  const mark = target.closest('[data-symbol]');
  if (!mark) return 20;
  const column = [...root.querySelectorAll(`[data-symbol="${CSS.escape(mark.getAttribute('data-symbol') ?? '')}"][data-t="${mark.getAttribute('data-t') ?? ''}"]`)];
  const [first, last] = [column[0], column.at(-1)];
  const rows = Number(last?.getAttribute('data-unit')) - Number(first?.getAttribute('data-unit'));
  const height = mark.getBoundingClientRect().height;
  if (!first || !last || !(rows > 0)) return Math.max(height, 8);
  return Math.max((last.getBoundingClientRect().top - first.getBoundingClientRect().top) / rows, 2);
}
