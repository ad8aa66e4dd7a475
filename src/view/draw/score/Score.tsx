// The score: left the folded model, right the same cells unrolled over the sequence, in staves: outputs, states, gates, inputs.
import { useId, useMemo, useRef, type ComponentType, type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactNode } from 'react';
import type { Reference } from '../../../engine/reference.ts';
import type { Digits } from '../../theme/format.ts';
import type { Scene } from '../../scene/scene.ts';
import { Model } from '../model/Model.tsx';
import { ChangedColumns } from '../whatif/ChangedColumns.tsx';
import { stripsOf } from '../strips/stripsOf.ts';
import { useStripParts } from '../strips/useStripParts.ts';
import { Columns, isDrawnAsStrips } from './Columns.tsx';
import { currentPlace } from './current.ts';
import { Headings } from './Headings.tsx';
import { insideSlot, type InsideSlot } from './insideSlot.ts';
import { firstMark, markBeside, markOf, referenceOf } from './marks.ts';
import { isPairedIn, paintOf, type Paint } from './paint.ts';
import { PortLabels } from './PortLabels.tsx';
import { referenceAt } from './referenceAt.ts';
import { layoutOf } from './scoreSpec.ts';
import { useMovingParts } from './useMovingParts.ts';
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
  /** Whether the movement of the current operation goes on, and how long it takes in milliseconds. */
  readonly isMoving?: boolean;
  readonly duration?: number;
  /** Times the usual width of a column. */
  readonly zoom?: number;
  /** How large letters and boxes are: 1 on a desk, more on a wall. */
  readonly scale?: number;
  /** How far the columns are scrolled, in pixels of the drawing. */
  readonly scrollX?: number;
  /** 0 closed … 1 the cell of the place in view is open, and what is drawn in it. */
  readonly inside?: number;
  readonly renderInside?: ((slot: InsideSlot) => ReactNode) | undefined;
  /** Whether PyTorch's names stand at what a layer gives back: output, h_n, c_n. */
  readonly ports?: boolean | undefined;
  /** For small figures: what draws boxes and arrows alone, in place of the columns and their numbers. */
  readonly Plain?: ComponentType<{ readonly paint: Paint }> | undefined;
  /** The scene of a score above or below, whose columns are to stand at the same places. */
  readonly beside?: Scene | null | undefined;
  /** Whether the same sentence stands above it already: then it goes without headings and words. */
  readonly isRepeat?: boolean | undefined;
}

const leftAlone = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => ctrlKey || metaKey || altKey;

