// The states over the sentence as a heatmap, before training and now; every number can be pointed at, by hand and by arrow keys.
import { useMemo } from 'react';
import { unitsOf } from '../../../../engine/workshop/states.ts';
import { StateHeat } from '../../../draw/workshop/StateHeat.tsx';
import { heatGrid, heatMove, heatPlaceAt, type HeatPlace } from '../../../layout/workshop/heatGrid.ts';
import { placesFor } from '../../../layout/workshop/names.ts';
import { useNarrow } from '../../controls/useNarrow.ts';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';
import { placeWords, stateRange, unitNames, whenTitle, whenWords } from './stateWords.ts';
import type { NetworkStates, SeenStates } from './useStates.ts';

interface Props {
  readonly seen: SeenStates;
  /** The unit that is lit in all pictures; null: none. */
  readonly unit: number | null;
  readonly pointed: HeatPlace | null;
  readonly onPoint: (place: HeatPlace | null) => void;
  /** The unit that stays lit, or none where it was lit already. */
  readonly onKeep: (unit: number) => void;
  /** "word", "letter". */
  readonly step: string;
}

export function HeatFigure(props: Props) {
  const { seen, pointed, step } = props;
  const isPhone = useNarrow();
  const U = unitsOf(seen.model);
  const one = 70 + Math.min(460, Math.max(150, U * 22));
  const isStacked = isPhone && seen.before !== null;
  return (
    <FigureFrame
      title={`The state after each ${step}, unit by unit`}
      name="hidden-states-heatmap"
      minHeight={isStacked ? 2 * one + 20 : one}
      note={
        <span aria-live="polite">
          {pointed ? placeWords(seen, pointed) : 'Blue is positive, orange negative, the stronger the farther from 0. Point at a unit, or walk over the numbers with the arrow keys: it lights up in all pictures.'}
        </span>
      }
    >
      {(place) => <Drawing {...props} isStacked={isStacked} {...place} />}
    </FigureFrame>
  );
}

function Drawing({ seen, unit, pointed, onPoint, onKeep, isStacked, width, height, textSize }: Props & FigurePlace & { readonly isStacked: boolean }) {
  const { model, sentence, now, before } = seen;
  const { words } = sentence;
  const units = useMemo(() => unitNames(model), [model]);
  const shown: readonly NetworkStates[] = before ? [before, now] : [now];
  const count = shown.length;
  const grids = useMemo(
    () => placesFor(count, { width, height }, isStacked, textSize).map((place) => heatGrid({ units: units.map((name) => name.replace('unit ', '')), words, place, textSize })),
    [count, units, words, width, height, isStacked, textSize],
  );
  const drawn = shown.flatMap((states, k) => {
    const grid = grids[k];
    return grid ? [{ states, grid }] : [];
  });
  const { largest } = stateRange(seen);
  const placeAt = (x: number, y: number): HeatPlace | null => grids.reduce<HeatPlace | null>((found, grid) => found ?? heatPlaceAt(grid, units.length, words.length, x, y), null);
  return (
    <div className="states-figure">
      <svg width={width} height={height} fontSize={textSize} role="img" aria-label={`Hidden state of ${units.length} units after each of ${words.length} steps, ${shown.map(({ epoch }) => whenWords(epoch)).join(' and ')}`}>
        {drawn.map(({ states, grid }, k) => (
          <StateHeat
            key={k}
            grid={grid}
            title={whenTitle(states.epoch)}
            unitCount={units.length}
            stepCount={words.length}
            values={states.chosen.values}
            largest={largest}
            textSize={textSize}
            pointed={pointed}
            unit={unit}
          />
        ))}
      </svg>
      <button
        type="button"
        className="states-reach"
        aria-label={`Numbers of the hidden state. Arrow keys move over them, Enter keeps a unit lit.${pointed ? ` ${placeWords(seen, pointed)}` : ''}`}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const next = heatMove(pointed, event.key, units.length, words.length);
          if (!next) return;
          event.preventDefault();
          event.stopPropagation();
          onPoint(next);
        }}
        onBlur={() => onPoint(null)}
        onClick={() => pointed && onKeep(pointed.unit)}
        onPointerMove={(event) => {
          const { left, top } = event.currentTarget.getBoundingClientRect();
          onPoint(placeAt(event.clientX - left, event.clientY - top));
        }}
        onPointerLeave={() => onPoint(null)}
      />
    </div>
  );
}
