// One time step: what it reads, its states, its output if it has one, the arrows that lead there, and the word below.
import { memo } from 'react';
import { inputsOf } from '../../../engine/run/sequences.ts';
import type { Reference } from '../../../engine/reference.ts';
import { arrowsOf } from '../../layout/score/arrows.ts';
import type { ColumnLayout } from '../../layout/score/types.ts';
import { WordMark } from '../whatif/WordMark.tsx';
import { ArrowLabel } from './ArrowLabels.tsx';
import { momentPlace } from './current.ts';
import { columnView, localColumn } from './geometry.ts';
import { InputBox } from './InputBox.tsx';
import { OutputBox } from './OutputBox.tsx';
import type { Paint } from './paint.ts';
import { PlaceText } from './PlaceText.tsx';
import { ScoreArrow } from './ScoreArrow.tsx';
import { StateBox } from './StateBox.tsx';

export interface ColumnProps {
  readonly paint: Paint;
  readonly index: number;
  readonly selection: Reference | null;
  /** Columns of numbers that have not landed yet. */
  readonly hidden?: ReadonlySet<string> | undefined;
  /** Everything that it looks like: while this stays the same, it is not drawn again. */
  readonly stamp: string;
  /** How much of the arrows is seen: they go as the columns fold. */
  readonly arrows: number;
}

/** Drawn with its axis at 0, so that moving it draws nothing anew. */
export const Column = memo(ColumnView, (a, b) => a.stamp === b.stamp && a.selection === b.selection && a.paint.scene.numbers === b.paint.scene.numbers && a.paint.ranges === b.paint.ranges);

function ColumnView({ paint, index, selection, hidden, arrows }: ColumnProps) {
  const { scene, layout } = paint;
  const column = layout.column(index);
  const local = localColumn(column);
  const shared = { paint, column: local, selection };
  return (
    <>
      {arrows > 0 && (
        <g opacity={arrows < 1 ? arrows : undefined}>
          <Arrows paint={paint} column={column} />
        </g>
      )}
      <InputBox {...shared} />
      <OutputBox {...shared} hidden={hidden} />
      {scene.anatomy.staves.map((stave) => (stave.kind === 'state' || stave.kind === 'gates' ? <StateBox key={stave.id} {...shared} stave={stave} hidden={hidden} /> : null))}
      {!layout.spec.isRepeat && column.room >= 34 && (arrows > 0 || index === layout.spec.current) && <Foot paint={paint} column={local} />}
    </>
  );
}

function Arrows({ paint, column }: { readonly paint: Paint; readonly column: ColumnLayout }) {
  const { chains, slots } = paint.scene.network.program;
  const arrows = arrowsOf(paint.layout, column.index, (index) => columnView(paint, index));
  const isPassage = ({ kind, chain, carries }: (typeof arrows)[number]): boolean =>
    kind === 'state' && chains[chain]?.states.some((slot) => slots[slot]?.symbol === carries.symbol) === false;
  return (
    <>
      {arrows.map((arrow) => <ScoreArrow key={arrow.id} paint={paint} arrow={arrow} origin={column.centre} isPassage={isPassage(arrow)} />)}
      {arrows.map((arrow) => <ArrowLabel key={arrow.id} paint={paint} arrow={arrow} column={column} origin={column.centre} />)}
    </>
  );
}

/** The word that is read, and its time. */
function Foot({ paint, column }: { readonly paint: Paint; readonly column: ColumnLayout }) {
  const { scene, layout } = paint;
  const { axis, row, room } = column;
  const at = momentPlace(scene);
  const isNow = at?.axis === axis && at.row === row;
  const word = scene.tokens[axis][row - 1] ?? '';
  // A picture is read as a whole: what it was typed as is long, and stands in small letters.
  const isTyped = inputsOf(scene.trace.example, axis)?.kind === 'dense';
  const size = isTyped ? 10 : room >= 92 ? 16 : 12;
  const { word: y, time } = layout.staves;
  const middle = { x: 0, y, room: room - 6, size };
  const text = <PlaceText {...middle} weight={isNow ? 700 : 500} text={word} isMono={isTyped} className={`score-word ${isNow ? 'is-now' : ''} ${isTyped ? 'is-typed' : ''}`} />;
  return (
    <>
      {word !== '' && (scene.isFixed ? text : <WordMark {...middle} axis={axis} index={row} word={word}>{text}</WordMark>)}
      <text className="score-time" x={0} y={time} fontSize={12}>
        {`t = ${row}`}
      </text>
    </>
  );
}
