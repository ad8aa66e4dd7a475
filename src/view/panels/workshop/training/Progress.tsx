// Where the run in view stands: a bar over its epochs, words for speed and time left, its score, and why it ended.
import type { TrainingRun } from '../../../../state/workshop/run.ts';
import { useRuns } from '../useShown.ts';
import { paceWords, recordAt, scoreWords, statusWords } from '../progressWords.ts';

export function Progress({ run }: { readonly run: TrainingRun }) {
  const live = useRuns((state) => (state.live?.run === run.id ? state.live : null));
  const shownEpoch = useRuns(({ epoch }) => epoch);
  const last = run.records.at(-1)?.epoch ?? 0;
  const epoch = live?.moment?.epoch ?? last;
  const record = recordAt(run.records, shownEpoch ?? last);
  const rows = live?.moment?.rowsDone ?? 0;
  return (
    <div className="training-progress">
      <progress max={run.job.epochs} value={Math.min(run.job.epochs, epoch)} aria-label="Epochs that are done" />
      <p className="training-progress-words">
        <strong>{statusWords[run.status]}</strong> <span>{paceWords(run, epoch, live)}</span>
        {run.status === 'paused' && rows > 0 && <span> · {rows.toLocaleString('en')} {rows === 1 ? 'row' : 'rows'} of the next one</span>}
      </p>
      {record && (
        <p className="training-progress-score">
          {shownEpoch === null ? '' : `At epoch ${record.epoch}: `}
          {scoreWords(record)}
        </p>
      )}
      {run.note !== undefined && run.note !== '' && <p className="controls-words">{run.note}</p>}
      {run.words !== '' && (
        <p className="training-problem" role="status">
          {run.words}
        </p>
      )}
    </div>
  );
}
