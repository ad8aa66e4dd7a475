// Why the gradient shrinks: what one step back multiplies it by, taken apart into the activation's slope and the weights, on one network's own
// numbers; and the product of Jacobians behind an opened step.
import { useState } from 'react';
import { activations } from '../../../layout/laboratory/activations.ts';
import { networkNames } from '../../../../state/laboratory/names.ts';
import { laboratoryCells, type LaboratoryCell } from '../../../../state/laboratory/laboratory.ts';
import { setupsOf } from '../../../../state/laboratory/setups.ts';
import { Sentence } from '../../../draw/laboratory/factors/Sentence.tsx';
import { HiddenControl } from '../controls/HiddenControl.tsx';
import { LossAtControl } from '../controls/LossAtControl.tsx';
import { NetworkChoice } from '../controls/NetworkChoice.tsx';
import { SchemeControl } from '../controls/SchemeControl.tsx';
import { SeedControl } from '../controls/SeedControl.tsx';
import { StepsControl } from '../controls/StepsControl.tsx';
import { StrengthControl } from '../controls/StrengthControl.tsx';
import { StretchControl } from '../controls/StretchControl.tsx';
import { GateBiasControl } from '../controls/GateBiasControl.tsx';
import { PageLayout } from '../../pages/PageLayout.tsx';
import { useAnswers, useEditLaboratory, useLaboratory } from '../hooks.ts';
import { ActivationFigure } from './ActivationFigure.tsx';
import { BarsFigure } from './BarsFigure.tsx';
import { DecayFigure } from './DecayFigure.tsx';
import { ProductFigure } from './ProductFigure.tsx';
import { SingularFigure } from './SingularFigure.tsx';
import { summary } from './words.ts';

const isShown = (cell: string): cell is LaboratoryCell => laboratoryCells.some((each) => each === cell);

export function FactorsExperiment() {
  const laboratory = useLaboratory();
  const edit = useEditLaboratory();
  const [pointed, setPointed] = useState<number | null>(null);
  const setup = setupsOf(laboratory)[laboratory.network];
  const set = useAnswers('factors', { factors: { kind: 'factors', setup } });
  const answer = set?.answers.factors ?? null;
  const { sequence, network } = set?.questions.factors.setup ?? setup;
  const cell = isShown(network.cell) ? network.cell : laboratory.network;
  const activation = activations[cell] ?? null;
  const p = sequence.lossAt;
  // Without a step that was opened, the whole way back is.
  const opened = Math.min(Math.max(laboratory.step ?? 1, 1), p);
  const steps = { p, opened, pointed, onPoint: setPointed, onOpen: (step: number) => edit({ step: Math.min(step, p) }) };

  return (
    <PageLayout
      title="Why does the gradient shrink at each step?"
      words={
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
          {answer && (
            <p>
              <Sentence text={summary(answer, p, activation?.letter ?? null)} />
            </p>
          )}
          {!activation && <GatedWords name={networkNames[cell].name} onRoad={() => edit({ experiment: 'gates' })} />}
          {set?.problems.factors && <p role="alert">{set.problems.factors}</p>}
          {!set && <p>The first numbers are being computed.</p>}
        </div>
      }
      controls={
        <>
          <NetworkChoice />
          <StretchControl />
          <StrengthControl />
          <StepsControl />
          <LossAtControl />
          {!activation && <GateBiasControl />}
          <HiddenControl />
          <SchemeControl />
          <SeedControl />
        </>
      }
    >
      {answer && (
        <>
          {activation && (
            <div className="lab-why-pair">
              <ActivationFigure answer={answer} activation={activation} cell={cell} hiddenSize={network.hiddenSize} step={opened} />
              <SingularFigure answer={answer} />
            </div>
          )}
          <BarsFigure answer={answer} cell={cell} {...steps} />
          <DecayFigure answer={answer} hasBound={activation !== null} {...steps} />
        </>
      )}
      {answer && <ProductFigure setup={setup} step={Math.min(Math.max(laboratory.step ?? 1, 1), setup.sequence.lossAt)} />}
    </PageLayout>
  );
}

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
