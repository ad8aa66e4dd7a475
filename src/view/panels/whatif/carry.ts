// A word dragged sideways: it goes with the hand, and where the hand lets go it is put down among the others.
import type { Grab } from '../../hooks/markDrag.ts';
import { wordAt, type WordPlace } from '../../draw/whatif/wordMarks.ts';
import { said, type Tools } from './tools.ts';
import { changeWords } from './wordEdits.ts';

export function carryGrab({ axis, index }: WordPlace, tools: Tools): Grab {
  let middles: readonly { readonly index: number; readonly x: number }[] = [];
  let to = index;
  return {
    begin() {
      middles = [...tools.root.querySelectorAll('[data-word]')].flatMap((mark) => {
        const place = wordAt(mark);
        const { left, width } = mark.getBoundingClientRect();
        return place?.axis === axis ? [{ index: place.index, x: left + width / 2 }] : [];
      });
    },
    move({ x, y }) {
      const nearest = middles.reduce<(typeof middles)[number] | null>((best, each) => (best && Math.abs(best.x - x) <= Math.abs(each.x - x) ? best : each), null);
      to = nearest?.index ?? index;
      tools.carry({ axis, from: index, to, x, y });
    },
    end(isCancelled) {
      tools.carry(null);
      if (!isCancelled && to !== index) said(tools.whatIf, changeWords(tools, axis, { kind: 'move', from: index, to }));
    },
  };
}
