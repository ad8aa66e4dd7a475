// The runs that this browser keeps: each can be looked at, laid over, named, branched off, taken away and deleted; files come in by a button or by
// being dropped.
import { Upload } from 'lucide-react';
import { useCallback, useId, useRef, useState } from 'react';
import { workshopRuns } from '../../../../state/workshop/runs.ts';
import { DeleteDialog } from '../../controls/DeleteDialog.tsx';
import type { TrainingRun } from '../../../../state/workshop/run.ts';
import { OpenTrained } from '../trained/OpenTrained.tsx';
import { useRuns } from '../useShown.ts';
import { RunLine } from './RunLine.tsx';
import { useDrop } from '../useDrop.ts';

export function RunList() {
  const title = useId();
  const { runs, isLoaded, keepingProblem } = useRuns((state) => state);
  const file = useRef<HTMLInputElement>(null);
  const [told, tell] = useState('');
  const [doomed, doom] = useState<TrainingRun | null>(null);
  const place = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const take = useCallback(async (files: FileList | null): Promise<void> => {
    for (const each of files ?? []) {
      try {
        tell(await workshopRuns.importRun(each));
      } catch (error) {
        tell(error instanceof Error ? error.message : 'The file could not be read.');
      }
    }
  }, []);
  const isOver = useDrop(place, take);
  return (
    <section ref={place} className="training-runs" aria-labelledby={title} data-over={isOver || undefined}>
      <div className="training-head">
        <h3 id={title} ref={heading} tabIndex={-1}>
          Runs
        </h3>
        <p className="controls-words">{keepingProblem ?? 'All kept in this browser; nothing leaves this machine.'}</p>
        <OpenTrained />
        <button type="button" className="controls-button" onClick={() => file.current?.click()}>
          <Upload aria-hidden="true" /> Open a run’s file
        </button>
        <input ref={file} type="file" hidden aria-hidden="true" tabIndex={-1} onChange={(event) => void take(event.target.files).finally(() => (event.target.value = ''))} />
      </div>
      <p className="controls-words" role="status">
        {told}
      </p>
      {runs.length === 0 ? (
        <p className="controls-words">{isLoaded ? 'None yet. A run stands here as soon as it is started; a file of one can also be dropped here.' : 'Reading what this browser keeps …'}</p>
      ) : (
        <ul>
          {runs.map((run) => (
            <RunLine key={run.id} run={run} others={runs} onDelete={() => doom(run)} onTold={tell} />
          ))}
        </ul>
      )}
      {doomed && (
        <DeleteDialog
          question={`Delete “${doomed.name}” with all its epochs? It cannot be brought back. Save its file first if you may want it again.`}
          onClose={() => doom(null)}
          onDelete={() => {
            workshopRuns.remove(doomed.id);
            doom(null);
            tell(`“${doomed.name}” is deleted.`);
            // Its button is gone, and the focus would be with it.
            heading.current?.focus();
          }}
        />
      )}
    </section>
  );
}
