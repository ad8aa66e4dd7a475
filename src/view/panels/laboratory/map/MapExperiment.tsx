// "Only the long way vanishes": what every loss feels of every state, as a map, for several networks on one scale, and by distance.
import { useMemo, useState } from 'react';
import { laboratoryCells } from '../../../../state/laboratory/laboratory.ts';
import { networkNames } from '../../../../state/laboratory/names.ts';
import type { MapPlace } from '../../../draw/laboratory/map/LossMapFigure.tsx';
import { PowerText } from '../../../draw/plot/PowerText.tsx';
import { vanishedBelow } from '../../../layout/flowFate.ts';
import { colourScale, rowOf } from '../../../layout/laboratory/lossMap.ts';
import { findingsOf } from '../../../layout/laboratory/lossProfile.ts';
import { GateBiasControl } from '../controls/GateBiasControl.tsx';
import { HiddenControl } from '../controls/HiddenControl.tsx';
import { NetworksControl } from '../controls/NetworksControl.tsx';
import { SchemeControl } from '../controls/SchemeControl.tsx';
import { SeedControl } from '../controls/SeedControl.tsx';
import { StepsControl } from '../controls/StepsControl.tsx';
import { StrengthControl } from '../controls/StrengthControl.tsx';
import { StretchControl } from '../controls/StretchControl.tsx';
import { PageLayout } from '../../pages/PageLayout.tsx';
import { useAnswers, useEditLaboratory, useLaboratory } from '../hooks.ts';
import { AllMaps } from './AllMaps.tsx';
import { ByDistance } from './ByDistance.tsx';
import { mapOf, mapQuestions, type NetworkMap } from './maps.ts';
import { findingsWords } from './mapWords.ts';
import { OneMap } from './OneMap.tsx';

export function MapExperiment() {
  const laboratory = useLaboratory();
  const edit = useEditLaboratory();
  const set = useAnswers('map', mapQuestions(laboratory));
  const [hovered, setHovered] = useState<MapPlace | null>(null);
  const maps = useMemo(() => {
    if (!set) return [];
    return laboratoryCells.flatMap((cell): NetworkMap[] => {
      const question = set.questions[cell];
      if (!question) return [];
      const answer = set.answers[cell] ?? null;
      return [{ cell, name: networkNames[cell].name, map: answer && mapOf(question, answer), problem: set.problems[cell] ?? null }];
    });
  }, [set]);
  const drawn = useMemo(() => maps.flatMap(({ map }) => (map ? [map] : [])), [maps]);
  const colours = useMemo(() => colourScale(drawn), [drawn]);
  // While another network is on its way, the one before stays.
  const large = maps.find(({ cell }) => cell === laboratory.network) ?? maps[0];
  const map = large?.map ?? null;
  const findings = useMemo(() => map && findingsOf(map, vanishedBelow), [map]);
  const T = map?.steps ?? laboratory.steps;
  const wanted = Math.min(laboratory.lossAt ?? T, T);
  const chosen: MapPlace = { t: map ? (map.at[rowOf(map, wanted)] ?? T) : T, k: Math.min(laboratory.step ?? 1, T) };

  return (
    <PageLayout
      title="Does the whole gradient vanish?"
      words={
        <>
          <p>
            Give every step a loss of its own. Each row below is one of them, looking back: how much it feels of the state at each step before it. On the diagonal it looks at its own step; the further left, the longer the way.
          </p>
          {large && findings && (
            <p className="lab-map-finding">
              <PowerText text={findingsWords(large.name, findings)} />
            </p>
          )}
        </>
      }
      controls={
        <>
          <StretchControl />
          <StepsControl />
          <NetworksControl />
          <SchemeControl />
          <StrengthControl />
          <GateBiasControl />
          <HiddenControl />
          <SeedControl />
        </>
      }
    >
      {maps.flatMap(({ cell, name, problem }) => (problem === null ? [] : [<p key={cell} className="lab-map-problem" role="alert"><strong>{name}:</strong> {problem}</p>]))}
      {!set && <p className="controls-words">The first numbers are being computed.</p>}
      {large && map && (
        <div className="lab-map-figures">
          <OneMap
            name={large.name}
            cell={large.cell}
            map={map}
            colours={colours}
            chosen={chosen}
            hovered={hovered}
            summary={findings ? findingsWords(large.name, findings) : ''}
            onPoint={setHovered}
            onChoose={({ t, k }) => edit({ lossAt: t === T ? null : t, step: k }, 'map place')}
          />
          <ByDistance maps={maps} large={{ name: large.name, map }} place={hovered && hovered.k <= hovered.t ? hovered : chosen} />
        </div>
      )}
      {maps.length > 1 && <AllMaps maps={maps} colours={colours} chosen={large?.cell ?? null} onChoose={(network) => edit({ network })} />}
    </PageLayout>
  );
}
