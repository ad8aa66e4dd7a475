// Why the gradient shrinks: what one step back multiplies it by, taken apart into the activation's slope and the weights, on one network's own
// numbers; and the product of Jacobians behind an opened step.
import { memo, useCallback, useMemo, useState } from 'react';
import type { QuestionOf } from '../../../../engine/laboratory/questions.ts';
import { networkNames } from '../../../../state/laboratory/names.ts';
import { setupsOf } from '../../../../state/laboratory/setups.ts';
import { Sentence } from '../../../draw/laboratory/factors/Sentence.tsx';
import { usePaced } from '../../../hooks/usePaced.ts';
import { activations, type Activation } from '../../../layout/laboratory/activations.ts';
import { HiddenControl } from '../controls/HiddenControl.tsx';
import { LossAtControl } from '../controls/LossAtControl.tsx';
import { NetworkChoice } from '../controls/NetworkChoice.tsx';
import { SchemeControl } from '../controls/SchemeControl.tsx';
import { SeedControl } from '../controls/SeedControl.tsx';
import { StepsControl } from '../controls/StepsControl.tsx';
import { StrengthControl } from '../controls/StrengthControl.tsx';
import { StretchControl } from '../controls/StretchControl.tsx';
import { GateBiasOfNetwork } from '../controls/GateBiasOfNetwork.tsx';
import { PageLayout } from '../../pages/PageLayout.tsx';
import { useDrawnAnswers, useEditLaboratory, useLaboratory, useSettings, type PublishedSet } from '../hooks.ts';
import { ActivationFigure } from './ActivationFigure.tsx';
import { BarsFigure } from './BarsFigure.tsx';
import { DecayFigure } from './DecayFigure.tsx';
import { ProductFigure } from './ProductFigure.tsx';
import { shownFactors, type ShownFactors } from './shown.ts';
import { SingularFigure } from './SingularFigure.tsx';
import { summary } from './words.ts';

const controls = (
  <>
    <NetworkChoice />
    <StretchControl />
    <StrengthControl />
    <StepsControl />
    <LossAtControl />
    <GateBiasOfNetwork />
    <HiddenControl />
    <SchemeControl />
    <SeedControl />
  </>
);

export function FactorsExperiment() {
  const laboratory = useLaboratory();
  const set = useDrawnAnswers('factors', { factors: { kind: 'factors', setup: setupsOf(laboratory)[laboratory.network] } });
  return <FactorsPage set={set} />;
}

interface Props {
  readonly set: PublishedSet<{ readonly factors: QuestionOf<'factors'> }> | null;
}

const FactorsPage = memo(function FactorsPage({ set }: Props) {
  const { step } = useSettings('step');
  const edit = useEditLaboratory();
  const [pointed, setPointed] = useState<number | null>(null);
  const shown = useMemo(() => (set?.answers.factors ? shownFactors(set.answers.factors, set.questions.factors.setup) : null), [set]);
  const told = usePaced(shown) ?? shown;
  const p = shown?.p ?? 1;
  // Without a step that was opened, the whole way back is.
  const opened = Math.min(Math.max(step ?? 1, 1), p);
  const onOpen = useCallback((next: number) => edit({ step: Math.min(next, p) }), [edit, p]);
  const problem = set?.problems.factors ?? null;

  return (
    <PageLayout title="What does one step back multiply the gradient by?" words={<Words told={problem === null ? told : null} problem={problem} isAnswered={set !== null} />} controls={controls}>
      {shown && (
        <>
          {hasActivation(shown) && (
            <div className="lab-why-pair">
              <ActivationFigure shown={shown} opened={opened} />
              <SingularFigure shown={shown} />
            </div>
          )}
          <BarsFigure shown={shown} opened={opened} pointed={pointed} onPoint={setPointed} onOpen={onOpen} />
          <DecayFigure shown={shown} opened={opened} pointed={pointed} onPoint={setPointed} onOpen={onOpen} />
          <ProductOfOpened />
        </>
      )}
    </PageLayout>
  );
});

const hasActivation = (shown: ShownFactors): shown is ShownFactors & { readonly activation: Activation } => shown.activation !== null;

/** The product behind the step that is opened now. */
function ProductOfOpened() {
  const laboratory = useLaboratory();
  const setup = setupsOf(laboratory)[laboratory.network];
  const step = Math.min(Math.max(laboratory.step ?? 1, 1), setup.sequence.lossAt);
  return <ProductFigure set={useDrawnAnswers('detail', { product: { kind: 'product', setup, k: step - 1 } })} />;
}

interface WordsProps {
  /** What the words are about; null where there are no numbers. */
  readonly told: ShownFactors | null;
  readonly problem: string | null;
  readonly isAnswered: boolean;
}

const Words = memo(function Words({ told, problem, isAnswered }: WordsProps) {
  const { network } = useSettings('network');
  const edit = useEditLaboratory();
  const cell = told?.cell ?? network;
  const activation = activations[cell] ?? null;
  return (
    <div className="lab-why-words">
      {activation && (
        <p>
          One step back is{' '}
          <span className="lab-why-formula">
            ∂L/∂h<sub>t−1</sub> = W<sub>hh</sub>ᵀ (φ′(a<sub>t</sub>) ⊙ ∂L/∂h<sub>t</sub>)
          </span>
          : first the slope of each unit, then the weights.
        </p>
      )}
      {told && (
        <p>
          <Sentence text={summary(told.answer, told.p, activation?.letter ?? null)} />
        </p>
      )}
      {!activation && <GatedWords name={networkNames[cell].name} onRoad={() => edit({ experiment: 'gates' })} />}
      {problem !== null && <p role="alert">{problem}</p>}
      {!isAnswered && <p>The first numbers are being computed.</p>}
    </div>
  );
});

function GatedWords({ name, onRoad }: { readonly name: string; readonly onRoad: () => void }) {
  return (
    <p>
      A step of the {name} does not split so simply: the gradient goes back through several gates and a straight road beside them, each with slopes and weights of
      its own. So its factors stand here whole.{' '}
      <button type="button" className="lab-why-link" onClick={onRoad}>
        See the road through the gates
      </button>
    </p>
  );
}
