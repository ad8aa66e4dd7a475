// What the reader should know: that a computation failed, that it was started again, that numbers became too large to
// hold, that a part of a link could not be read. One place for all of it, empty as a rule.
import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { prepareJob, labelsOf } from '../../../state/runs.ts';
import '../controls/controls.css';
import { PowerText } from '../../draw/plot/PowerText.tsx';
import { useDispatch, useDocument, useRun, useStores, useView } from '../stores.tsx';
import { overflowWords } from './overflowWords.ts';
import './notices.css';

export function Notices() {
  return (
    <div className="notices">
      <div role="alert">
        <Failure />
        <Overflow />
      </div>
      <div role="status">
        <Restart />
        <Reading />
        <LinkProblems />
      </div>
    </div>
  );
}

/** The latest run ended with an error; what is shown is the one before. */
function Failure() {
  const error = useRun((state) => state.error);
  const { client, documents } = useStores();
  const canUndo = useDocument((state) => state.canUndo);
  if (error === null) return null;
  return (
    <Notice kind="problem">
      <p>{error} The numbers on the screen are those from before.</p>
      {client && (
        <button type="button" className="controls-button" onClick={() => client.run(prepareJob(documents.getState().document))}>
          Try again
        </button>
      )}
      {canUndo && <UndoButton />}
    </Notice>
  );
}

/** Numbers became too large to hold. */
function Overflow() {
  const found = useRun((state) => state.firstNonFinite);
  const network = useRun((state) => state.network);
  const canUndo = useDocument((state) => state.canUndo);
  const hasChanges = useDocument((state) => state.document.changes.length > 0);
  if (!found || !network) return null;
  return (
    <Notice kind="problem">
      <p>
        <PowerText text={`${overflowWords(network, found)} Smaller weights bring it back.`} />
      </p>
      {canUndo ? <UndoButton /> : hasChanges && <ResetButton />}
    </Notice>
  );
}

function UndoButton() {
  const undo = useDocument((state) => state.undo);
  const words = useDocument((state) => state.undoWords);
  return (
    <button type="button" className="controls-button" title={`Undo: ${words}`} onClick={undo}>
      Undo the last change
    </button>
  );
}

/** A link that brought such weights leaves nothing to undo. */
function ResetButton() {
  const dispatch = useDispatch();
  return (
    <button type="button" className="controls-button" onClick={() => dispatch({ type: 'resetWeights' })}>
      Reset the weights
    </button>
  );
}

/** The worker was lost and replaced, or there is none. */
function Restart() {
  const restarts = useRun((state) => state.restarts);
  const notice = useRun((state) => state.notice);
  const [seen, setSeen] = useState(0);
  const [read, setRead] = useState<string | null>(null);
  if (restarts > seen) {
    return (
      <Notice kind="news" onDismiss={() => setSeen(restarts)}>
        <p>The computation stopped answering and was started again; nothing was lost.</p>
      </Notice>
    );
  }
  if (notice === null || notice === read || restarts > 0) return null;
  return (
    <Notice kind="news" onDismiss={() => setRead(notice)}>
      <p>{notice}</p>
    </Notice>
  );
}

/** The document could not be carried out in every part. */
function Reading() {
  const notice = useRun((state) => labelsOf(state.job).notice);
  const [read, setRead] = useState('');
  if (notice === '' || notice === read) return null;
  return (
    <Notice kind="news" onDismiss={() => setRead(notice)}>
      <p>{notice}</p>
    </Notice>
  );
}

/** Parts of a link that could not be read. */
export function LinkProblems() {
  const problems = useView((state) => state.problems);
  const setProblems = useView((state) => state.setProblems);
  if (problems.length === 0) return null;
  return (
    <Notice kind="news" onDismiss={() => setProblems([])}>
      <p>{problems.length === 1 ? 'A part of the link could not be read.' : `${problems.length} parts of the link could not be read.`}</p>
      <ul>
        {problems.map((problem, k) => (
          <li key={k}>{problem}</li>
        ))}
      </ul>
    </Notice>
  );
}

interface NoticeProps {
  readonly kind: 'problem' | 'news';
  readonly onDismiss?: (() => void) | undefined;
  readonly children: ReactNode;
}

function Notice({ kind, onDismiss, children }: NoticeProps) {
  return (
    <div className={`notice notice-${kind}`}>
      <div className="notice-words">{children}</div>
      {onDismiss && (
        <button type="button" className="controls-button notice-dismiss" aria-label="Dismiss" title="Dismiss" onClick={onDismiss}>
          <X aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
