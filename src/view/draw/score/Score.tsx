// The score: left the folded cell, right the same cell unrolled over the sentence, in three staves: outputs, states, inputs.
import { useId, useMemo, useRef, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import type { Reference } from '../../../engine/reference.ts';
import type { Digits } from '../../theme/format.ts';
import type { Scene } from '../../scene/scene.ts';
import { Columns } from './Columns.tsx';
import { FlightView } from './FlightView.tsx';
import { flightOf } from './flights.ts';
import { Headings } from './Headings.tsx';
import { firstMark, markBeside, referenceOf } from './marks.ts';
import { Model } from './Model.tsx';
import { paintOf, type Paint } from './paint.ts';
import { referenceAt } from './referenceAt.ts';
import { layoutOf } from './scoreSpec.ts';
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
}

export function Score(props: ScoreProps) {
  const { scene, fold, selection, onSelect, onHover, digits, progress, zoom = 1, scrollX = 0, scale = 1 } = props;
  const width = props.width / scale;
  const height = props.height / scale;
  const root = useRef<SVGSVGElement>(null);
  const layout = useMemo(() => layoutOf(scene, { width, height, fold, zoom, scrollX, progress }), [scene, width, height, fold, zoom, scrollX, progress]);
  const paint = paintOf(scene, layout, digits, progress);
  const { folding } = layout;
  const clip = useId();
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
        <clipPath id={clip}>
          <rect x={layout.isPinned ? (layout.left + 1) * (1 - folding.columns) : 0} y={0} width={width} height={height} />
        </clipPath>
      </defs>
      <Headings paint={paint} />
      {layout.isPinned && folding.columns < 1 && <path className="score-divider" opacity={1 - folding.columns} d={`M${layout.left},14V${height - 10}`} aria-hidden="true" />}
      <Model paint={paint} selection={selection} />
      <g clipPath={`url(#${clip})`}>
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

function Moving({ paint }: { readonly paint: Paint }) {
  const flight = flightOf(paint);
  return flight ? <FlightView paint={paint} flight={flight} /> : null;
}

