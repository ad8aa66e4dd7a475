// What the reader sees: the map of what each loss feels of each state, its axes and its scale, the row and the column that are pointed at, and
// a slider along each of the two for the keyboard.
import { useId, useMemo, type KeyboardEvent, type PointerEvent } from 'react';
import { lossMapGeometry, levelOf, normAt, rowOf, type ColourScale, type LossMap } from '../../../layout/laboratory/lossMap.ts';
import { textWidth } from '../../../layout/directLabels.ts';
import { sliderAlong } from '../../../layout/plotSlider.ts';
import { ColourScaleBar } from './ColourScaleBar.tsx';
import { MapPicture } from './MapPicture.tsx';
import '../../plot/plotSlider.css';
import './map.css';

export interface MapPlace {
  /** The state that the loss is read from: 1 … T. */
  readonly t: number;
  readonly k: number;
}

interface Props {
  readonly map: LossMap;
  readonly colours: ColourScale;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  readonly title: string;
  readonly description: string;
  /** Where the sliders stand. */
  readonly chosen: MapPlace;
  /** What is pointed at, also elsewhere; null: nothing. A part that is null marks nothing. */
  readonly pointed: { readonly t: number | null; readonly k: number | null } | null;
  /** What stands at a tick: of the state k, and of the loss that is read from the state t. */
  readonly stateName: (k: number) => string;
  readonly lossName: (t: number) => string;
  readonly valueText: string;
  readonly onPoint: (place: MapPlace | null) => void;
  readonly onChoose: (place: MapPlace) => void;
}

/** Pixels that a slider takes. */
const gutter = 18;

