// Each unit's number over the words, a line a unit, before training and now.
import { useMemo } from 'react';
import { UnitCurves } from '../../../draw/workshop/states/UnitCurves.tsx';
import type { HeatPlace } from '../../../layout/workshop/heatGrid.ts';
import { lineNear, unitCurves } from '../../../layout/workshop/states/unitCurves.ts';
import { placesFor } from '../../../layout/workshop/names.ts';
import { useNarrow } from '../../controls/useNarrow.ts';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';
import { stateRange, unitNames, whenTitle, whenWords } from './stateWords.ts';
import type { NetworkStates, SeenStates } from './useStates.ts';

interface Props {
  readonly seen: SeenStates;
  readonly unit: number | null;
  readonly pointed: HeatPlace | null;
  readonly onPoint: (place: HeatPlace | null) => void;
  /** "word", "letter". */
  readonly step: string;
}

/** Pixels: as near as a hand comes to a line. */
const near = 18;

export function CurvesFigure(props: Props) {
  const isStacked = useNarrow() && props.seen.before !== null;
  return (
    <FigureFrame title={`Each unit over the ${props.step}s`} name="hidden-states-curves" minHeight={isStacked ? 560 : 320} note={`A line a unit: what it holds after each ${props.step}. Names stand at the ends of those that change most.`}>
      {(place) => <Drawing {...props} isStacked={isStacked} {...place} />}
    </FigureFrame>
  );
}

function Drawing({ seen, unit, pointed, onPoint, step: stepName, isStacked, width, height, textSize }: Props & FigurePlace & { readonly isStacked: boolean }) {
  const { model, sentence, now, before } = seen;
  const { words } = sentence;
  const units = useMemo(() => unitNames(model), [model]);
  const { largest, isSigned } = stateRange(seen);
  const shown = useMemo((): readonly NetworkStates[] => (before ? [before, now] : [now]), [before, now]);
  const plots = useMemo(
    () =>
      placesFor(shown.length, { width, height }, isStacked, textSize * 2).flatMap((place, k) => {
        const states = shown[k];
        const size = { width: place.width, height: place.height, textSize };
        return states
          ? [{ place, states, geometry: unitCurves({ values: states.chosen.values, units, words, step: stepName, hasStart: model.bidirectional !== true, largest, isSigned, pointed: unit, size }) }]
          : [];
      }),
    [shown, units, words, stepName, model, largest, isSigned, unit, width, height, isStacked, textSize],
  );
  const pointAt = (x: number, y: number): void => {
    for (const { place, geometry } of plots) {
      const [own, down] = [x - place.x, y - place.y];
      if (own < 0 || down < 0 || own > place.width || down > place.height) continue;
      const line = lineNear(geometry, own, down, near);
      const step = Math.min(words.length, Math.max(1, Math.round(geometry.valueAt(own)))) - 1;
      return onPoint(line === null ? null : { unit: line, step });
    }
    onPoint(null);
  };
  return (
    <svg
      width={width}
      height={height}
      fontSize={textSize}
      role="img"
      aria-label={`What each of ${units.length} units holds after each of ${words.length} steps, ${shown.map(({ epoch }) => whenWords(epoch)).join(' and ')}`}
      onPointerMove={(event) => {
        const { left, top } = event.currentTarget.getBoundingClientRect();
        pointAt(event.clientX - left, event.clientY - top);
      }}
      onPointerLeave={() => onPoint(null)}
    >
      {plots.map(({ place, states, geometry }, k) => (
        <g key={k} transform={`translate(${place.x},${place.y})`}>
          <text className="states-title" x={textSize * 2} y={textSize * 1.1}>
            {whenTitle(states.epoch)}
          </text>
          <UnitCurves geometry={geometry} unitCount={units.length} unit={unit} step={pointed ? pointed.step + 1 : null} />
        </g>
      ))}
    </svg>
  );
}
