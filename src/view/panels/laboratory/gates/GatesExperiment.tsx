// The road through the gates: how much of the gradient an LSTM and a GRU carry along the state that a gate alone multiplies, how much comes round
// through the gates, and how the gate's bias moves it. Beside them a network that has no road.
import { memo, useCallback, useMemo, useState } from 'react';
import type { QuestionOf } from '../../../../engine/laboratory/questions.ts';
import { laboratoryCells, type LaboratoryCell } from '../../../../state/laboratory/laboratory.ts';
import { networkNames } from '../../../../state/laboratory/names.ts';
import { setupsOf } from '../../../../state/laboratory/setups.ts';
import { roadLines, type Road, type RoadLineId } from '../../../layout/laboratory/gateRoad.ts';
import { sharedDecades } from '../../../layout/laboratory/roadPlot.ts';
import { GateBiasControl } from '../controls/GateBiasControl.tsx';
import { HiddenControl } from '../controls/HiddenControl.tsx';
import { LossAtControl } from '../controls/LossAtControl.tsx';
import { MatchControl } from '../controls/MatchControl.tsx';
import { SchemeControl } from '../controls/SchemeControl.tsx';
import { SeedControl } from '../controls/SeedControl.tsx';
import { StepsControl } from '../controls/StepsControl.tsx';
import { StrengthControl } from '../controls/StrengthControl.tsx';
import { StretchControl } from '../controls/StretchControl.tsx';
import { PageLayout } from '../../pages/PageLayout.tsx';
import { useDrawnAnswers, useEditLaboratory, useLaboratory, useSettings, type PublishedSet } from '../hooks.ts';
import { RoadFigure, type RoadPoint, type ShownRoad } from './RoadFigure.tsx';
import '../../../draw/laboratory/gates/gates.css';

const gated = ['lstm', 'gru'] as const;

/** What is drawn beside them: the vanilla network that is looked into, else the one with tanh. */
const plainOf = (network: LaboratoryCell): LaboratoryCell => (gated.some((cell) => cell === network) ? 'rnn_tanh' : network);

const controls = (
  <>
    <GateBiasControl />
    <StepsControl />
    <StretchControl />
    <StrengthControl />
    <LossAtControl />
    <HiddenControl />
    <MatchControl />
    <SchemeControl />
    <SeedControl />
  </>
);

export function GatesExperiment() {
  const laboratory = useLaboratory();
  const setups = setupsOf(laboratory);
  const set = useDrawnAnswers('gates', {
    lstm: { kind: 'road', setup: setups.lstm },
    gru: { kind: 'road', setup: setups.gru },
    plain: { kind: 'road', setup: setups[plainOf(laboratory.network)] },
  });
  return <GatesPage set={set} />;
}

interface Props {
  readonly set: PublishedSet<Readonly<Record<(typeof gated)[number] | 'plain', QuestionOf<'road'>>>> | null;
}

const GatesPage = memo(function GatesPage({ set }: Props) {
  const { step } = useSettings('step');
  const edit = useEditLaboratory();
  const [pointed, setPointed] = useState<RoadPoint | null>(null);
  const onOpen = useCallback((next: number) => edit({ step: next }), [edit]);
  const shownPlain = set?.questions.plain.setup.network.cell;
  const plain = laboratoryCells.find((cell) => cell === shownPlain) ?? 'rnn_tanh';
  const roads = useMemo(() => (set ? roadsOf(set, plain) : []), [set, plain]);
  const opened = Math.min(Math.max(step ?? 1, 1), set?.questions.lstm.setup.sequence.steps ?? 1);

  return (
    <PageLayout
      title="Which way back do the gates keep open?"
      words={
        <div className="lab-gates-words">
          <p>
            In an LSTM{' '}
            <span className="lab-gates-formula">
              ∂c<sub>t</sub>/∂c<sub>t−1</sub> = diag(f<sub>t</sub>)
            </span>{' '}
            with h held fixed: a road on which no matrix and no slope stands, only the forget gate. What goes round through h and the gates is added to it. In a GRU{' '}
            <span className="lab-gates-formula">
              ∂h<sub>t</sub>/∂h<sub>t−1</sub> = diag(z<sub>t</sub>) + …
            </span>{' '}
            with the update gate z. {networkNames[plain].name} has no road.
          </p>
          {gated.map((cell) => set?.problems[cell] && <p key={cell} role="alert">{networkNames[cell].name}: {set.problems[cell]}</p>)}
          {!set && <p>The first numbers are being computed.</p>}
        </div>
      }
      controls={controls}
    >
      <div className="lab-gates-pair">
        {roads.map((shown) => <RoadFigure key={shown.cell} shown={shown} opened={opened} pointed={pointed} onPoint={setPointed} onOpen={onOpen} />)}
      </div>
    </PageLayout>
  );
});

/** The roads that have an answer, on one scale. */
function roadsOf({ questions, answers }: NonNullable<Props['set']>, plain: LaboratoryCell): ShownRoad[] {
  const p = questions.lstm.setup.sequence.lossAt;
  const beside = answers.plain?.hidden ?? null;
  const answered = gated.flatMap((cell) => {
    const road = answers[cell];
    return road ? [{ cell, road, p, plain, lines: roadLines(road, p, namesOf(road, plain), beside), hiddenSize: questions[cell].setup.network.hiddenSize }] : [];
  });
  const decades = sharedDecades(answered.map(({ lines }) => lines));
  return answered.map((each) => ({ ...each, decades }));
}

/** What stands beside each line. */
function namesOf({ state, gate }: Road, plain: LaboratoryCell): Readonly<Record<RoadLineId, string>> {
  return {
    road: `road ∏ ${gate}, widest unit`,
    mean: 'road, mean unit',
    whole: `all ways, of ${state}`,
    hidden: 'all ways, of h',
    gradient: `gradient at ${state}`,
    comparison: `${networkNames[plain].name}: no road`,
  };
}
