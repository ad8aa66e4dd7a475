// Start, pause, go on and stop; and whether the picture is of the settings that stand beside it.
import { Pause, Play, RotateCcw, Square } from 'lucide-react';
import type { TrainingStatus } from './useTraining.ts';

interface Props {
  readonly status: TrainingStatus;
  /** Whether the settings are others than those of the training in view. */
  readonly isChanged: boolean;
  readonly onStart: () => void;
  readonly onPause: () => void;
  readonly onResume: () => void;
  readonly onStop: () => void;
}

export function RunButtons({ status, isChanged, onStart, onPause, onResume, onStop }: Props) {
  const isUnderWay = status === 'running' || status === 'paused';
  return (
    <div className="lab-lag-run">
      <div className="lab-lag-buttons">
        {!isUnderWay && (
          <button type="button" className="controls-button controls-button-strong" onClick={onStart}>
            <Play aria-hidden="true" /> Start training
          </button>
        )}
        {status === 'running' && (
          <button type="button" className="controls-button" onClick={onPause}>
            <Pause aria-hidden="true" /> Pause
          </button>
        )}
        {status === 'paused' && (
          <button type="button" className="controls-button controls-button-strong" onClick={onResume}>
            <Play aria-hidden="true" /> Go on
          </button>
        )}
        {isUnderWay && (
          <button type="button" className="controls-button" onClick={onStop}>
            <Square aria-hidden="true" /> Stop
          </button>
        )}
        {isUnderWay && isChanged && (
          <button type="button" className="controls-button" onClick={onStart}>
            <RotateCcw aria-hidden="true" /> Start anew
          </button>
        )}
      </div>
      {isChanged && status !== 'idle' && <p className="lab-control-words">The settings have been changed since: the picture is of the training before. They hold from the next start on.</p>}
    </div>
  );
}
