// The figures of the training over a lag: accuracy against lag, learning curves lag by lag, and one sequence that is read.
import { useMemo, useState } from 'react';
import { lagTasks } from '../../../../engine/laboratory/lag/tasks.ts';
import type { LagPlan } from '../../../../state/laboratory/laboratory.ts';
import { networkNames } from '../../../../state/laboratory/names.ts';
import { LagAccuracy, networkColourOf } from '../../../draw/laboratory/lag/LagAccuracy.tsx';
import { LearningCurves } from '../../../draw/laboratory/lag/LearningCurves.tsx';
import { SequenceRow } from '../../../draw/laboratory/lag/SequenceRow.tsx';
import { lagPlot, learningGrid, learningGridHeight, sequenceHeight, sequenceRow, type LagCurve, type Size } from '../../../layout/laboratory/lagPlot.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { FigureFrame } from '../../pages/FigureFrame.tsx';
import { exampleOf } from './example.ts';
import { isOver, lagCells, resultWords, taskWords } from './words.ts';

interface Trained {
  readonly plan: LagPlan;
  readonly curves: readonly LagCurve[];
}

export function AccuracyFigure({ plan, curves }: Trained) {
  const words = [...(plan.lags.every((lag) => isOver(curves, lag)) ? [] : ['So far:']), ...resultWords(curves, plan)];
  return (
    <FigureFrame
      title="Right answers at each lag"
      name="lag-accuracy"
      aspect={2.4}
      minHeight={260}
      note={
        <>
          <p>On 200 sequences that are never learned from. A hollow point is still learning.</p>
          {words.length > 1 && <p className="lab-lag-result">{words.join(' ')}</p>}
        </>
      }
    >
      {({ width, height, textSize }) => <Accuracy plan={plan} curves={curves} size={{ width, height, textSize }} words={words.join(' ')} />}
    </FigureFrame>
  );
}

function Accuracy({ plan, curves, size, words }: Trained & { readonly size: Size; readonly words: string }) {
  const { width, height, textSize } = size;
  const { lags } = plan;
  const geometry = useMemo(
    () => lagPlot(curves, lagCells, lags, { width, height, textSize }),
    [curves, lags, width, height, textSize],
  );
  return (
    <LagAccuracy
      geometry={geometry}
      {...size}
      cells={lagCells}
      names={lagCells.map((cell) => networkNames[cell].name)}
      chance={lagTasks[plan.task].baseline.accuracy}
      isDone={(cell, index) => curves.some((each) => each.cell === cell && each.lag === lags[index] && each.isDone)}
      description={`Share of right answers against the lag. ${words}`}
    />
  );
}

export function CurvesFigure({ plan, curves }: Trained) {
  const [measure, setMeasure] = useState<'accuracy' | 'loss'>('accuracy');
  return (
    <FigureFrame
      title="Learning, lag by lag, on one clock"
      name="lag-learning-curves"
      minHeight={(textSize, width) => learningGridHeight(plan.lags.length, width, textSize)}
      note={
        <div className="lab-lag-curves-note">
          <ul className="lab-lag-key">
            {lagCells.map((cell) => (
              <li key={cell}>
                <span style={{ background: networkColourOf(cell) }} aria-hidden="true" />
                {networkNames[cell].name}
              </li>
            ))}
            <li>
              <span className="lab-lag-key-chance" aria-hidden="true" />a guess
            </li>
          </ul>
          <Segmented
            label="Curves of"
            isLabelHidden
            choices={[
              { value: 'accuracy', label: 'right answers' },
              { value: 'loss', label: 'loss' },
            ]}
            value={measure}
            onChange={setMeasure}
          />
        </div>
      }
    >
      {({ width, height, textSize }) => <Curves plan={plan} curves={curves} measure={measure} size={{ width, height, textSize }} />}
    </FigureFrame>
  );
}

function Curves({ plan, curves, measure, size }: Trained & { readonly measure: 'accuracy' | 'loss'; readonly size: Size }) {
  const { width, height, textSize } = size;
  const { lags, updates, task } = plan;
  const grid = useMemo(
    () => learningGrid({ curves, cells: lagCells, lags, updates, measure, chance: lagTasks[task].baseline[measure], size: { width, height, textSize } }),
    [curves, lags, updates, task, measure, width, height, textSize],
  );
  const tested = curves.filter(({ updates: at }) => at.length > 0).length;
  return <LearningCurves grid={grid} {...size} description={`${measure === 'accuracy' ? 'Right answers' : 'Loss'} against updates, a small plot for each of ${lags.length} lags; ${tested} of ${lags.length * lagCells.length} curves have begun.`} />;
}

export function ExampleFigure({ plan }: { readonly plan: LagPlan }) {
  const { task, seed, lags } = plan;
  const lag = lags[Math.floor((lags.length - 1) / 2)] ?? 10;
  const example = useMemo(() => exampleOf({ task, seed }, lag), [task, seed, lag]);
  return (
    <FigureFrame title={`The task: ${taskWords[task].name}, here at lag ${lag}`} name="lag-task" minHeight={sequenceHeight} note={taskWords[task].words}>
      {({ width, height, textSize }) => (
        <SequenceRow steps={sequenceRow(example.steps, { width, height, textSize }, example.answer)} width={width} textSize={textSize} answer={example.answer} description={example.words} />
      )}
    </FigureFrame>
  );
}
