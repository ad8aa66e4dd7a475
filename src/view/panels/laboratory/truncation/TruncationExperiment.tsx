// "Cutting the way back": truncated BPTT, what it cuts and what it costs.
import { memo, useMemo } from 'react';
import type { QuestionOf } from '../../../../engine/laboratory/questions.ts';
import type { CellId } from '../../../../engine/model.ts';
import { laboratoryCells } from '../../../../state/laboratory/laboratory.ts';
import { setupsOf } from '../../../../state/laboratory/setups.ts';
import { networkNames } from '../../../../state/laboratory/names.ts';
import { PowerText } from '../../../draw/plot/PowerText.tsx';
import { CarriedControl } from '../controls/CarriedControl.tsx';
import { GateBiasOfNetwork } from '../controls/GateBiasOfNetwork.tsx';
import { HiddenControl } from '../controls/HiddenControl.tsx';
import { LossAtControl } from '../controls/LossAtControl.tsx';
import { NetworkChoice } from '../controls/NetworkChoice.tsx';
import { SeedControl } from '../controls/SeedControl.tsx';
import { StepsControl } from '../controls/StepsControl.tsx';
import { StretchControl } from '../controls/StretchControl.tsx';
import { WindowControl } from '../controls/WindowControl.tsx';
import { PageLayout } from '../../pages/PageLayout.tsx';
import { usePaced } from '../../../hooks/usePaced.ts';
import { useDrawnAnswers, useLaboratory, type PublishedSet } from '../hooks.ts';
import { CostFigure } from './CostFigure.tsx';
import { FlowFigure } from './FlowFigure.tsx';
import { RowFigure, type Cutting } from './RowFigure.tsx';
import { costWords, type Truncation } from './words.ts';
import './truncation.css';

/** The network that the numbers are of, which may not be the one that is chosen by now. */
function nameOf(cell: CellId): string {
  const known = laboratoryCells.find((each) => each === cell);
  return known ? networkNames[known].name : '';
}

/** Windows of which the cost is computed. */
const mostWindows = 24;

const controls = (
  <>
    <WindowControl />
    <CarriedControl />
    <NetworkChoice />
    <StepsControl />
    <LossAtControl />
    <StretchControl />
    <GateBiasOfNetwork />
    <HiddenControl />
    <SeedControl />
  </>
);

export function TruncationExperiment() {
  const laboratory = useLaboratory();
  const { network, window, carried } = laboratory;
  return <TruncationPage set={useDrawnAnswers('truncation', { truncation: { kind: 'truncation', setup: setupsOf(laboratory)[network], window, carried, mostWindows } })} />;
}

interface Props {
  readonly set: PublishedSet<{ readonly truncation: QuestionOf<'truncation'> }> | null;
}

const TruncationPage = memo(function TruncationPage({ set }: Props) {
  const shown = useMemo(() => (set?.answers.truncation ? cuttingOf(set.answers.truncation, set.questions.truncation) : null), [set]);
  const told = usePaced(shown) ?? shown;
  const problem = set?.problems.truncation ?? null;
  return (
    <PageLayout title="What does truncated backpropagation cut?" words={<Words told={problem === null ? told : null} />} controls={controls}>
      {problem !== null && <p className="lab-truncation-problem" role="alert">{problem}</p>}
      {shown ? (
        <>
          <RowFigure shown={shown} />
          <FlowFigure shown={shown} />
          <CostFigure shown={shown} />
        </>
      ) : (
        problem === null && <p className="controls-words">The first numbers are being computed.</p>
      )}
    </PageLayout>
  );
});

function cuttingOf(answer: Truncation, { setup, window, carried }: QuestionOf<'truncation'>): Cutting {
  const { steps, lossAt } = setup.sequence;
  return { answer, name: nameOf(setup.network.cell), steps, lossAt, window, carried };
}

const Words = memo(function Words({ told }: { readonly told: Cutting | null }) {
  return (
    <>
      <p>
        Going back through every step of a long text takes too much time and memory. Truncated backpropagation through time goes back only so many steps: a window. It cuts the way of the gradient, not the memory of the network.
      </p>
      {told && (
        <p className="lab-truncation-finding">
          <strong>{told.name}:</strong> <PowerText text={costWords(told.answer, told.window, told.steps)} />
        </p>
      )}
    </>
  );
});
