// What the reader sees: the steps in a row, the state going forwards over them, the gradient going back under them, scissors on the way
// back, and a handle that sets how long the window is.
import type { KeyboardEvent, PointerEvent } from 'react';
import type { StepRowGeometry } from '../../../layout/laboratory/truncation.ts';
import { Scissors } from './Scissors.tsx';
import './truncation.css';

interface Props {
  readonly geometry: StepRowGeometry;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  /** The longest window that there is: back to the first step from the loss. */
  readonly longest: number;
  readonly window: number;
  readonly carried: boolean;
  readonly description: string;
  /** A new window; `isFirst`: a drag begins with it. */
  readonly onWindow: (window: number, isFirst: boolean) => void;
}

export function StepRow({ geometry, width, height, textSize, longest, window, carried, description, onWindow }: Props) {
  const { y, half, stations, lanes, scissors, resets, handleX, lossX } = geometry;
  const windowUnder = (event: PointerEvent<SVGGElement>): number => {
    const { left } = event.currentTarget.ownerSVGElement?.getBoundingClientRect() ?? { left: 0 };
    return geometry.windowAt(event.clientX - left);
  };
  const onKeyDown = (event: KeyboardEvent<SVGGElement>): void => {
    const next = keyed(event.key, Math.min(window, longest), longest);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (next !== window) onWindow(next, false);
  };
  const top = (height - geometry.height) / 2;
  return (
    <svg className="lab-row" width={width} height={height} style={{ fontSize: textSize }}>
      <title>The steps, and where the way back is cut</title>
      <desc>{description}</desc>
      <g transform={`translate(0 ${Math.max(0, top)})`}>
        <text className="lab-row-lane" data-lane="forward" x={4} y={textSize * 1.1}>
          {carried || scissors.length === 0 ? 'forwards: the state passes every step' : 'forwards: the state begins anew after each cut'}
        </text>
        <text className="lab-row-lane" data-lane="backward" x={4} y={geometry.height - textSize * 0.4}>
          {scissors.length === 0 ? 'backwards: the gradient passes every step' : 'backwards: the gradient stops at the scissors'}
        </text>
        <rect className="lab-row-span" x={geometry.span.x} y={lanes.forward - 4} width={geometry.span.width} height={lanes.backward - lanes.forward + 8} rx={6} />
        <path className="lab-row-forward" d={geometry.forward} />
        <path className="lab-row-forward" data-cut="" d={geometry.forwardCut} />
        <path className="lab-row-backward" d={geometry.backward} />
        <path className="lab-row-backward" data-idle="" d={geometry.backwardIdle} />
        <path className="lab-row-backward" data-cut="" d={geometry.backwardCut} />
        {stations.map(({ from, x, width: wide, isReached, text }) => (
          <g key={from}>
            <rect className="lab-row-station" data-reached={isReached || undefined} x={x} y={y - half} width={wide} height={2 * half} rx={geometry.isSingle ? half : Math.min(6, wide / 3)} />
            {text !== '' && (
              <text className="lab-row-text" x={x + wide / 2} y={y} dy="0.35em" textAnchor="middle">
                {text}
              </text>
            )}
          </g>
        ))}
        <g className="lab-row-loss">
          <line x1={lossX} x2={lossX} y1={textSize * 2.9} y2={y - half - 2} />
          <text x={lossX} y={textSize * 2.6} textAnchor={lossX > width - textSize * 3 ? 'end' : 'middle'}>
            loss L
          </text>
        </g>
        {resets.map(({ t, x, y: at }) => (
          <path key={t} className="lab-row-reset" d={`M${x - 4},${at - 4}l8,8m0,-8l-8,8`} />
        ))}
        {scissors.map(({ t, x, y: at, size }) => (
          <Scissors key={t} x={x} y={at} size={size} />
        ))}
        <g
          className="lab-row-handle"
          role="slider"
          tabIndex={0}
          aria-label="Window, in steps"
          aria-valuemin={1}
          aria-valuemax={longest}
          aria-valuenow={Math.min(window, longest)}
          aria-valuetext={window >= longest ? `${longest} steps: the gradient reaches the first step` : `${window} ${window === 1 ? 'step' : 'steps'}`}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.currentTarget.setPointerCapture?.(event.pointerId);
            onWindow(windowUnder(event), true);
          }}
          onPointerMove={(event) => {
            if (event.currentTarget.hasPointerCapture?.(event.pointerId)) onWindow(windowUnder(event), false);
          }}
        >
          <rect className="lab-row-reach" x={handleX - 14} y={lanes.forward - 4} width={28} height={lanes.backward - lanes.forward + textSize * 3.4} />
          <line x1={handleX} x2={handleX} y1={lanes.forward - 4} y2={lanes.backward + textSize * 1.2} />
          <rect className="lab-row-grip" x={handleX - 11} y={lanes.backward + textSize * 1.2} width={22} height={textSize * 1.3} rx={textSize * 0.65} />
          <path className="lab-row-arrows" d={`M${handleX - 3},${lanes.backward + textSize * 1.55}l-3.5,${textSize * 0.3}l3.5,${textSize * 0.3}m6,${textSize * -0.6}l3.5,${textSize * 0.3}l-3.5,${textSize * 0.3}`} />
        </g>
      </g>
    </svg>
  );
}

/** What a key makes of a window; null for a key that is not the slider's. The handle goes where the arrow points: left is longer. */
function keyed(key: string, window: number, longest: number): number | null {
  const by: Readonly<Record<string, number>> = {
    ArrowLeft: window + 1, ArrowUp: window + 1, ArrowRight: window - 1, ArrowDown: window - 1,
    PageUp: window * 2, PageDown: Math.floor(window / 2), Home: 1, End: longest,
  };
  const next = by[key];
  return next === undefined ? null : Math.min(longest, Math.max(1, next));
}
