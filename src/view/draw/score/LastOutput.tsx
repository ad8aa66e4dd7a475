// The one output of a sequence whose steps are strips: it keeps its numbers.
import type { Reference } from '../../../engine/reference.ts';
import { Arrow } from './Arrow.tsx';
import { OutputBox } from './OutputBox.tsx';
import type { Paint } from './paint.ts';

export function LastOutput({ paint, selection }: { readonly paint: Paint; readonly selection: Reference | null }) {
  const { layout, scene } = paint;
  const column = layout.column(layout.spec.T);
  const { outputs, states } = layout.staves;
  const isThere = scene.read({ symbol: paint.answer, t: column.t, unit: 1 }) !== null;
  const isBack = scene.read({ symbol: `d${paint.state}_out`, t: column.t, unit: 1 }) !== null;
  return (
    <>
      {isBack ? (
        <Arrow tone="gradient" state="done" from={[column.centre, outputs.y + outputs.height]} to={[column.centre, states.y + 16]} />
      ) : (
        <Arrow tone="output" state={isThere ? 'done' : 'future'} from={[column.centre, states.y + 16]} to={[column.centre, outputs.y + outputs.height + 3]} />
      )}
      <OutputBox paint={paint} column={column} selection={selection} />
    </>
  );
}
