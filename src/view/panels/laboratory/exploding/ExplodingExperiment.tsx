// "Exploding and clipping": what runs away forwards and on the way back, what one update does to the loss, what clipping cures and what not.
import { memo, useMemo } from 'react';
import type { QuestionOf } from '../../../../engine/laboratory/questions.ts';
import type { Laboratory } from '../../../../state/laboratory/laboratory.ts';
import { setupsOf } from '../../../../state/laboratory/setups.ts';
import { PowerText } from '../../../draw/plot/PowerText.tsx';
import { ClippingControl } from '../controls/ClippingControl.tsx';
import { HiddenControl } from '../controls/HiddenControl.tsx';
import { LearningRateControl } from '../controls/LearningRateControl.tsx';
import { LossAtControl } from '../controls/LossAtControl.tsx';
import { NetworkChoice } from '../controls/NetworkChoice.tsx';
import { SchemeControl } from '../controls/SchemeControl.tsx';
import { SeedControl } from '../controls/SeedControl.tsx';
import { StepsControl } from '../controls/StepsControl.tsx';
import { StretchControl } from '../controls/StretchControl.tsx';
import { PageLayout } from '../../pages/PageLayout.tsx';
import { usePaced } from '../../../hooks/usePaced.ts';
import { useDrawnAnswers, useLaboratory, type PublishedSet } from '../hooks.ts';
import { ClippingFigure } from './ClippingFigure.tsx';
import { EarlyFigure } from './EarlyFigure.tsx';
import { runawayWords } from './explodingWords.ts';
import { Presets } from './Presets.tsx';
import { RunawayFigure } from './RunawayFigure.tsx';
import { shownExplosion, type ShownExplosion } from './shown.ts';
import { UpdateFigure } from './UpdateFigure.tsx';
import './exploding.css';

function questionOf(laboratory: Laboratory): QuestionOf<'explosion'> {
  const { network, learningRate, clipping } = laboratory;
  return { kind: 'explosion', setup: setupsOf(laboratory)[network], learningRate, clipping: clipping && { [clipping.kind]: clipping.limit } };
}

const controls = (
  <>
    <Presets />
    <StretchControl />
    <ClippingControl />
    <LearningRateControl />
    <StepsControl />
    <LossAtControl />
    <NetworkChoice />
    <SchemeControl />
    <HiddenControl />
    <SeedControl />
  </>
);

export function ExplodingExperiment() {
  return <ExplodingPage set={useDrawnAnswers('exploding', { explosion: questionOf(useLaboratory()) })} />;
}

interface Props {
  readonly set: PublishedSet<{ readonly explosion: QuestionOf<'explosion'> }> | null;
}

const ExplodingPage = memo(function ExplodingPage({ set }: Props) {
  const shown = useMemo(() => (set?.answers.explosion ? shownExplosion(set.answers.explosion, set.questions.explosion) : null), [set]);
  const told = usePaced(shown) ?? shown;
  const problem = set?.problems.explosion ?? null;
  return (
    <PageLayout title="What if it grows instead, and what does clipping cure?" words={<Words told={problem === null ? told : null} />} controls={controls}>
      {problem !== null && (
        <p className="lab-exploding-problem" role="alert">
          {problem}
        </p>
      )}
      {shown ? (
        <div className="lab-exploding-figures">
          <RunawayFigure shown={shown} />
          <UpdateFigure shown={shown} />
          <ClippingFigure shown={shown} />
          <EarlyFigure shown={shown} />
        </div>
      ) : (
        problem === null && <p className="controls-words">The first numbers are being computed.</p>
      )}
    </PageLayout>
  );
});

const Words = memo(function Words({ told }: { readonly told: ShownExplosion | null }) {
  return (
    <>
      <p>A factor above 1 at each step does not fade, it explodes: forwards in the state, backwards in the gradient, or in both. One update along such a gradient throws the weights away, unless it is clipped first.</p>
      {told && (
        <p className="lab-exploding-finding">
          <PowerText text={runawayWords(told.name, told.answer, told.lossAt)} />
        </p>
      )}
    </>
  );
});
