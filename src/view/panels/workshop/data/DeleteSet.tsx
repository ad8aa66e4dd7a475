// Asks before a data set of one's own is deleted: it cannot be brought back.
import { useLayoutEffect, useRef } from 'react';
import type { Dataset } from '../../../../engine/data/dataset.ts';
import { datasets } from '../../../../state/workshop/datasets.ts';
import { dataSettings } from '../../../../state/workshop/settings/data.ts';
import { useEditRoom } from '../hooks.ts';

interface Props {
  readonly dataset: Dataset;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** Shown while it is mounted. */
export function DeleteSet({ dataset, onClose, onDeleted }: Props) {
  const edit = useEditRoom('data');
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed while it is still on the page, so that the focus goes back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} className="data-dialog" aria-labelledby="data-delete" onClose={onClose}>
      <p id="data-delete">Delete “{dataset.task.title}” from this browser? It cannot be brought back. Networks that were trained on it stay, without their data.</p>
      <div className="data-buttons">
        <button
          type="button"
          className="controls-button"
          onClick={() => {
            dialog.current?.close();
            onDeleted();
            edit({ set: dataSettings.set.first, row: 0 });
            void datasets.remove(dataset.id);
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
