// The score: left the folded cell, right the same cell unrolled over the sentence, in three staves: outputs, states, inputs.
import { useMemo, useRef, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import type { Reference } from '../../../engine/reference.ts';
import { plainText } from '../../../engine/symbols.ts';
import { columnWidths } from '../../layout/column.ts';
import { clamp, ease, mix, right } from '../../layout/rect.ts';
import { runsOf } from '../../layout/runs.ts';
import { scoreLayout, type ColumnLayout, type ScoreLayout } from '../../layout/score.ts';
import { formatShort, type Digits } from '../../theme/format.ts';
import type { Scene } from '../../scene/scene.ts';
import { Arrow } from './Arrow.tsx';
import { Column } from './Column.tsx';
import { currentStep } from './current.ts';
import { FlightView } from './FlightView.tsx';
import { flightOf } from './flights.ts';
import { isPairedIn, localColumn, stateView } from './geometry.ts';
import { HeatRun, knownIn } from './HeatRun.tsx';
import { termsAt } from './contents.ts';
import { firstMark, markBeside, referenceOf } from './marks.ts';
import { Model } from './Model.tsx';
import { OutputBox } from './OutputBox.tsx';
import { paintOf, type Paint } from './paint.ts';
import { RowNames } from './RowNames.tsx';
import { StateBox } from './StateBox.tsx';
import './score.css';

export interface ScoreProps {
  readonly scene: Scene;
  readonly width: number;
  readonly height: number;
  /** 0 unrolled … 1 folded. */
  readonly fold: number;
  /** What lights up: what is pointed at or selected, anywhere on the page. */
  readonly selection: Reference | null;
  readonly onSelect: (reference: Reference) => void;
  readonly onHover: (reference: Reference | null) => void;
  readonly digits: Digits;
  /** Progress of the movement of the current operation; 1 is settled. */
  readonly progress: number;
  /** Times the usual width of a column. */
  readonly zoom?: number;
  /** How large letters and boxes are: 1 on a desk, more on a wall. */
  readonly scale?: number;
  /** How far the columns are scrolled, in pixels of the drawing. */
  readonly scrollX?: number;
  /** For changing a number in its place; not used yet. */
  readonly onEdit?: (reference: Reference, value: number) => void;
  readonly editable?: boolean;
}

/** More marks than these are drawn as strips of colour, without an element each. */
const mostMarks = 1100;

export function layoutOf(scene: Scene, { width, height, fold, zoom = 1, scrollX = 0, progress }: Pick<ScoreProps, 'width' | 'height' | 'fold' | 'zoom' | 'scrollX' | 'progress'>): ScoreLayout {
  const { network, trace, moment, clock } = scene;
  const { model, program } = network;
  const current = currentStep(scene);
  const { inputs } = trace.example;
  const backward = clock.phases[2]!;
  const isBack = scene.playhead > backward.from;
  const biases = program.parameters.filter((each) => each.role === 'bias').map((each) => each.symbol);
  return scoreLayout({
    width,
    height,
    T: trace.stepCount,
    inputs: model.inputSize,
    units: model.hiddenSize,
    outputs: model.outputSize,
    biases: biases.slice(0, -1),
    outputBias: biases[biases.length - 1] ?? 'b_y',
    isReadAtEnd: trace.steps.filter((step) => step.readsOut).length === 1,
    current,
    litColumn: inputs.kind === 'one-hot' ? (inputs.indices[current - 1] ?? 0) : 0,
    fold,
    // The boxes open for their gradients while the first operation of the way back goes on.
    pair: !isBack ? 0 : moment?.index === backward.from + 1 ? ease(progress) : 1,
    zoom,
    scrollX,
  });
}

export function Score(props: ScoreProps) {
  const { scene, fold, selection, onSelect, onHover, digits, progress, zoom = 1, scrollX = 0, scale = 1 } = props;
  const width = props.width / scale;
  const height = props.height / scale;
  const root = useRef<SVGSVGElement>(null);
  const layout = useMemo(() => layoutOf(scene, { width, height, fold, zoom, scrollX, progress }), [scene, width, height, fold, zoom, scrollX, progress]);
  const paint = paintOf(scene, layout, digits, progress);
  const { folding } = layout;
  const { spec } = layout;

  const pointed = (event: MouseEvent): Reference | null => {
    if (!(event.target instanceof Element)) return null;
    return referenceOf(event.target) ?? referenceAt(paint, event.target, event, root.current);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!root.current || !(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.altKey) return;
    const mark = event.target.closest('[data-symbol]');
    if (event.key === 'Enter' && mark) {
      const reference = referenceOf(mark);
      if (reference) onSelect(reference);
      event.preventDefault();
      return;
    }
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    const isDown = event.key === 'ArrowDown';
    const direction = event.shiftKey ? (isDown ? 'right' : 'left') : isDown ? 'down' : 'up';
    const next = mark ? markBeside(root.current, mark, direction) : firstMark(root.current, paint.state, spec.current);
    next?.focus();
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // One stop of the Tab key; inside, ↑ ↓ go from number to number, with Shift sideways, as ← → belong to the clock.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- clicks on its numbers are met here, once for all
    <svg
      ref={root}
      className="score"
      width={props.width}
      height={props.height}
      viewBox={`0 0 ${width} ${height}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset cannot be drawn
      role="group"
      aria-label={summary(paint)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the one stop from which its numbers are reached
      tabIndex={0}
      onClick={(event) => {
        const reference = pointed(event);
        if (reference) onSelect(reference);
      }}
      onPointerOver={(event: PointerEvent) => onHover(pointed(event))}
      onPointerMove={(event: PointerEvent) => {
        if (event.target instanceof Element && event.target.matches('[data-heat], [data-matrix]')) onHover(pointed(event));
      }}
      onPointerLeave={() => onHover(null)}
      onFocus={(event) => onHover(referenceOf(event.target))}
      onBlur={() => onHover(null)}
      onKeyDown={onKeyDown}
    >
      <defs>
        <clipPath id="score-window">
          <rect x={layout.isPinned ? (layout.left - 6) * (1 - folding.columns) : 0} y={0} width={width} height={height} />
        </clipPath>
      </defs>
      <Headings paint={paint} />
      {layout.isPinned && folding.columns < 1 && <path className="score-divider" opacity={1 - folding.columns} d={`M${layout.left},14V${height - 10}`} aria-hidden="true" />}
      <Model paint={paint} selection={selection} />
      <g clipPath="url(#score-window)">
        <Columns paint={paint} selection={selection} />
      </g>
      <Moving paint={paint} />
    </svg>
  );
}

/** The words that a screen reader says when the score is reached. */
function summary({ scene, layout }: Paint): string {
  const { T, current, units } = layout.spec;
  const { moment } = scene;
  const place = moment === null ? 'before the first operation' : moment.t > 0 ? `at t = ${current}, ${scene.tokens[current - 1] ?? ''}` : moment.words;
  return `Score: the network unrolled over ${T} ${T === 1 ? 'step' : 'steps'}, ${units} ${units === 1 ? 'unit' : 'units'}, ${place}. Up and down arrows go through the numbers, with Shift to the step before or after.`;
}

function Headings({ paint }: { readonly paint: Paint }) {
  const { layout, scene, ranges, state } = paint;
  const { staves, isPinned, left, spec, pitch } = layout;
  const fold = layout.folding.columns;
  const x = isPinned ? left : layout.model.axis + layout.model.width / 2;
  const long = spec.width - x > 520;
  const isPair = isPairedIn(paint);
  const range = (symbol: string, t?: number): string => `${plainText(scene.network, { symbol, t }).replace(/[₀-₉]+$/, '')} ±${formatShort(ranges.of(symbol))}`;
  return (
    <g>
      <text className="score-heading" x={mix(isPinned ? 24 : layout.model.axis - 50, layout.model.cellBox.x, layout.folding.model)} y={staves.heading}>
        MODEL<tspan className="score-heading-words"> · one cell</tspan>
      </text>
      <g opacity={1 - fold}>
        <text className="score-heading" x={x + (isPinned ? 24 : 8)} y={staves.heading}>
          COMPUTATION{long && <tspan className="score-heading-words"> · the same cell, unrolled over the sentence</tspan>}
        </text>
      </g>
      {spec.width - left > 760 && (
        <text className="score-range" x={spec.width - 16} y={staves.heading} opacity={1 - fold}>
          {`full colour at ${range(state, 1)}${isPair ? ` · ${range(`d${state}`, 1)}` : ''}${scene.moment?.phase === 'backward' ? ` · ${range('sum_dW_hh').replace(/^.* /, '∂L/∂W ')}` : ''}`}
          {pitch.level === 'strips' ? ` · ${spec.T} steps` : ''}
        </text>
      )}
    </g>
  );
}

/** The columns in view, the one that is worked on last, so that it lies above its neighbours. */
function Columns({ paint, selection }: { readonly paint: Paint; readonly selection: Reference | null }) {
  const { scene, layout, progress } = paint;
  const { spec, visible, staves, pitch, initial } = layout;
  const { current } = spec;
  const flight = flightOf(paint);
  const isPaired = isPairedIn(paint);
  const lanes = isPaired ? 2 : 1;
  const count = visible.to - visible.from + 1;
  const isHeat = layout.level === 'strips' || (layout.level === 'cells' && count * (spec.units * lanes + 2) > mostMarks);
  const now = layout.column(current);
  // Folding, the columns glide over each other like cards, the one in view on top; what stands between them fades.
  const rest = 1 - layout.folding.columns;
  const isFolded = rest <= 0;
  const spotlit = scene.moment !== null && scene.moment.t > 0;
  const flash = scene.moment?.phase === 'update' ? (1 - progress) * 0.5 : 0;
  const runs = isHeat && !isFolded ? runsOf(visible.from, visible.to, current) : [];
  const singles: number[] = [];
  if (!isHeat && !isFolded) {
    for (let t = visible.from; t <= visible.to; t++) if (t !== current) singles.push(t);
    singles.sort((a, b) => Math.abs(b - current) - Math.abs(a - current));
  }
  const hidden = hiddenAt(paint, current, flight?.landsAt === current ? flight.lands : null);
  const top = Math.max(staves.outputs.y - 12, staves.heading + 7);
  const spot = { x: now.centre - now.room / 2, width: now.room };
  return (
    <g>
      {spotlit && rest > 0 && <rect className="score-spotlight" opacity={rest} x={spot.x} width={spot.width} y={top} height={Math.min(staves.time + 10, spec.height - 2) - top} rx={12} aria-hidden="true" />}
      <RowNames paint={paint} />
      <g>
        {visible.from <= 1 && !isFolded && (
          <g transform={`translate(${initial.centre},0)`} className="score-initial">
            <StateBox paint={paint} column={localColumn(initial)} selection={selection?.t === 0 ? selection : null} flying={flight?.landsAt === 0 && flight.of(1, 1).t === 0 ? new Set([flight.lands]) : undefined} />
          </g>
        )}
        {runs.map((run) => {
          const start = layout.column(run.from).centre - (pitch.pitch / 2) * rest;
          return (
            <g key={`${run.from} ${run.to}`} transform={`translate(${start},0) scale(${rest},1)`} data-from={run.from}>
              <HeatRun paint={paint} run={run} stamp={runStamp(paint, run)} />
            </g>
          );
        })}
        {isHeat && !isFolded && <Ticks paint={paint} />}
        {isHeat && !isFolded && spec.isReadAtEnd && visible.to === spec.T && current !== spec.T && <LastOutput paint={paint} selection={selection} />}
        {singles.map((t) => (
          <PlacedColumn key={t} paint={paint} t={t} selection={selection} flying={flight?.landsAt === t ? new Set([flight.lands]) : undefined} arrows={clamp(1 - layout.spec.fold * 3, 0, 1)} />
        ))}
      </g>
      <PlacedColumn key="now" paint={paint} t={current} selection={selection} flying={hidden} arrows={clamp(1 - layout.spec.fold * 3, 0, 1)} />
      {flash > 0 &&
        Array.from({ length: Math.min(count, 64) }, (_, k) => {
          const column = layout.column(visible.from + k);
          return <rect key={k} className="score-flash" opacity={flash} {...column.state} rx={column.widths.radius} aria-hidden="true" />;
        })}
    </g>
  );
}

/** Columns of numbers that are not drawn yet: those on their way, and what is only added later in the same operation. */
function hiddenAt({ scene, progress }: Paint, t: number, flying: string | null): ReadonlySet<string> {
  const hidden = new Set<string>();
  if (flying !== null) hidden.add(flying);
  const { moment } = scene;
  if (moment?.phase === 'forward' && moment.t === t) {
    const terms = termsAt(scene, t);
    for (const term of terms) if (term.t === undefined && terms.some((each) => each.symbol === moment.makes)) hidden.add(term.symbol);
    if (progress < 0.75 && !terms.some((each) => each.symbol === moment.makes)) hidden.add(moment.makes);
  }
  if (moment?.kind === 'meet' && moment.t === t && progress < 0.6) hidden.add(moment.makes);
  return hidden;
}

interface PlacedProps {
  readonly paint: Paint;
  readonly t: number;
  readonly selection: Reference | null;
  readonly flying?: ReadonlySet<string> | undefined;
  readonly arrows: number;
}

function PlacedColumn({ paint, t, selection, flying, arrows }: PlacedProps) {
  const { layout } = paint;
  const column = layout.column(t);
  const before = t === 1 ? layout.initial : layout.column(t - 1);
  const arrowFrom = right(stateView(paint, before).box) - column.centre;
  const local = localColumn(column);
  const concerns = selection && (selection.t === t || (selection.t === undefined && t === layout.spec.current)) ? selection : null;
  return (
    <g transform={`translate(${column.centre},0)`}>
      <Column paint={paint} column={local} arrowFrom={arrowFrom} selection={concerns} flying={flying} arrows={arrows} stamp={columnStamp(paint, local, arrowFrom, flying, arrows)} />
    </g>
  );
}

/** What a column looks like, in one text. */
function columnStamp(paint: Paint, column: ColumnLayout, arrowFrom: number, flying: ReadonlySet<string> | undefined, arrows: number): string {
  const { scene, layout, digits, state, answer } = paint;
  const { spec } = layout;
  const { t } = column;
  const { program } = scene.network;
  const there = (symbol: string): string => (scene.read({ symbol, t, unit: 1 }) === null ? '0' : '1');
  const symbols = [...program.slots.map((slot) => slot.symbol), `d${state}`, `d${state}_out`, `d${state}_next`, 'dy', 'da', 'factor'];
  const isNow = scene.moment?.t === t || t === spec.current;
  const round = (n: number): number => Math.round(n * 10);
  return [
    symbols.map(there).join(''),
    isNow ? `${scene.playhead} ${Math.round(paint.progress * 1000)}` : '',
    flying ? [...flying].join('+') : '',
    [arrowFrom, column.room, column.widths.state, column.widths.output, column.output.x, column.input.x].map(round).join(),
    [spec.height, spec.units, spec.inputs, spec.outputs, spec.pair].join(),
    digits,
    answer,
    scene.tokens[t - 1],
    arrows,
  ].join('|');
}

function runStamp(paint: Paint, run: { from: number; to: number }): string {
  const { layout, state, answer } = paint;
  const { spec, pitch } = layout;
  const count = (symbol: string): string => knownIn(paint, run, symbol).map(Number).join('');
  return [run.from, run.to, count(state), count(`d${state}`), spec.isReadAtEnd ? '' : count(answer), pitch.pitch, spec.height, spec.pair].join('|');
}

/** The one output of a sequence whose steps are strips. */
function LastOutput({ paint, selection }: { readonly paint: Paint; readonly selection: Reference | null }) {
  const { layout, scene } = paint;
  const column = layout.column(layout.spec.T);
  const { outputs, states } = layout.staves;
  const isThere = scene.read({ symbol: paint.answer, t: column.t, unit: 1 }) !== null;
  return (
    <>
      <Arrow tone="output" state={isThere ? 'done' : 'future'} from={[column.centre, states.y]} to={[column.centre, outputs.y + outputs.height + 3]} />
      <OutputBox paint={paint} column={column} selection={selection} />
    </>
  );
}

/** Step numbers below the strips. */
function Ticks({ paint }: { readonly paint: Paint }) {
  const { layout } = paint;
  const { visible, pitch, spec, staves } = layout;
  const every = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((n) => n * pitch.pitch >= 46) ?? 1000;
  const ticks: number[] = [];
  for (let t = Math.ceil(visible.from / every) * every; t <= visible.to; t += every) if (t !== spec.current) ticks.push(t);
  const now = layout.column(spec.current);
  return (
    <g aria-hidden="true">
      {ticks
        .filter((t) => Math.abs(layout.column(t).centre - now.centre) > now.room / 2 + 12)
        .map((t) => (
          <text key={t} className="score-time" x={layout.column(t).centre} y={staves.time} fontSize={11}>
            {t}
          </text>
        ))}
    </g>
  );
}

function Moving({ paint }: { readonly paint: Paint }) {
  const flight = flightOf(paint);
  return flight ? <FlightView paint={paint} flight={flight} /> : null;
}

/** The number under the pointer where many are drawn as one: found by its place. */
function referenceAt(paint: Paint, target: Element, event: MouseEvent, root: SVGSVGElement | null): Reference | null {
  const box = root?.getBoundingClientRect();
  if (!box || box.width === 0) return null;
  const { layout, state, answer } = paint;
  const x = ((event.clientX - box.left) / box.width) * layout.spec.width;
  const y = ((event.clientY - box.top) / box.height) * layout.spec.height;
  const matrix = target.getAttribute('data-matrix');
  if (matrix !== null) {
    const place = layout.model.matrices[matrix];
    if (!place) return null;
    const unit = clamp(Math.floor((y - place.y) / place.cellHeight) + 1, 1, place.rows);
    const column = place.firstColumn + clamp(Math.floor((x - place.x) / place.cellWidth) + 1, 1, place.columns);
    return { symbol: matrix, unit, column };
  }
  const heat = target.getAttribute('data-heat');
  if (heat === null) return null;
  const t = layout.stepAt(x);
  const stave = heat === 'states' ? layout.staves.states : heat === 'inputs' ? layout.staves.inputs : layout.staves.outputs;
  const unit = clamp(Math.floor((y - stave.first) / stave.row) + 1, 1, stave.rows);
  if (heat === 'states') {
    const column = layout.column(t);
    const isGradient = isPairedIn(paint) && x > column.centre && columnWidths(column.room, 1).state > 0;
    const reference = { symbol: isGradient ? `d${state}` : state, t, unit };
    return paint.scene.read(reference) === null ? null : reference;
  }
  const reference = { symbol: heat === 'inputs' ? 'x' : answer, t, unit };
  return paint.scene.read(reference) === null ? null : reference;
}
