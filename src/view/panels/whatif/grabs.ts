// What a hand has hold of, and what its movements do: a number goes up and down, the 1 of a word goes to another row.
import type { Reference } from '../../../engine/reference.ts';
import type { Grab, HandMove } from '../../hooks/markDrag.ts';
import { tenthsAPixel } from '../../layout/dragScale.ts';
import { clamp } from '../../layout/rect.ts';
import { newGesture } from './gesture.ts';
import { goneTo, type NumberEdit, type WordEdit } from './numberEdit.ts';
import type { Command } from '../../../state/commands.ts';
import type { Subject } from './whatIf.ts';

/** What a grab may do with the page. */
export interface Hand {
  readonly begin: (subject: Subject) => void;
  readonly dispatch: (command: Command) => string | null;
  readonly select: (reference: Reference) => void;
  /** Takes the whole drag back. */
  readonly takeBack: () => void;
}

/** Up and right is more. Which of the two counts is decided by the first movement. */
export function numberGrab(edit: NumberEdit, hand: Hand): Grab {
  const { reference, value, command } = edit;
  const gesture = newGesture();
  let isSideways: boolean | null = null;
  let rest = 0;
  let tenths = 0;
  let last = value;
  let hasDone = false;
  return {
    begin() {
      hand.begin({ kind: 'number', reference });
      hand.select(reference);
    },
    move(move: HandMove) {
      isSideways ??= Math.abs(move.dx) > Math.abs(move.dy);
      rest += isSideways ? move.dx : -move.dy;
      const pixels = Math.trunc(rest);
      rest -= pixels;
      tenths += pixels * tenthsAPixel(move);
      const next = goneTo(edit, tenths);
      if (Object.is(next, last)) return;
      last = next;
      hasDone = hand.dispatch(command(next, gesture)) === null || hasDone;
    },
    end(isCancelled) {
      if (isCancelled && hasDone) hand.takeBack();
    },
  };
}

/** The 1 comes to the row that was pressed, and goes with the hand. `rowHeight`: pixels from one row of the drawing to the next. */
export function wordGrab({ given, row, rows, command }: WordEdit, rowHeight: number, hand: Hand): Grab {
  const gesture = newGesture();
  const { symbol, t, axis } = given;
  let way = 0;
  let last = row;
  let hasDone = false;
  const choose = (next: number): void => {
    if (next === last) return;
    last = next;
    hasDone = hand.dispatch(command(next, gesture)) === null || hasDone;
    hand.select({ symbol, t, unit: next });
  };
  return {
    begin() {
      hand.begin({ kind: 'word', axis, change: { kind: 'replace', index: t } });
      choose(given.unit);
    },
    move({ dy }) {
      way += dy;
      choose(clamp(given.unit + Math.round(way / rowHeight), 1, rows));
    },
    end(isCancelled) {
      if (isCancelled && hasDone) hand.takeBack();
    },
  };
}

/** A number that is computed: a hand that pulls at it is told so. */
export const refusingGrab = (refuse: () => void): Grab => ({ begin: refuse, move: () => undefined, end: () => undefined });
