// The word under a column, as a button: press it to change it, drag it sideways to put it elsewhere.
import type { ReactNode } from 'react';
import type { Axis } from '../../../engine/topology/index.ts';
import { wordAttributes } from './wordMarks.ts';
import './whatif.css';

interface WordMarkProps {
  readonly axis: Axis;
  /** Place in its sequence, from 1. */
  readonly index: number;
  readonly word: string;
  /** Baseline of the word, its middle, the room that it has, and the size of its letters. */
  readonly x: number;
  readonly y: number;
  readonly room: number;
  readonly size: number;
  /** The word as it is drawn. */
  readonly children: ReactNode;
}

export function WordMark({ axis, index, word, x, y, room, size, children }: WordMarkProps) {
  const height = Math.max(size * 1.5, 24);
  return (
    <g className="what-if-word" {...wordAttributes(axis, index, word)}>
      <rect x={x - room / 2} y={y - size * 0.36 - height / 2} width={room} height={height} rx={6} />
      {children}
    </g>
  );
}
