// Over a drawing: what the pointer reaches, and a slider under it that reaches the same by keyboard, touch and voice.
import type { MouseEvent } from 'react';
import type { Box } from '../../../layout/directLabels.ts';
import { sliderAlong, sliderThumb } from '../../../layout/plotSlider.ts';
import '../../plot/plotSlider.css';
import './factors.css';

interface ReachProps {
  readonly box: Box;
  /** The place under the pointer, in pixels of the drawing; null when it has left. */
  readonly onPoint: (at: { readonly x: number; readonly y: number } | null) => void;
  readonly onOpen?: ((at: { readonly x: number; readonly y: number }) => void) | undefined;
}

export function Reach({ box, onPoint, onOpen }: ReachProps) {
  const at = (event: MouseEvent<SVGRectElement>) => {
    const { left = 0, top = 0 } = event.currentTarget.ownerSVGElement?.getBoundingClientRect() ?? {};
    return { x: event.clientX - left, y: event.clientY - top };
  };
  return (
    <rect
      className="lab-why-reach"
      data-unsaved=""
      data-opens={onOpen ? '' : undefined}
      {...box}
      onPointerMove={(event) => onPoint(at(event))}
      onPointerLeave={() => onPoint(null)}
      onClick={onOpen && ((event) => onOpen(at(event)))}
    />
  );
}

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly valueText: string;
  readonly min: number;
  readonly max: number;
  /** Middle of the first place and of the last one. */
  readonly from: number;
  readonly to: number;
  readonly top: number;
  /** Seen only while the keyboard is on it: where nothing stays chosen. */
  readonly isQuiet?: boolean | undefined;
  readonly onMove: (value: number) => void;
  readonly onLeave?: (() => void) | undefined;
}

export function ReachSlider({ label, value, valueText, min, max, from, to, top, isQuiet = false, onMove, onLeave }: SliderProps) {
  if (max <= min) return null;
  return (
    <input
      className="plot-slider lab-why-slider"
      data-quiet={isQuiet || undefined}
      type="range"
      min={min}
      max={max}
      step={1}
      value={Math.min(max, Math.max(min, value))}
      aria-label={label}
      aria-valuetext={valueText}
      style={{ ...sliderAlong(from, to), top: top - sliderThumb / 2 }}
      onChange={(event) => onMove(Number(event.target.value))}
      onBlur={onLeave}
    />
  );
}
