// One pixel: a slider from white, 0, to black, 1. A click turns it over, a drag and the keys make it grey.
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { Reference } from '../../../engine/reference.ts';
import { valueAttributes } from '../../draw/valueAttributes.ts';
import { formatNumber } from '../../theme/format.ts';

interface Props {
  readonly name: string;
  readonly reference: Reference;
  readonly value: number;
  /** A drag begins. */
  readonly onBegin: () => void;
  readonly onChange: (value: number) => void;
}

/** Pixels of the screen from white to black. */
const reach = 80;
/** A hand that moves less than this clicks. */
const slack = 4;

/** What a key makes of a value; null where it is none of the slider's. */
function byKey(key: string, value: number): number | null {
  const keys: Readonly<Record<string, number>> = {
    ArrowUp: value + 0.1, ArrowRight: value + 0.1, ArrowDown: value - 0.1, ArrowLeft: value - 0.1, Home: 0, End: 1, ' ': value < 0.5 ? 1 : 0, Enter: value < 0.5 ? 1 : 0,
  };
  const next = keys[key];
  return next === undefined ? null : Math.min(1, Math.max(0, Number(next.toFixed(10))));
}

export function Pixel({ name, reference, value, onBegin, onChange }: Props) {
  const grip = useRef<{ y: number; from: number; hasMoved: boolean } | null>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = byKey(event.key, value);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(next);
  };
  const onPointerMove = (event: PointerEvent): void => {
    const held = grip.current;
    if (!held) return;
    const by = held.y - event.clientY;
    if (!held.hasMoved && Math.abs(by) < slack) return;
    held.hasMoved = true;
    onChange(Math.min(1, Math.max(0, Math.round((held.from + by / reach) * 100) / 100)));
  };
  return (
    <div
      className="pixel"
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={value}
      aria-valuetext={formatNumber(value, 2)}
      {...valueAttributes(reference, value)}
      style={{ '--pixel': value } as React.CSSProperties}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        onBegin();
        grip.current = { y: event.clientY, from: value, hasMoved: false };
        event.currentTarget.setPointerCapture?.(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        if (grip.current && !grip.current.hasMoved) onChange(value < 0.5 ? 1 : 0);
        grip.current = null;
      }}
      onPointerCancel={() => (grip.current = null)}
    >
      {value > 0 && value < 1 ? <span aria-hidden>{formatNumber(value, 2)}</span> : null}
    </div>
  );
}
