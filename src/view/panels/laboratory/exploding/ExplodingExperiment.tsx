// "Exploding and clipping": what runs away forwards and on the way back, what one update does to the loss, what clipping cures and what not.
import type { QuestionOf } from '../../../../engine/laboratory/questions.ts';
import type { GradientClip } from '../../../../state/document.ts';
import { laboratoryCells, type Laboratory } from '../../../../state/laboratory/laboratory.ts';
import { networkNames } from '../../../../state/laboratory/names.ts';
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
import { useAnswers, useLaboratory } from '../hooks.ts';
import { ClippingFigure } from './ClippingFigure.tsx';
import { EarlyFigure } from './EarlyFigure.tsx';
import { runawayWords } from './explodingWords.ts';
import { Presets } from './Presets.tsx';
import { RunawayFigure } from './RunawayFigure.tsx';
import { UpdateFigure } from './UpdateFigure.tsx';
import './exploding.css';

function questionOf(laboratory: Laboratory): QuestionOf<'explosion'> {
  const { network, learningRate, clipping } = laboratory;
  return { kind: 'explosion', setup: setupsOf(laboratory)[network], learningRate, clipping: clipping && { [clipping.kind]: clipping.limit } };
}

/** The clipping that an answer is for. */
function clippingOf({ clipping }: QuestionOf<'explosion'>): GradientClip | null {
  if (clipping?.norm !== undefined) return { kind: 'norm', limit: clipping.norm };
  return clipping?.value === undefined ? null : { kind: 'value', limit: clipping.value };
}

export function ExplodingExperiment() {
  const set = useAnswers('exploding', { explosion: questionOf(useLaboratory()) });
  const answer = set?.answers.explosion ?? null;
  const question = set?.questions.explosion;
  const problem = set?.problems.explosion ?? null;
  const cell = laboratoryCells.find((each) => each === question?.setup.network.cell);
  const name = cell ? networkNames[cell].name : '';
  const lossAt = question?.setup.sequence.lossAt ?? 1;
  const clipping = question ? clippingOf(question) : null;
  return (
    <PageLayout
      title="What if it grows instead, and what does clipping cure?"
      words={
        <>
          <p>A factor above 1 at each step does not fade, it explodes: forwards in the state, backwards in the gradient, or in both. One update along such a gradient throws the weights away, unless it is clipped first.</p>
          {answer && (
            <p className="lab-exploding-finding">
              <PowerText text={runawayWords(name, answer, lossAt)} />
            </p>
          )}
        </>
      }
      controls={
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
      }
    >
      {problem !== null && (
        <p className="lab-exploding-problem" role="alert">
          {problem}
        </p>
      )}
      {answer && question ? (
        <div className="lab-exploding-figures">
          <RunawayFigure answer={answer} lossAt={lossAt} />
          <UpdateFigure answer={answer} learningRate={question.learningRate} />
          <ClippingFigure answer={answer} clipping={clipping} />
          <EarlyFigure answer={answer} clipping={clipping} lossAt={lossAt} />
        </div>
      ) : (
        problem === null && <p className="controls-words">The first numbers are being computed.</p>
      )}
    </PageLayout>
  );
}
