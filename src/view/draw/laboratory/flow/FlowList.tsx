// The list beside the flow plot: every network with its mark, its value at the step in view, and its size; each opens what made the value.
import type { KeyboardEvent } from 'react';
import type { FlowFrame } from '../../../layout/laboratory/flowFrame.ts';
import { Spans } from '../../plot/Spans.tsx';
import { colourOf, markerPath } from './markers.ts';

export interface FlowRow {
  readonly id: string;
  readonly name: string;
  /** "× 2.6·10⁻⁵". */
  readonly value: string;
  /** Every digit of it, for whoever reads the page by program. */
  readonly exact: string;
  /** "16 units · 337 weights". */
  readonly size: string;
}

interface Props {
  readonly list: FlowFrame['list'];
  readonly textSize: number;
  readonly heading: string;
  /** In the order of the list's rows. */
  readonly rows: readonly FlowRow[];
  /** "Why? Opens the factors of step 12 for". */
  readonly openWords: string;
  readonly onOpen: (id: string) => void;
}

export function FlowList({ list, textSize, heading, rows, openWords, onOpen }: Props) {
  const onKey = (event: KeyboardEvent, id: string): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    onOpen(id);
  };
  const [top] = list.rows;
  return (
    <g className="lab-flow-list">
      {top && (
        <text className="lab-flow-list-head" x={top.x} y={list.headY} dy="0.35em">
          {heading}
        </text>
      )}
      {rows.map(({ id, name, value, exact, size }, k) => {
        const row = list.rows[k];
        if (!row) return null;
        const x = row.x + textSize * 1.9;
        const line = row.height / list.lineCount;
        const [first, second, third] = [0.5, 1.5, 2.5].map((each) => row.y + each * line);
        const end = row.x + row.width;
        return (
          <g
            key={id}
            className="lab-flow-row"
            data-network={id}
            data-value={exact}
            style={{ color: colourOf(id) }}
          >
            {/* The button has the words as its name: what stands in it as drawing has powers of ten in pieces. */}
            <rect
              className="lab-flow-row-reach"
              role="button"
              tabIndex={0}
              aria-label={`${name}, ${value}, ${size}. ${openWords} ${name}.`}
              x={row.x - 6}
              y={row.y - 3}
              width={row.width + 8}
              height={row.height + 6}
              rx={6}
              onClick={() => onOpen(id)}
              onKeyDown={(event) => onKey(event, id)}
            />
            <g aria-hidden="true">
              <rect className="lab-flow-row-bar" x={row.x} y={row.y} width={4} height={row.height} rx={2} />
              <path className="lab-flow-marker" transform={`translate(${row.x + textSize * 1.1},${first})`} d={markerPath(id, textSize * 4)} />
              <text className="lab-flow-row-name" x={x} y={first} dy="0.35em">
                {name}
              </text>
              <text className="lab-flow-row-value" x={list.isBelow ? end : x} y={list.isBelow ? first : second} dy="0.35em" textAnchor={list.isBelow ? 'end' : 'start'}>
                <Spans text={value} />
              </text>
              {(list.isBelow || list.lineCount === 3) && (
                <text className="lab-flow-row-size" x={x} y={list.isBelow ? second : third} dy="0.35em">
                  {size}
                </text>
              )}
            </g>
          </g>
        );
      })}
    </g>
  );
}
