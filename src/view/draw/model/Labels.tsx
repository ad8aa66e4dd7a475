// The letters over, below and beside the matrices, and of the gates: weights, on the way back Σ ∂L/∂W, then new weights.
import { plainValue } from '../../../engine/symbols/symbols.ts';
import type { Anatomy } from '../../anatomy/anatomy.ts';
import type { MatrixLabel, ModelLayout } from '../../layout/model/types.ts';
import { SymbolText } from '../score/SymbolText.tsx';
import type { ParameterView } from './parameterView.ts';
import { fitting, headWays, lettersOf, rangeText, widthOf, writtenAs } from './words.ts';

interface Props {
  readonly anatomy: Anatomy;
  readonly model: ModelLayout;
  readonly kind: ParameterView['kind'];
  /** Size of the value that takes the full colour in the matrices that a label names. */
  readonly rangeOf: (label: MatrixLabel) => number;
  readonly isNow: (label: MatrixLabel) => boolean;
}

export function Labels({ anatomy, model, kind, rangeOf, isNow }: Props) {
  const { network, groups } = anatomy;
  const { parameters } = network.program;
  return (
    <g aria-hidden="true" className="score-labels">
      <Shares anatomy={anatomy} model={model} />
      {model.cells.flatMap(({ gates }) => gates).map(({ group, x, y }) => (
        <SymbolText key={group} plain={plainValue(network, groups[group]?.leadsTo ?? -1)} size={12} className="score-head is-state model-gate" x={x} y={y + 4} />
      ))}
      {model.labels.map((label) => {
        const [first = -1] = label.parameters;
        const matrix = parameters[first];
        const place = model.matrices[matrix?.symbol ?? ''];
        if (!matrix || !place || label.opacity <= 0) return null;
        const end = place.firstColumn + place.columns;
        return (
          <g key={first} className={isNow(label) ? 'model-label is-now' : 'model-label'} opacity={label.opacity < 1 ? label.opacity : undefined}>
            {label.place === 'side' ? <Beside anatomy={anatomy} label={label} kind={kind} range={rangeOf(label)} /> : <Line anatomy={anatomy} label={label} kind={kind} range={rangeOf(label)} />}
            {label.note !== null && (
              <text className="score-label is-middle is-haloed" fontSize={10.5} x={place.x + place.width / 2} y={label.note}>
                {fitting([`columns ${place.firstColumn + 1}–${end} of ${matrix.columns}`, `${place.firstColumn + 1}–${end} of ${matrix.columns}`], 10.5, Math.max(place.width, label.room) + 12)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

interface LabelProps {
  readonly anatomy: Anatomy;
  readonly label: MatrixLabel;
  readonly kind: ParameterView['kind'];
  readonly range: number;
}

/** In one line, as long as its room allows: `W_hh 4×4 ±1.2`, `W_x· ±1.2`, `Σ ∂L/∂W_hh`. */
function Line({ anatomy: { network }, label, kind, range }: LabelProps) {
  const { parameters, x, y, room, place } = label;
  const first = network.program.parameters[parameters[0] ?? -1];
  const size = room < 34 ? 10.5 : 11.5;
  const isOne = parameters.length === 1 && first?.role !== 'bias';
  const shape = isOne && first ? `${first.rows}×${first.columns}` : '';
  const extra = place !== 'foot' ? [rangeText(range)] : isOne ? [`${shape} ${rangeText(range)}`, shape] : [];
  return <SymbolText plain={writtenAs(kind, lettersOf(network, parameters), size, room, extra)} size={size} className={`score-label is-middle ${toneOf(kind)}`} x={x} y={y} />;
}

/** Beside a matrix, where room is short: its letter and its range; a gradient as a fraction. */
function Beside({ anatomy: { network }, label: { parameters, x, y, room }, kind, range }: LabelProps) {
  const letters = lettersOf(network, parameters);
  const size = room < 34 ? 10.5 : 11.5;
  if (kind === 'total') {
    const width = Math.min(Math.max(widthOf(`∂${letters}`, size), widthOf('Σ ∂L', size)), room);
    return (
      <g className="score-slope">
        <text className="score-label is-gradient is-middle" fontSize={size} x={x + width / 2} y={y - 4}>{room < 34 ? 'Σ∂L' : 'Σ ∂L'}</text>
        <path d={`M${x},${y}h${width}`} />
        <SymbolText plain={`∂${letters}`} size={size} className="score-label is-gradient is-middle" x={x + width / 2} y={y + 11} />
      </g>
    );
  }
  const small = rangeText(range);
  const lines = kind === 'new' ? ['new', letters] : [letters, ...(widthOf(small, 10) <= room + 2 ? [small] : [])];
  return (
    <g>
      {lines.map((line, k) => (
        <SymbolText key={line} plain={line} size={line === small ? 10 : size} className={line === small ? 'score-label model-range' : 'score-label'} x={x} y={y + 4 + (k - (lines.length - 1) / 2) * 13} />
      ))}
    </g>
  );
}

const toneOf = (kind: ParameterView['kind']): string => (kind === 'total' ? 'is-gradient' : '');

/** Which columns of the read-out are which chain's, where several are read. */
function Shares({ anatomy: { network, readout }, model }: Pick<Props, 'anatomy' | 'model'>) {
  const { parameters, chains, reads } = network.program;
  const matrix = parameters[readout.matrix];
  const place = model.matrices[matrix?.symbol ?? ''];
  if (!place || !matrix || reads.length < 2 || place.columns < matrix.columns) return null;
  const width = place.width / reads.length;
  return reads.map((read, k) => {
    const chain = chains[read];
    const isFirst = k === 0;
    const x = place.x + k * width;
    return (
      <g key={read}>
        {!isFirst && <path className="model-share" d={`M${x - 0.75},${place.y - 3}v${place.height + 5}`} />}
        <text className="score-label" fontSize={10} textAnchor={isFirst ? 'start' : 'end'} x={isFirst ? x : x + width} y={place.y - 3.5}>
          {fitting([chain?.id ?? '', ''], 10, width - 12)}
        </text>
      </g>
    );
  });
}

/** The names of the cells, and of what is handed from one to the other. */
export function Names({ anatomy, model, fold }: Pick<Props, 'anatomy' | 'model'> & { readonly fold: number }) {
  const { handover } = model;
  return (
    <g aria-hidden="true">
      {model.cells.map(({ chain, head }) => (
        <SymbolText key={chain} plain={fitting(headWays(anatomy, chain), 12.5, head.room)} size={12.5} className={`score-head is-state ${model.cells.length > 1 ? 'is-words' : ''} ${fold > 0.5 ? 'model-over' : ''}`} x={head.x} y={head.y} />
      ))}
      {handover &&
        ['hands', 'over'].map((word, k) => (
          <text key={word} className="score-label is-middle is-haloed" fontSize={10.5} x={handover.x} y={handover.y + 11 * k}>
            {word}
          </text>
        ))}
      {model.cells.flatMap(({ loops }) => (loops.length > 1 ? loops : [])).map(({ slot, label }) => (
        <SymbolText key={slot} plain={plainValue(anatomy.network, slot)} size={11.5} className="score-head is-state score-label is-haloed" x={label.x} y={label.y + 4} />
      ))}
    </g>
  );
}
