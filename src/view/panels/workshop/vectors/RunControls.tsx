// Start, pause, one example or one epoch at a time, stop; and where learning stands.
import { Pause, Play, RotateCcw, SkipBack, Square, StepForward } from 'lucide-react';
import type { LearningTask } from '../../../../state/workshop/vectors/learning.ts';
import { isOther, useLearning } from './useLearning.ts';
import { progressWords } from './words.ts';

export function RunControls({ task }: { readonly task: LearningTask | null }) {
  const { learning, ...state } = useLearning();
  const { status, moment, words } = state;
  const isUnderWay = status === 'running' || status === 'paused';
  /** A step would throw away what was learned: the way back to the beginning is a button of its own. */
  const isOver = !isUnderWay && status !== 'idle';
  const isChanged = task !== null && state.task !== null && status !== 'idle' && isOther(task, state.task);
  const start = (isHeld = false): void => {
    if (task) learning.start(task, isHeld);
  };
  /** The first step begins what then stands still. */
  const step = (stride: 'row' | 'epoch'): void => {
    if (!isUnderWay) start(true);
    learning.step(stride);
  };
  return (
    <div className="vectors-run">
      <div className="vectors-buttons">
        {!isUnderWay && (
          <button type="button" className="controls-button controls-button-strong" disabled={!task} onClick={() => start()}>
            {status === 'idle' ? <Play aria-hidden="true" /> : <RotateCcw aria-hidden="true" />} {status === 'idle' ? 'Start learning' : 'Learn anew from the seed'}
          </button>
        )}
        {status === 'running' && (
          <button type="button" className="controls-button controls-button-strong" onClick={() => learning.pause()}>
            <Pause aria-hidden="true" /> Pause
          </button>
        )}
        {status === 'paused' && (
          <button type="button" className="controls-button controls-button-strong" onClick={() => learning.resume()}>
            <Play aria-hidden="true" /> Go on
          </button>
        )}
        {isUnderWay && (
          <button type="button" className="controls-button" onClick={() => learning.stop()}>
            <Square aria-hidden="true" /> Stop
          </button>
        )}
        {isOver && (
          <button type="button" className="controls-button" disabled={!task} onClick={() => task && learning.reset(task)}>
            <SkipBack aria-hidden="true" /> To the beginning
          </button>
        )}
        <button type="button" className="controls-button" disabled={!task || isOver} onClick={() => step('row')}>
          <StepForward aria-hidden="true" /> One example
        </button>
        <button type="button" className="controls-button" disabled={!task || isOver} onClick={() => step('epoch')}>
          <StepForward aria-hidden="true" /> One epoch
        </button>
      </div>
      {isUnderWay && state.task && moment && <progress max={state.task.job.epochs} value={moment.epoch + moment.position / Math.max(1, moment.exampleCount)} aria-label="Epochs that are done" />}
      <p className="vectors-progress">{progressWords(state)}</p>
      {words !== '' && (
        <p className="controls-problem" role="alert">
          {words}
        </p>
      )}
      {isChanged && <p className="lab-control-words">The settings have been changed since: what is seen is of those before. They hold from the next start on, or from the beginning.</p>}
    </div>
  );
}
