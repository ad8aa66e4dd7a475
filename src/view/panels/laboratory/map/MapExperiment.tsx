// "Only the long way vanishes": what every loss feels of every state, as a map, for several networks on one scale, and by distance.
import { memo, useCallback, useMemo, useState } from 'react';
import type { LaboratoryCell } from '../../../../state/laboratory/laboratory.ts';
import type { MapPlace } from '../../../draw/laboratory/map/LossMapFigure.tsx';
import { PowerText } from '../../../draw/plot/PowerText.tsx';
import { vanishedBelow } from '../../../layout/flowFate.ts';
import { colourScale, rowOf } from '../../../layout/laboratory/lossMap.ts';
import { findingsOf } from '../../../layout/laboratory/lossProfile.ts';
import { GateBiasControl } from '../controls/GateBiasControl.tsx';
import { HiddenControl } from '../controls/HiddenControl.tsx';
import { NetworkChoice } from '../controls/NetworkChoice.tsx';
import { NetworksControl } from '../controls/NetworksControl.tsx';
import { SchemeControl } from '../controls/SchemeControl.tsx';
import { SeedControl } from '../controls/SeedControl.tsx';
import { StepsControl } from '../controls/StepsControl.tsx';
import { StrengthControl } from '../controls/StrengthControl.tsx';
import { StretchControl } from '../controls/StretchControl.tsx';
import { PageLayout } from '../../pages/PageLayout.tsx';
import { usePaced } from '../../../hooks/usePaced.ts';
import { useDrawnAnswers, useEditLaboratory, useLaboratory, useSettings, type PublishedSet } from '../hooks.ts';
import { AllMaps } from './AllMaps.tsx';
import { ByDistance } from './ByDistance.tsx';
import { mapQuestions, mappedCells, mapsOf, type MapQuestions } from './maps.ts';
import { findingsWords } from './mapWords.ts';
import { OneMap } from './OneMap.tsx';

const controls = (
  <>
    <StretchControl />
    <StepsControl />
    <LookInto />
    <NetworksControl />
    <SchemeControl />
    <StrengthControl />
    <GateBiasControl />
    <HiddenControl />
    <SeedControl />
  </>
);

/** The network of the large map: one of those that have a map. */
function LookInto() {
  return <NetworkChoice legend="Look into" cells={mappedCells(useSettings('networks', 'network'))} />;
}

export function MapExperiment() {
  return <MapPage set={useDrawnAnswers('map', mapQuestions(useLaboratory()))} />;
}

interface Props {
  readonly set: PublishedSet<MapQuestions> | null;
}

const MapPage = memo(function MapPage({ set }: Props) {
  const { network, lossAt, step } = useSettings('network', 'lossAt', 'step');
  const edit = useEditLaboratory();
  const [hovered, setHovered] = useState<MapPlace | null>(null);
  const all = useMemo(() => {
    const maps = set ? mapsOf(set) : [];
    return { maps, colours: colourScale(maps.flatMap(({ map }) => (map ? [map] : []))) };
  }, [set]);
  const { maps, colours } = all;
  const shown = useMemo(() => {
    // While another network is on its way, the one before stays.
    const large = maps.find(({ cell }) => cell === network) ?? maps[0];
    if (!large?.map) return null;
    const { cell, name, map } = large;
    const one = { cell, name, map, colours, summary: findingsWords(name, findingsOf(map, vanishedBelow)) };
    return { one, byDistance: { maps, large: one } };
  }, [maps, colours, network]);
  const told = usePaced(shown) ?? shown;
  const map = shown?.one.map ?? null;
  const T = map?.steps ?? 1;
  const wanted = Math.min(lossAt ?? T, T);
  const t = map ? (map.at[rowOf(map, wanted)] ?? T) : T;
  const k = Math.min(step ?? 1, T);
  const chosen = useMemo((): MapPlace => ({ t, k }), [t, k]);
  const onChoose = useCallback((place: MapPlace) => edit({ lossAt: place.t === T ? null : place.t, step: place.k }, 'map place'), [edit, T]);
  const onNetwork = useCallback((next: LaboratoryCell) => edit({ network: next }), [edit]);

  return (
    <PageLayout title="Does the whole gradient vanish?" words={<Words summary={shown && told ? told.one.summary : null} />} controls={controls}>
      {maps.flatMap(({ cell, name, problem }) => (problem === null ? [] : [<p key={cell} className="lab-map-problem" role="alert"><strong>{name}:</strong> {problem}</p>]))}
      {!set && <p className="controls-words">The first numbers are being computed.</p>}
      {shown && (
        <div className="lab-map-figures">
          <OneMap shown={shown.one} chosen={chosen} hovered={hovered} onPoint={setHovered} onChoose={onChoose} />
          <ByDistance shown={shown.byDistance} place={hovered && hovered.k <= hovered.t ? hovered : chosen} />
        </div>
      )}
      {maps.length > 1 && <AllMaps shown={all} chosen={shown?.one.cell ?? null} onChoose={onNetwork} />}
    </PageLayout>
  );
});

const Words = memo(function Words({ summary }: { readonly summary: string | null }) {
  return (
    <>
      <p>
        Give every step a loss of its own. Each row below is one of them, looking back: how much it feels of the state at each step before it. On the diagonal it looks at its own step; the further left, the longer the way.
      </p>
      {summary !== null && (
        <p className="lab-map-finding">
          <PowerText text={summary} />
        </p>
      )}
    </>
  );
});
