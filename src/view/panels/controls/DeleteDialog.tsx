// Asks before something is deleted that cannot be brought back. The focus begins on the button that keeps it.
import { useId, useLayoutEffect, useRef } from 'react';
import './deleteDialog.css';

interface Props {
  /** The question, and what becomes of the rest. */
  readonly question: string;
  readonly onDelete: () => void;
  /** However it ends. */
  readonly onClose: () => void;
}

/** Shown while it is mounted. */
export function DeleteDialog({ question, onDelete, onClose }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  // Closed while it is still on the page, so that the focus goes back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    keep.current?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} className="delete-dialog" aria-labelledby={id} onClose={onClose}>
      <p id={id}>{question}</p>
      <div className="delete-dialog-buttons">
        <button
          type="button"
          className="controls-button"
          onClick={() => {
            dialog.current?.close();
            onDelete();
          }}
        >
          Delete it
        </button>
        <button ref={keep} type="button" className="controls-button controls-button-strong" onClick={onClose}>
          Keep it
        </button>
      </div>
    </dialog>
  );
}