export function LossMapFigure(props: Props) {
  const { map, colours, width, height, textSize, chosen, pointed, stateName, lossName } = props;
  const id = useId();
  const geometry = useMemo(() => lossMapGeometry({ map, colours, width, height, textSize, gutter }), [map, colours, width, height, textSize]);
  const { box, row: rowHeight } = geometry;
  const bottom = box.y + box.height;
  // From the middle of the first square to that of the last one; the upright one is turned about its upper end.
  const across = sliderAlong(box.x + geometry.column / 2, box.x + box.width - geometry.column / 2);
  const down = sliderAlong(box.y + rowHeight / 2, bottom - rowHeight / 2);
  const kinds = useMemo(() => kindsIn(map, colours), [map, colours]);
  const placeAt = (event: PointerEvent<SVGRectElement>): MapPlace | null => {
    const { left = 0, top = 0 } = event.currentTarget.ownerSVGElement?.getBoundingClientRect() ?? {};
    const found = geometry.squareAt(event.clientX - left, event.clientY - top);
    return found && { t: map.at[found.row] ?? 1, k: found.k };
  };
  const marked = pointed ?? chosen;
  const mark = { row: marked.t === null ? null : rowOf(map, marked.t), k: marked.k };
  const square = mark.row !== null && mark.k !== null && mark.k <= (map.at[mark.row] ?? 0) ? geometry.square(mark.row, mark.k) : null;
  const rowBox = mark.row === null ? null : geometry.square(mark.row, 1);
  const columnBox = mark.k === null ? null : geometry.square(0, mark.k);

  return (
    <div className="lab-map" style={{ height }}>
      <svg width={width} height={height} fontSize={textSize} role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-words`}>
        <title id={`${id}-title`}>{props.title}</title>
        <desc id={`${id}-words`}>{props.description}</desc>
        <text className="lab-map-title" x={2} y={box.y - textSize * 0.7}>
          loss at step t ↓
        </text>
        <text className="lab-map-title" x={box.x + box.width} y={bottom + gutter + textSize * 2.6} textAnchor="end">
          state at step k →
        </text>
        <MapPicture map={map} colours={colours} box={box} />
        <FutureWords box={geometry.future} textSize={textSize} isThere={map.at.length === map.steps && map.steps > 2} />
        {geometry.rowTicks.map(({ t, place }) => (
          <text key={t} className="lab-map-text" x={box.x - gutter - 4} y={place} dy="0.35em" textAnchor="end">
            {lossName(t)}
          </text>
        ))}
        {geometry.columnTicks.map(({ t, place }) => (
          <text key={t} className="lab-map-text" x={place} y={bottom + gutter} dy="1.1em" textAnchor="middle">
            {stateName(t)}
          </text>
        ))}
        <g className="lab-map-marked">
          {rowBox && <rect x={box.x} y={rowBox.y} width={box.width} height={rowBox.height} />}
          {columnBox && <rect x={columnBox.x} y={box.y} width={columnBox.width} height={box.height} />}
          {square && <rect className="lab-map-square" {...square} />}
        </g>
        {geometry.scale && <ColourScaleBar scale={geometry.scale} colours={colours} textSize={textSize} hasZero={kinds.zero} hasOverflow={kinds.overflow} />}
        <rect
          className="lab-map-reach"
          {...box}
          onPointerMove={(event) => props.onPoint(placeAt(event))}
          onPointerLeave={() => props.onPoint(null)}
          onPointerDown={(event) => {
            const place = placeAt(event);
            if (place) props.onChoose(place);
          }}
        />
      </svg>
      <MapSlider
        label="State at step k"
        valueText={props.valueText}
        min={1}
        max={map.steps}
        value={chosen.k}
        style={{ ...across, top: bottom + 1 }}
        onMove={(k) => props.onChoose({ ...chosen, k })}
        onOther={(by) => props.onChoose({ ...chosen, t: moved(map, chosen.t, by) })}
      />
      <MapSlider
        label="Loss at step t"
        valueText={props.valueText}
        isUpright
        min={0}
        max={map.at.length - 1}
        value={rowOf(map, chosen.t)}
        style={{ left: box.x - gutter + 1, top: down.left, width: down.width }}
        onMove={(row) => props.onChoose({ ...chosen, t: map.at[row] ?? 1 })}
        onOther={(by) => props.onChoose({ ...chosen, k: Math.min(map.steps, Math.max(1, chosen.k + by)) })}
      />
    </div>
  );
}

/** The step of the row that is so many rows further. */
function moved(map: LossMap, t: number, by: number): number {
  return map.at[Math.min(map.at.length - 1, Math.max(0, rowOf(map, t) + by))] ?? t;
}

interface SliderProps {
  readonly label: string;
  readonly valueText: string;
  readonly isUpright?: boolean;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  readonly style: Readonly<Record<'left' | 'top' | 'width', number>>;
  readonly onMove: (value: number) => void;
  /** The arrow keys across the slider move in the other direction of the map. */
  readonly onOther: (by: number) => void;
}

function MapSlider({ label, valueText, isUpright = false, min, max, value, style, onMove, onOther }: SliderProps) {
  const [less, more] = isUpright ? (['ArrowLeft', 'ArrowRight'] as const) : (['ArrowUp', 'ArrowDown'] as const);
  const [back, on] = isUpright ? (['ArrowUp', 'ArrowDown'] as const) : (['ArrowLeft', 'ArrowRight'] as const);
  const onKeyDown = (event: KeyboardEvent): void => {
    const keys = { [less]: () => onOther(-1), [more]: () => onOther(1), [back]: () => onMove(Math.max(min, value - 1)), [on]: () => onMove(Math.min(max, value + 1)) };
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };
  if (max <= min) return null;
  return (
    <input
      className="plot-slider lab-map-slider"
      data-upright={isUpright || undefined}
      type="range"
      min={min}
      max={max}
      step={1}
      value={value}
      aria-label={label}
      aria-valuetext={valueText}
      aria-orientation={isUpright ? 'vertical' : 'horizontal'}
      style={style}
      onKeyDown={onKeyDown}
      onChange={(event) => onMove(Number(event.target.value))}
    />
  );
}

/** In the corner that stays empty. */
function FutureWords({ box, textSize, isThere }: { readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }; readonly textSize: number; readonly isThere: boolean }) {
  const lines = ['no loss feels', 'a later state'];
  if (!isThere || box.width < textWidth(lines[0]!, textSize) + 30) return null;
  return (
    <text className="lab-map-text" x={box.x + box.width - 8} y={box.y + textSize * 1.5} textAnchor="end">
      {lines.map((words, k) => (
        <tspan key={words} x={box.x + box.width - 8} dy={k === 0 ? 0 : '1.35em'}>
          {words}
        </tspan>
      ))}
    </text>
  );
}

/** Which colours beside the scale a map has on and before its diagonal. */
function kindsIn(map: LossMap, colours: ColourScale): Readonly<Record<'zero' | 'overflow', boolean>> {
  const found = { zero: false, overflow: false };
  for (let row = 0; row < map.at.length; row++) {
    for (let k = 1; k <= map.at[row]!; k++) {
      const level = levelOf(normAt(map, row, k), colours);
      if (typeof level !== 'number') found[level] = true;
    }
  }
  return found;
}
