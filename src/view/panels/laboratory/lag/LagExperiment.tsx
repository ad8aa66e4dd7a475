// "Learning over a lag": three networks learn the same task at several lags, side by side on one clock; the result is what it is.
import { useMemo } from 'react';
import { same } from '../../../../state/same.ts';
import { PowerText } from '../../../draw/plot/PowerText.tsx';
import { PageLayout } from '../../pages/PageLayout.tsx';
import { useSettings } from '../hooks.ts';
import { AccuracyFigure, CurvesFigure, ExampleFigure } from './LagFigures.tsx';
import { PlanControls } from './PlanControls.tsx';
import { Predict } from './Predict.tsx';
import { RunButtons } from './RunButtons.tsx';
import { planOf, useTraining } from './useTraining.ts';
import { clockWords, gateWords, problemWords } from './words.ts';
import './lag.css';

export function LagExperiment() {
  const { lag: wanted } = useSettings('lag');
  const { plan: started, status, words, curves, trainings } = useTraining();
  // The picture is of the training that was started, not of what is set by now.
  const plan = useMemo(() => planOf(started ?? wanted), [started, wanted]);
  return (
    <PageLayout
      isOpen
      title="How far back can each network learn?"
      words={
        <>
          <p>
            A vanilla RNN, an LSTM and a GRU with the same number of units learn the same task from the same sequences. What has to be kept lies a lag of so many steps before the answer.
          </p>
          <p>
            <PowerText text={gateWords(plan)} />
          </p>
        </>
      }
      controls={
        <>
          <RunButtons
            status={status}
            isChanged={!same(plan, planOf(wanted))}
            onStart={() => trainings.start(wanted)}
            onPause={() => trainings.pause()}
            onResume={() => trainings.resume()}
            onStop={() => trainings.stop()}
          />
          <PlanControls />
        </>
      }
    >
      <ExampleFigure plan={plan} />
      <Predict plan={plan} curves={curves} />
      <p className="lab-lag-clock" role="status">
        {statusWords[status]}
        {status === 'idle' ? '' : clockWords(curves, plan)}
        {words === '' ? '' : ` ${words}`}
      </p>
      {problemWords(curves).map((each) => (
        <p key={each} className="lab-lag-problem">
          {each}
        </p>
      ))}
      <AccuracyFigure plan={plan} curves={curves} />
      <CurvesFigure plan={plan} curves={curves} />
    </PageLayout>
  );
}

const statusWords = {
  idle: 'Nothing is trained yet. Start the training, and watch; it goes on while you look at other sections.',
  running: '',
  paused: 'Paused. ',
  done: '',
  stopped: 'Stopped. ',
  failed: 'The training ended early. ',
} as const;
