// A network as a small figure: input, state and output boxes with their arrows, what is read below them, what should come out above.
import { targetSlot } from '../../../engine/equation/program.ts';
import { unmarked } from '../../../engine/symbols/letters.ts';
import { inputsOf } from '../../../engine/run/sequences.ts';
import type { Task } from '../../../engine/tasks/task.ts';
import { centre, middle } from '../../layout/rect.ts';
import type { ColumnLayout } from '../../layout/score/types.ts';
import type { Scene } from '../../scene/scene.ts';
import { PlainColumns } from '../score/PlainColumns.tsx';
import { Score } from '../score/Score.tsx';
import { hasInput, layoutOf } from '../score/scoreSpec.ts';
import './figure.css';

interface FigureProps {
  readonly scene: Scene;
  /** For pictures: how wide and how high. */
  readonly grid: Task['grid'];
  /** 0 unrolled … 1 folded. */
  readonly fold: number;
}

/** Size of a figure, in pixels of its own: it is drawn as large as its place. */
const figureSize = { width: 420, height: 260 };

/** Room above and below the boxes for words. */
const [above, below] = [20, 28];

const nothing = (): void => {};

export function Figure({ scene, grid, fold }: FigureProps) {
  const { width, height } = figureSize;
  const place = { width, height: height - above - below, fold, zoom: 1, scrollX: 0, detail: 'plain' } as const;
  const { places, column } = layoutOf(scene, place);
  const columns = Array.from({ length: places.count }, (_, k) => column(k + 1));
  const words = 1 - Math.min(fold * 4, 1);
  return (
    <svg className="figure" viewBox={`0 0 ${width} ${height}`} xmlns="http://www.w3.org/2000/svg">
      <g transform={`translate(0,${above})`}>
        <Score scene={scene} {...place} Plain={PlainColumns} selection={null} onSelect={nothing} onHover={nothing} digits={2} />
      </g>
      <Letters scene={scene} columns={fold < 1 ? columns : [...new Map(columns.map((each) => [each.axis, each])).values()]} />
      {words > 0 && (
        <g opacity={words < 1 ? words : undefined}>
          {columns.map((each) => (
            <Words key={each.index} scene={scene} column={each} grid={grid} isCrowded={places.count > 5} />
          ))}
        </g>
      )}
    </svg>
  );
}

/** The letter of each state in its box: h, c. */
function Letters({ scene: { anatomy, network }, columns }: { readonly scene: Scene; readonly columns: readonly ColumnLayout[] }) {
  return columns.flatMap(({ index, axis, boxes }) =>
    anatomy.staves.map(({ id, kind, slots }) => {
      const box = boxes[id];
      const slot = network.program.slots[slots[axis][0] ?? -1];
      if (kind !== 'state' || !box || !slot) return null;
      return (
        <text key={`${index} ${id}`} className="figure-letter" x={centre(box)} y={above + middle(box)} fontSize={Math.min(14, box.height * 0.75)} aria-hidden="true">
          {unmarked(slot.symbol).bare}
        </text>
      );
    }),
  );
}

interface WordsProps {
  readonly scene: Scene;
  readonly column: ColumnLayout;
  readonly grid: Task['grid'];
  readonly isCrowded: boolean;
}

/** What one column reads, and what should come out of it. */
function Words({ scene, column: { boxes, axis, row }, grid, isCrowded }: WordsProps) {
  const [input, output] = [boxes['inputs'], boxes['outputs']];
  const size = isCrowded ? 11 : 12.5;
  return (
    <>
      {output && (
        <text className="figure-word is-output" x={centre(output)} y={above + output.y - 7} fontSize={size}>
          {targetName(scene, row)}
        </text>
      )}
      {input && hasInput(scene, axis, row) && (
        grid && axis === 0 ? (
          <Picture values={pixelsOf(scene, row)} grid={grid} x={centre(input)} y={above + input.y + input.height + 6} />
        ) : (
          <text className="figure-word is-input" x={centre(input)} y={above + input.y + input.height + 17} fontSize={size}>
            {scene.tokens[axis][row - 1]}
          </text>
        )
      )}
    </>
  );
}

/** The class that is right at a row; where there are but two, yes or no. */
function targetName({ trace, outputs, network }: Scene, row: number): string {
  const target = trace.values[targetSlot]?.[row] ?? 0;
  if (network.model.loss === 'cross_entropy') return outputs[target] ?? '';
  return target === 1 ? (outputs[0] ?? '') : `not ${outputs[0] ?? ''}`;
}

function pixelsOf({ trace, network }: Scene, row: number): readonly number[] {
  const read = inputsOf(trace.example, 0);
  const size = network.model.inputSize;
  return read?.kind === 'dense' ? [...read.values.subarray((row - 1) * size, row * size)] : [];
}

/** Side of a pixel of a picture that is read. */
const side = 5;

function Picture({ values, grid: { width, height }, x, y }: { readonly values: readonly number[]; readonly grid: NonNullable<Task['grid']>; readonly x: number; readonly y: number }) {
  const left = x - (width * side) / 2;
  return (
    <g className="figure-picture">
      <rect x={left - 1.5} y={y - 1.5} width={width * side + 3} height={height * side + 3} rx={2} />
      {values.map((value, k) => value > 0 && <rect key={k} className="is-on" opacity={value} x={left + (k % width) * side} y={y + Math.floor(k / width) * side} width={side} height={side} />)}
    </g>
  );
}
