// The folded cell: the one copy of all weights, with its loop; on the way back the gradients that add up there.
import { memo } from 'react';
import type { Reference } from '../../../engine/reference.ts';
import { cells } from '../../../engine/cells/index.ts';
import type { MatrixLayout } from '../../layout/model.ts';
import type { ScoreLayout } from '../../layout/score.ts';
import { bottom, centre, mix, right } from '../../layout/rect.ts';
import { Arrow } from './Arrow.tsx';
import { Matrix } from './Matrix.tsx';
import { entryIn, parameterView } from './parameterView.ts';
import type { Paint } from './paint.ts';
import { SymbolText } from './SymbolText.tsx';
import { Tray } from './Tray.tsx';

interface Props {
  readonly paint: Paint;
  readonly selection: Reference | null;
}

/** Whether a selection can be seen in the folded cell: values of a time step cannot. */
const concerns = (selection: Reference | null): Reference | null =>
  selection && (selection.t === undefined || selection.symbol.startsWith('sum_')) ? selection : null;

/** Scrolling leaves the folded cell where it is. */
const isSameModel = (a: ScoreLayout, b: ScoreLayout): boolean =>
  a === b || (a.spec.current === b.spec.current && a.spec.height === b.spec.height && JSON.stringify(a.model) === JSON.stringify(b.model));

export const Model = memo(
  ModelView,
  (a, b) =>
    a.paint.scene === b.paint.scene &&
    isSameModel(a.paint.layout, b.paint.layout) &&
    a.paint.digits === b.paint.digits &&
    a.paint.progress === b.paint.progress &&
    concerns(a.selection) === concerns(b.selection),
);

function ModelView({ paint, selection }: Props) {
  const { scene, layout, state, answer } = paint;
  const { model, staves } = layout;
  const { program } = scene.network;
  const { moment } = scene;
  const isBackward = moment?.phase === 'backward';
  const matrix = (symbol: string): MatrixLayout => model.matrices[symbol]!;
  const xh = matrix('W_xh');
  const hy = matrix('W_hy');
  const fold = layout.folding.model;
  const away = 1 - fold;
  const isUsed = (symbol: string): boolean => moment?.phase === 'forward' && moment.parameter === symbol;
  const hasOutput = (scene.trace.steps[layout.spec.current - 1]?.readout ?? null) !== null;
  const name = cells[scene.network.model.cell].title.replace(/^RNN with /, '');
  return (
    <g className={`score-model ${isBackward ? 'is-backward' : ''}`}>
      <path className={`score-loop is-${isBackward ? 'gradient' : 'state'} ${moment?.parameter === 'W_hh' ? 'is-now' : ''}`} d={model.loop} aria-hidden="true" />
      <path className={`score-loop-head is-${isBackward ? 'gradient' : 'state'}`} d={`M${model.cellBox.x},${model.cellBox.y + model.cellBox.height / 2}l-9,-4.5v9z`} aria-hidden="true" />
      <rect className="score-box is-state" {...model.cellBox} rx={10} aria-hidden="true" />
      <g aria-hidden="true">
        <SymbolText plain={`${state} = ${name}(·)`} size={13} className="score-head is-state" opacity={away} x={model.axis} y={staves.states.y + (layout.spec.height < 430 ? 12 : 15)} />
        <Arrow tone="input" state={isUsed('W_xh') ? 'now' : 'done'} from={[model.axis, mix(model.inputBox.y, staves.inputs.y, fold)]} to={[model.axis, bottom(model.cellBox) + 3]} />
        <Arrow tone="output" state={isUsed('W_hy') ? 'now' : 'done'} from={[model.axis, mix(model.loopTop, staves.states.y, fold)]} to={[model.axis, mix(bottom(model.outputBox), hasOutput ? staves.outputs.y + staves.outputs.height : bottom(model.outputBox), fold) + 3]} />
        {away > 0 && (
          <g opacity={away}>
            <rect className="score-box is-input" {...model.inputBox} rx={8} />
            <SymbolText plain="x" size={15} className="score-head is-input" x={model.axis} y={model.inputBox.y + model.inputBox.height / 2 + 5} />
          </g>
        )}
        {(away > 0 || !hasOutput) && (
          <g opacity={hasOutput ? away : 1}>
            <rect className="score-box is-output" {...model.outputBox} rx={8} />
            <SymbolText plain={answer} size={15} className="score-head is-output" x={model.axis} y={model.outputBox.y + model.outputBox.height / 2 + 4} />
          </g>
        )}
      </g>
      {/* The arrows pass behind the matrices. */}
      {away > 0 && [xh, hy].map((each) => <rect key={each.y} className="score-behind" x={each.x - 3} y={each.y - 3} width={each.width + 5} height={each.height + 5} rx={3} aria-hidden="true" />)}
      {program.parameters.map((parameter) => {
        const place = model.matrices[parameter.symbol];
        if (!place) return null;
        const view = parameterView(scene, parameter.symbol, paint.progress);
        const isBias = parameter.role === 'bias';
        const ghost = view.kind === 'new' ? (row: number, column: number) => entryIn({ symbol: parameter.symbol }, row, column, isBias) : undefined;
        return (
          <g key={parameter.symbol} className={`score-parameter ${moment?.parameter === parameter.symbol ? 'is-now' : ''}`}>
            <Matrix stamp={`${view.symbol} ${view.t ?? ''} ${view.isThere}`} paint={paint} matrix={place} parameter={parameter.symbol} of={(row, column) => entryIn(view, row, column, isBias)} ghostOf={ghost} isThere={view.isThere} isWritten={fold > 0.95} selection={concerns(selection)} />
          </g>
        );
      })}
      <LitColumn paint={paint} />
      <Labels paint={paint} fold={fold} />
      {isBackward && model.tray && away > 0 && <Tray paint={paint} tray={model.tray} selection={selection} />}
    </g>
  );
}

