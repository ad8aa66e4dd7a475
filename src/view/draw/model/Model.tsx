// The folded model: the one copy of all weights in its cells, with their loops; on the way back the gradients that add up there.
import { memo } from 'react';
import { parseSymbol } from '../../../engine/symbols/symbols.ts';
import type { Reference } from '../../../engine/reference.ts';
import type { MatrixLabel, ModelLayout } from '../../layout/model/types.ts';
import { Labels } from './Labels.tsx';
import { Ground } from './Ground.tsx';
import { LitColumns } from './LitColumns.tsx';
import { Matrix } from './Matrix.tsx';
import type { ModelProps } from './modelProps.ts';
import { entryIn, parameterView, type ParameterView } from './parameterView.ts';
import { workOf, type Work } from './work.ts';
import './model.css';

/** Whether a selection can be seen in the model: values of a time step cannot. */
const concerns = (selection: Reference | null): Reference | null =>
  selection && (selection.t === undefined || selection.symbol.startsWith('sum_')) ? selection : null;

/** Scrolling and stepping leave the model where it is. */
const isSameModel = (a: ModelLayout, b: ModelLayout): boolean => a === b || written(a) === written(b);

const texts = new WeakMap<ModelLayout, string>();

function written(model: ModelLayout): string {
  let text = texts.get(model);
  if (text === undefined) texts.set(model, (text = JSON.stringify(model)));
  return text;
}

export const Model = memo(
  ModelView,
  (a, b) =>
    a.paint.scene === b.paint.scene &&
    a.anatomy === b.anatomy &&
    a.fold === b.fold &&
    a.hasOutput === b.hasOutput &&
    a.paint.digits === b.paint.digits &&
    a.isMoving === b.isMoving &&
    a.parts === b.parts &&
    concerns(a.selection) === concerns(b.selection) &&
    isSameModel(a.model, b.model),
);

function ModelView(props: ModelProps) {
  const { paint, anatomy, model, fold, isMoving, parts } = props;
  const { scene } = paint;
  const { parameters } = anatomy.network.program;
  const work = workOf(scene);
  const isBackward = scene.moment?.phase === 'backward';
  const views = parameters.map(({ symbol }) => parameterView(scene, symbol, isMoving));
  const rangeOf = (label: Pick<MatrixLabel, 'parameters'>): number => Math.max(...label.parameters.map((index) => paint.ranges.of(views[index]?.symbol ?? '')));
  return (
    <g className={`score-model ${isBackward ? 'is-backward' : ''}`}>
      <Ground {...props} work={work} />
      <Matrices {...props} work={work} views={views} rangeOf={rangeOf} />
      <LitColumns scene={scene} anatomy={anatomy} model={model} work={work} />
      <Labels anatomy={anatomy} model={model} kind={views[0]?.kind ?? 'weights'} rangeOf={rangeOf} isNow={(label) => label.parameters.some((index) => work.parameters.has(index))} />
      {isBackward && parts && model.tray && fold < 1 && (
        <g opacity={1 - fold}>
          <parts.Tray scene={scene} tray={model.tray} isMoving={isMoving} />
        </g>
      )}
    </g>
  );
}

/** More marks than these in all matrices together, and only the small matrices keep theirs. */
const mostMarks = 1600;

interface MatricesProps extends ModelProps {
  readonly work: Work;
  /** One for each parameter. */
  readonly views: readonly ParameterView[];
  readonly rangeOf: (label: Pick<MatrixLabel, 'parameters'>) => number;
}

function Matrices({ paint, anatomy, model, fold, selection, work, views, rangeOf }: MatricesProps) {
  const { network } = anatomy;
  const total = Object.values(model.matrices).reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  return network.program.parameters.map(({ symbol, role }, index) => {
    const place = model.matrices[symbol];
    const view = views[index];
    if (!place || !view) return null;
    const isBias = role === 'bias';
    // Matrices of one column share one scale, so that gates can be compared by eye.
    const range = rangeOf(model.labels.find(({ parameters }) => parameters.includes(index)) ?? { parameters: [index] });
    const selected = concerns(selection);
    return (
      <g key={symbol} className={`score-parameter ${work.parameters.has(index) ? 'is-now' : ''}`} data-parameter={symbol}>
        <Matrix
          stamp={`${view.symbol} ${view.t ?? ''} ${view.isThere}`}
          paint={paint}
          matrix={place}
          parameter={symbol}
          of={(row, column) => entryIn(view, row, column, isBias)}
          ghostOf={view.kind === 'new' ? (row, column) => entryIn({ symbol }, row, column, isBias) : undefined}
          isThere={view.isThere}
          range={range}
          mostMarks={total > mostMarks ? 120 : 600}
          isWritten={fold > 0.95}
          selection={selected && parseSymbol(network, selected.symbol).base === symbol ? selected : null}
        />
        {work.parameters.has(index) && <rect className="model-now" x={place.x - 2.5} y={place.y - 2.5} width={place.width + 4} height={place.height + 4} rx={3} aria-hidden="true" />}
      </g>
    );
  });
}
