// What the reader sees: words as points of a plane, each kind with its colour and shape, names where they have room, and lines from the word that
// is pointed at to those that are nearest to it in all dimensions.
import { useId, type KeyboardEvent } from 'react';
import { markTowards, type MapMark, type WordMapGeometry } from '../../../layout/workshop/vectors/wordMap.ts';
import { groupLook } from './groupLooks.ts';
import './vectors.css';

interface Props {
  readonly geometry: WordMapGeometry;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  readonly description: string;
  /** The word that is pointed at, or chosen; null: none. */
  readonly pointed: number | null;
  /** Words that lines go to. */
  readonly near: readonly number[];
  readonly onPoint: (word: number | null) => void;
  readonly onChoose: (word: number) => void;
}

const directions = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const;
const isDirection = (key: string): key is keyof typeof directions => key in directions;

export function WordMap({ geometry, width, height, textSize, description, pointed, near, onPoint, onChoose }: Props) {
  const id = useId();
  const { box, marks, axes } = geometry;
  const at = marks.find(({ word }) => word === pointed) ?? null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      if (at) onChoose(at.word);
    } else if (isDirection(event.key)) {
      const next = at ? markTowards(marks, at, directions[event.key]) : marks[0];
      if (next) onPoint(next.word);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <svg
      className="word-map"
      width={width}
      height={height}
      style={{ fontSize: textSize }}
      role="listbox"
      aria-label={description}
      aria-activedescendant={at ? `${id}-${at.word}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerLeave={() => onPoint(null)}
      onBlur={() => onPoint(null)}
    >
      <rect className="word-map-ground" {...box} role="presentation" />
      {at && near.map((word) => <NearLine key={word} from={at} to={marks.find((mark) => mark.word === word)} />)}
      {marks.map((mark) => {
        const { colour, shape } = groupLook(mark.group);
        const isAt = mark.word === pointed;
        return (
          <g
            key={mark.word}
            id={`${id}-${mark.word}`}
            className="word-map-word"
            data-quiet={mark.group === null || undefined}
            data-at={isAt || undefined}
            data-near={near.includes(mark.word) || undefined}
            role="option"
            aria-selected={isAt}
            aria-label={mark.name}
            onPointerEnter={() => onPoint(mark.word)}
            onClick={() => onChoose(mark.word)}
          >
            <circle className="word-map-reach" cx={mark.x} cy={mark.y} r={9} />
            <path transform={`translate(${mark.x},${mark.y})`} d={shape(mark.group === null && !isAt ? 18 : 52)} style={{ fill: colour }} />
            {mark.label && (
              <text x={mark.label.x} y={mark.label.y}>
                {mark.name}
              </text>
            )}
          </g>
        );
      })}
      <text className="word-map-axis" x={box.x + box.width} y={box.y + box.height} dy="1.4em" textAnchor="end" role="presentation">
        {axes.across}
      </text>
      <text className="word-map-axis" transform={`translate(${box.x - textSize * 0.5},${box.y + box.height}) rotate(-90)`} role="presentation">
        {axes.up}
      </text>
    </svg>
  );
}

function NearLine({ from, to }: { readonly from: MapMark; readonly to: MapMark | undefined }) {
  return to ? <line className="word-map-near" x1={from.x} y1={from.y} x2={to.x} y2={to.y} role="presentation" /> : null;
}