/** The column of W_xh that the word in view picks. */
function LitColumn({ paint }: { readonly paint: Paint }) {
  const { scene, layout } = paint;
  const { inputs } = scene.trace.example;
  const xh = layout.model.matrices['W_xh']!;
  if (scene.moment?.phase !== 'forward' || inputs.kind !== 'one-hot') return null;
  const column = inputs.indices[layout.spec.current - 1]! - xh.firstColumn;
  if (column < 0 || column >= xh.columns) return null;
  return <rect className="score-lit-column" x={xh.x + column * xh.cellWidth - 2} y={xh.y - 2} width={xh.cellWidth + 2.5} height={xh.height + 2.5} rx={3} aria-hidden="true" />;
}

/** The letters beside the matrices; for gradients with the value that takes the full colour. */
function Labels({ paint, fold }: { readonly paint: Paint; readonly fold: number }) {
  const { scene, layout } = paint;
  const { model, spec, staves } = layout;
  const { program } = scene.network;
  const isBackward = scene.moment?.phase === 'backward';
  const isNew = scene.moment?.phase === 'update';
  const isNarrow = model.width < 160;
  const inCell = program.parameters.filter((each) => each.symbol === 'W_hh' || spec.biases.includes(each.symbol));
  const size = isNarrow ? 11 : 12;
  const role = isBackward ? 'is-gradient' : '';
  return (
    <g aria-hidden="true" className="score-labels">
      {inCell.map(({ symbol, rows, columns }) => {
        const place = model.matrices[symbol]!;
        const isMatrix = symbol === 'W_hh';
        if (!isMatrix && fold < 0.5 && centre(place) - centre(model.matrices['W_hh']!) < (isBackward ? 48 : 42)) return null;
        const [first, second] = spec.biases.map((each) => model.matrices[each]);
        const isCrowded = first !== undefined && second !== undefined && second.x - first.x < 26;
        // Where two biases stand close, one letter names both.
        if (isCrowded && symbol === spec.biases[1]) return null;
        const text = isCrowded && !isMatrix ? 'b' : isMatrix ? (isBackward ? `Σ ∂L/∂${symbol}` : isNew ? `new ${symbol}` : `${symbol} ${rows}×${columns}`) : symbol;
        return <SymbolText key={symbol} plain={text} size={size} className={`score-label is-middle ${role}`} opacity={Math.abs(1 - 2 * fold)} x={centre(place)} y={fold < 0.5 ? bottom(model.cellBox) - 5 : staves.states.first - 6} />;
      })}
      {(['W_xh', 'W_hy'] as const).map((symbol) => {
        const place = model.matrices[symbol]!;
        const parameter = program.parameters.find((each) => each.symbol === symbol)!;
        const end = symbol === 'W_hy' ? right(model.matrices[spec.outputBias]!) : right(place);
        const isPart = place.columns < parameter.columns;
        return (
          <g key={symbol}>
            {isBackward ? (
              <Slope symbol={symbol} x={end + 6} y={place.y + place.height / 2} />
            ) : (
              <SymbolText plain={symbol} size={size} className="score-label" x={end + 7} y={place.y + place.height / 2 + 4} />
            )}
            {isPart && <text className="score-label is-middle is-haloed" fontSize={11} x={centre(place)} y={bottom(place) + 12}>{`columns ${place.firstColumn + 1}–${place.firstColumn + place.columns} of ${parameter.columns}`}</text>}
          </g>
        );
      })}
    </g>
  );
}

/** Σ ∂L/∂W, as a fraction: it stands beside a matrix, where room is short. */
function Slope({ symbol, x, y }: { readonly symbol: string; readonly x: number; readonly y: number }) {
  return (
    <g className="score-slope">
      <text className="score-label is-gradient" fontSize={13} x={x} y={y + 5}>
        Σ
      </text>
      <text className="score-label is-gradient is-middle" fontSize={11} x={x + 25} y={y - 4}>
        ∂L
      </text>
      <path d={`M${x + 11},${y}h28`} />
      <SymbolText plain={`∂${symbol}`} size={11} className="score-label is-gradient is-middle" x={x + 25} y={y + 11} />
    </g>
  );
}
