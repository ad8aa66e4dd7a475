// "Cutting the way back": truncated BPTT, what it cuts and what it costs.
import type { CellId } from '../../../../engine/model.ts';
import { laboratoryCells } from '../../../../state/laboratory/laboratory.ts';
import { setupsOf } from '../../../../state/laboratory/setups.ts';
import { networkNames } from '../../../../state/laboratory/names.ts';
import { PowerText } from '../../../draw/plot/PowerText.tsx';
import { CarriedControl } from '../controls/CarriedControl.tsx';
import { GateBiasControl } from '../controls/GateBiasControl.tsx';
import { HiddenControl } from '../controls/HiddenControl.tsx';
import { LossAtControl } from '../controls/LossAtControl.tsx';
import { NetworkChoice } from '../controls/NetworkChoice.tsx';
import { SeedControl } from '../controls/SeedControl.tsx';
import { StepsControl } from '../controls/StepsControl.tsx';
import { StretchControl } from '../controls/StretchControl.tsx';
import { WindowControl } from '../controls/WindowControl.tsx';
import { PageLayout } from '../../pages/PageLayout.tsx';
import { useAnswers, useLaboratory } from '../hooks.ts';
import { CostFigure } from './CostFigure.tsx';
import { FlowFigure } from './FlowFigure.tsx';
import { RowFigure } from './RowFigure.tsx';
import { costWords } from './words.ts';
import './truncation.css';

/** The network that the numbers are of, which may not be the one that is chosen by now. */
function nameOf(cell: CellId | undefined): string {
  const known = laboratoryCells.find((each) => each === cell);
  return known ? networkNames[known].name : '';
}

/** Windows of which the cost is computed. */
const mostWindows = 24;

export function TruncationExperiment() {
  const laboratory = useLaboratory();
  const { network, window, carried } = laboratory;
  const set = useAnswers('truncation', { truncation: { kind: 'truncation', setup: setupsOf(laboratory)[network], window, carried, mostWindows } });
  const answer = set?.answers.truncation ?? null;
  const problem = set?.problems.truncation ?? null;
  const asked = set?.questions.truncation;
  const { steps, lossAt } = asked?.setup.sequence ?? { steps: laboratory.steps, lossAt: laboratory.steps };
  const cutting = answer && asked ? { answer, steps, lossAt, window: asked.window, carried: asked.carried } : null;
  return (
    <PageLayout
      title="What does truncated backpropagation cut?"
      words={
        <>
          <p>
            Going back through every step of a long text takes too much time and memory. Truncated backpropagation through time goes back only so many steps: a window. It cuts the way of the gradient, not the memory of the network.
          </p>
          {cutting && (
            <p className="lab-truncation-finding">
              <strong>{nameOf(asked?.setup.network.cell)}:</strong> <PowerText text={costWords(cutting.answer, cutting.window, steps)} />
            </p>
          )}
        </>
      }
      controls={
        <>
          <WindowControl />
          <CarriedControl />
          <NetworkChoice />
          <StepsControl />
          <LossAtControl />
          <StretchControl />
          <GateBiasControl />
          <HiddenControl />
          <SeedControl />
        </>
      }
    >
      {problem !== null && <p className="lab-truncation-problem" role="alert">{problem}</p>}
      {cutting ? (
        <>
          <RowFigure {...cutting} />
          <FlowFigure {...cutting} />
          <CostFigure {...cutting} />
        </>
      ) : (
        problem === null && <p className="controls-words">The first numbers are being computed.</p>
      )}
    </PageLayout>
  );
}