export function Score(props: ScoreProps) {
  const { scene, fold, selection, onSelect, onHover, digits, isMoving = false, duration = 420, zoom = 1, scrollX = 0, scale = 1, inside = 0, Plain, beside, isRepeat = false } = props;
  const detail = Plain ? 'plain' : 'full';
  const width = props.width / scale;
  const height = props.height / scale;
  const root = useRef<SVGSVGElement>(null);
  const layout = useMemo(() => layoutOf(scene, { width, height, fold, zoom, scrollX, inside, detail, beside, isRepeat }), [scene, width, height, fold, zoom, scrollX, inside, detail, beside, isRepeat]);
  const paint = paintOf(scene, layout, digits, isMoving, beside);
  const { folding, spec } = layout;
  const clip = useId();

  const pointed = (event: MouseEvent): Reference | null => {
    if (!(event.target instanceof Element)) return null;
    return referenceOf(event.target) ?? referenceAt(paint, event.target, event, root.current);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!root.current || !(event.target instanceof Element) || leftAlone(event)) return;
    const mark = markOf(event.target);
    if (event.key === 'Enter' && mark) {
      const reference = referenceOf(mark);
      if (reference) onSelect(reference);
      event.preventDefault();
      return;
    }
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    const isDown = event.key === 'ArrowDown';
    const direction = event.shiftKey ? (isDown ? 'right' : 'left') : isDown ? 'down' : 'up';
    const next = mark ? markBeside(root.current, mark, direction) : firstMark(root.current, ...entrance(paint));
    next?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  const parts = useMovingParts(!Plain);
  const flight = isMoving && parts ? parts.flightOf(paint) : null;
  const slot = props.renderInside ? insideSlot(paint, selection, inside) : null;

  const isHeat = !Plain && folding.columns < 1 && isDrawnAsStrips(paint);
  const strips = useStripParts(isHeat);

  return (
    <>
      {strips && <strips.StripCanvas strips={stripsOf({ scene, layout, rangeOf: paint.ranges.of, isPaired: isPairedIn(paint) })} width={props.width} height={props.height} scale={scale} />}
      {/* One stop of the Tab key; inside, ↑ ↓ go from number to number, with Shift sideways, as ← → belong to the clock. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-static-element-interactions -- clicks on its numbers are met here, once for all */}
      <svg
        ref={root}
        className={`score is-${detail}`}
        width={props.width}
        height={props.height}
        viewBox={`0 0 ${width} ${height}`}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset cannot be drawn
        role={Plain ? 'img' : 'group'}
        aria-label={summary(paint)}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the one stop from which its numbers are reached
        tabIndex={Plain ? undefined : 0}
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
        {Plain ? (
          <Plain paint={paint} />
        ) : (
          <>
            <defs>
              <clipPath id={clip}>
                <rect x={layout.isPinned ? (layout.left + 1) * (1 - folding.columns) : 0} y={0} width={width} height={height} />
              </clipPath>
            </defs>
            {!isRepeat && <Headings paint={paint} />}
            {layout.isPinned && folding.columns < 1 && <path className="score-divider" opacity={(1 - folding.columns) * (1 - layout.opened)} d={`M${layout.left},14V${height - 10}`} aria-hidden="true" />}
            {/* While a cell is open the model is out of sight: its weights stand in the cell. */}
            {(layout.opened < 1 || spec.fold > 0) && <Model paint={paint} anatomy={scene.anatomy} model={layout.model} fold={folding.model} hasOutput={layout.column(layout.spec.current).boxes['outputs'] !== null} isMoving={isMoving} selection={selection} parts={parts} />}
            <g clipPath={`url(#${clip})`}>
              <Columns paint={paint} selection={selection} flight={flight} parts={parts} />
              {props.ports && folding.columns < 1 && <PortLabels paint={paint} />}
              <ChangedColumns layout={layout} />
              {slot && (
                <g className="score-inside">
                  <rect className="score-inside-ground" opacity={inside} {...slot.rect} rx={12} aria-hidden="true" />
                  {props.renderInside?.(slot)}
                </g>
              )}
            </g>
          </>
        )}
      </svg>
      {parts && flight && <parts.FlightView paint={paint} flight={flight} duration={duration} scale={scale} />}
    </>
  );
}

/** Where the keyboard enters: the first number of the highest stave of states, in the column in view. */
function entrance({ scene, layout }: Paint): [symbol: string, row: number] {
  const { axis, row } = layout.places.place(layout.spec.current);
  const stave = scene.anatomy.staves.find(({ kind }) => kind === 'state');
  return [scene.network.program.slots[stave?.slots[axis][0] ?? -1]?.symbol ?? '', row];
}

/** The words that a screen reader says when the score is reached. */
function summary({ scene, layout }: Paint): string {
  const { chains } = scene.network.program;
  const { hiddenSize } = scene.network.model;
  const [T, decoder] = layout.places.lengths;
  const steps = (count: number): string => `${count} ${count === 1 ? 'step' : 'steps'}`;
  const { moment } = scene;
  const { axis, row } = currentPlace(scene);
  const word = scene.tokens[axis][row - 1] ?? '';
  const of = decoder > 0 ? ` of the ${chains.find((chain) => chain.axis === axis)?.id ?? ''}` : '';
  const place = moment === null ? 'before the first operation' : moment.t > 0 ? `at t = ${row}${of}${word === '' ? '' : `, ${word}`}` : moment.words;
  const over = decoder > 0 ? `${steps(T)} of its encoder and ${steps(decoder)} of its decoder` : `${steps(T)}${chains.length > 1 ? ' in both directions' : ''}`;
  const keys = layout.spec.detail === 'plain' ? '' : ' Up and down arrows go through the numbers, with Shift to the step before or after.';
  return `Score: the network unrolled over ${over}, ${hiddenSize} ${hiddenSize === 1 ? 'unit' : 'units'}${keys === '' ? '.' : `, ${place}.`}${keys}`;
}
