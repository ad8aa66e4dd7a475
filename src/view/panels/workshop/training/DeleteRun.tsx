// Asks before a run is deleted: it cannot be brought back.
import { useLayoutEffect, useRef } from 'react';
import { workshopRuns } from '../../../../state/workshop/runs.ts';
import type { TrainingRun } from '../../../../state/workshop/run.ts';

interface Props {
  readonly run: TrainingRun;
  readonly onClose: () => void;
  /** Once it is gone and the dialog closed. */
  readonly onDeleted: () => void;
}

/** Shown while it is mounted. */
export function DeleteRun({ run, onClose, onDeleted }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed while it is still on the page, so that the focus goes back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} className="training-dialog" aria-labelledby="training-delete" onClose={onClose}>
      <p id="training-delete">
        Delete “{run.name}” with all its epochs? It cannot be brought back. Save its file first if you may want it again.
      </p>
      <div className="training-buttons">
        <button
          type="button"
          className="controls-button"
          onClick={() => {
            workshopRuns.remove(run.id);
            dialog.current?.close();
            onDeleted();
          }}
        >
          Delete it
        </button>
        <button type="button" className="controls-button controls-button-strong" onClick={onClose}>
          Keep it
        </button>
      </div>
    </dialog>
  );
}
