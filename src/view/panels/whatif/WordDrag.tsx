// A word under the hand that carries it, and a mark where it would be put down.
import { wordMark } from '../../draw/whatif/wordMarks.ts';
import type { CarriedWord, Tools } from './tools.ts';

export function WordDrag({ tools, carried }: { readonly tools: Tools; readonly carried: CarriedWord }) {
  const { axis, from, to, x, y } = carried;
  const root = tools.root.getBoundingClientRect();
  const goal = wordMark(tools.root, { axis, index: to })?.getBoundingClientRect();
  const side = to > from ? goal?.right : goal?.left;
  return (
    <div aria-hidden="true">
      <div className="what-if-carried" style={{ transform: `translate(${x - root.left}px, ${y - root.top}px) translate(-50%, -120%)` }}>
        {tools.scene()?.tokens[axis][from - 1]}
      </div>
      {to !== from && goal && side !== undefined && <div className="what-if-goal" style={{ left: side - root.left, top: goal.top - root.top, height: goal.height }} />}
    </div>
  );
}
