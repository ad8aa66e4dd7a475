// The way of the state through the plane in which the states of many sentences vary most: before training and now, each in components of its own.
import { useMemo } from 'react';
import { unitsOf } from '../../../../engine/workshop/states.ts';
import { lookOf, mostLabels } from '../../../draw/workshop/labelLooks.ts';
import { StatePlane } from '../../../draw/workshop/states/StatePlane.tsx';
import type { Box } from '../../../layout/directLabels.ts';
import { placesFor } from '../../../layout/workshop/names.ts';
import { planePlot, type PlaneWay } from '../../../layout/workshop/states/planePlot.ts';
import { principalPlane, type PrincipalPlane } from '../../../layout/workshop/principal.ts';
import { useNarrow } from '../../controls/useNarrow.ts';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';
import { plural } from '../plural.ts';
import type { Labels } from './labels.ts';
import type { ReadSentence } from '../sentences.ts';
import { unitNames, whenTitle, whenWords } from './stateWords.ts';
import type { NetworkStates, SeenStates } from './useStates.ts';

interface Props {
  readonly seen: SeenStates;
  readonly labels: Labels | null;
  /** Whether the sentence has a label that is known. */
  readonly isLabelled: boolean;
  readonly unit: number | null;
  /** "sentence", "word". */
  readonly whole: string;
}

export function PlaneFigure(props: Props) {
  const { seen, labels, unit, whole } = props;
  const isStacked = useNarrow() && seen.before !== null;
  const names = labels?.names.slice(0, mostLabels) ?? [];
  return (
    <FigureFrame
      title={`The way of each ${whole} through the plane`}
      name="hidden-states-plane"
      minHeight={isStacked ? 700 : 400}
      note={
        <>
          {names.length > 0 && (
            <ul className="states-key">
              {names.map((name, label) => (
                <li key={name}>
                  <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
                    <path d={lookOf(label).shape(70)} style={{ fill: lookOf(label).colour }} />
                  </svg>
                  {name}
                </li>
              ))}
            </ul>
          )}
          <p>
            The two directions in which the states of {seen.others.length.toLocaleString('en')} {seen.others.length === 1 ? whole : plural(whole)} from the data vary most (principal components); a step along them means as much in both.{' '}
            {seen.before && 'Before training and now have components of their own, each fitted to its own states. '}
            All ways begin at h₀ = 0; the strong one is the {whole} that is read.
            {unit === null ? '' : ` The arrow: where ${unitNames(seen.model)[unit] ?? ''} is larger; the longer it is, the more the unit counts in this plane.`}
          </p>
        </>
      }
    >
      {(place) => <Drawing {...props} isStacked={isStacked} {...place} />}
    </FigureFrame>
  );
}

function Drawing({ seen, labels, isLabelled, unit, whole, isStacked, width, height, textSize }: Props & FigurePlace & { readonly isStacked: boolean }) {
  const { model, sentence, others, now, before } = seen;
  const nowPlane = usePlane(now);
  const beforePlane = usePlane(before);
  const shown: readonly { readonly states: NetworkStates; readonly plane: PrincipalPlane | null }[] = [...(before ? [{ states: before, plane: beforePlane }] : []), { states: now, plane: nowPlane }];
  const unitName = unit === null ? '' : (unitNames(model)[unit] ?? '');
  const places = placesFor(shown.length, { width, height }, isStacked, textSize * 2);
  return (
    <svg width={width} height={height} fontSize={textSize} role="img" aria-label={`Hidden states of ${others.length} ${plural(whole)} in the plane of their principal components, ${shown.map(({ states }) => whenWords(states.epoch)).join(' and ')}`}>
      {places.map((place, k) => {
        const part = shown[k];
        return part && <OnePlane key={k} {...part} {...{ sentence, others, labels, isLabelled, unit, place, textSize, unitName }} unitCount={unitsOf(model)} />;
      })}
    </svg>
  );
}

const usePlane = (states: NetworkStates | null): PrincipalPlane | null => useMemo(() => (states ? principalPlane(states.spread) : null), [states]);

interface OneProps {
  readonly states: NetworkStates;
  readonly plane: PrincipalPlane | null;
  readonly sentence: ReadSentence;
  readonly others: readonly ReadSentence[];
  readonly labels: Labels | null;
  readonly isLabelled: boolean;
  readonly unit: number | null;
  readonly unitName: string;
  readonly unitCount: number;
  readonly place: Box;
  readonly textSize: number;
}

function OnePlane({ states, plane, sentence, others, labels, isLabelled, unit, unitName, unitCount, place, textSize }: OneProps) {
  const { x, y, width, height } = place;
  const plot = useMemo(() => {
    if (!plane) return null;
    const way = ({ values }: { readonly values: Float64Array }, { reading, words }: ReadSentence, hasLabel: boolean): PlaneWay => ({
      points: words.map((_, k) => plane.project(values, k)),
      labels: (hasLabel && labels?.of(reading)) || words.map(() => null),
    });
    return planePlot({
      ways: others.flatMap((other, k) => {
        const read = states.others[k];
        return read ? [way(read, other, true)] : [];
      }),
      chosen: { ...way(states.chosen, sentence, isLabelled), words: sentence.words },
      start: plane.project(new Float64Array(unitCount), 0),
      pull: unit === null ? null : { x: plane.axes[0][unit] ?? 0, y: plane.axes[1][unit] ?? 0 },
      place: { x, y, width, height },
      textSize,
      shares: plane.shares,
    });
  }, [states, plane, sentence, others, labels, isLabelled, unit, unitCount, x, y, width, height, textSize]);
  if (!plot) {
    return (
      <text className="states-title" x={x} y={y + textSize * 1.1}>
        There is no plane {whenWords(states.epoch)}: it takes two states at least, and numbers.
      </text>
    );
  }
  return <StatePlane plot={plot} title={whenTitle(states.epoch)} textSize={textSize} isPerStep={labels?.isPerStep ?? false} unitName={unitName} />;
}
