// The list of the networks that come with the page. One that is opened is a run like any other: at its beginning or at its end, to look at or to branch off.
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { settingsCommand } from '../../../../state/workshop/runSettings.ts';
import type { TrainedNetwork } from '../../../../state/workshop/trained/index.ts';
import { openTrained, trainedNetworks } from '../../../../state/workshop/trained/open.ts';
import { formatNumber } from '../../../theme/format.ts';
import { useStores } from '../../stores.tsx';
import { percent } from '../progressWords.ts';

/** Shown while it is mounted. */
export function TrainedDialog({ onClose }: { readonly onClose: () => void }) {
  const { documents } = useStores();
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [networks, setNetworks] = useState<readonly TrainedNetwork[] | null>(null);
  const [problem, setProblem] = useState('');
  const [opening, setOpening] = useState('');
  // Closed while it is still on the page, so that the focus goes back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  useEffect(() => {
    trainedNetworks().then(setNetworks, (error: unknown) => setProblem(wordsOf(error)));
  }, []);
  const open = async (network: TrainedNetwork): Promise<void> => {
    setOpening(network.id);
    try {
      await openTrained(network);
      const { document, dispatch } = documents.getState();
      dispatch(settingsCommand(document, network.settings, 'open a trained network'));
      onClose();
    } catch (error) {
      setProblem(wordsOf(error));
      setOpening('');
    }
  };
  return (
    <dialog ref={dialog} className="trained" aria-labelledby={title} onClose={onClose}>
      <div className="trained-head">
        <h3 id={title}>Trained networks</h3>
        <button type="button" className="controls-button" onClick={onClose}>
          Close
        </button>
      </div>
      <p className="controls-words">Each was trained beforehand from its seed. Opening one puts it in view in all rooms, and sets data and training as it had them.</p>
      {problem !== '' && (
        <p className="controls-problem" role="alert">
          {problem}
        </p>
      )}
      {!networks && problem === '' && <p role="status">Fetching the list …</p>}
      <ul>
        {networks?.map((network) => (
          <li key={network.id}>
            <div>
              <strong>{network.title}</strong>
              <p>{network.words}</p>
            </div>
            <p className="trained-score">{scoreOf(network)}</p>
            <button type="button" className="controls-button" aria-label={`Open “${network.title}”`} aria-disabled={opening !== '' || undefined} onClick={() => (opening === '' ? void open(network) : undefined)}>
              {opening === network.id ? 'Opening …' : 'Open'}
            </button>
          </li>
        ))}
      </ul>
    </dialog>
  );
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : 'The network could not be opened.');

/** "99 % of answers right (validation); 60 epochs". */
function scoreOf({ training, validation, epochs }: TrainedNetwork): string {
  const { accuracy, loss } = validation ?? training;
  const score = accuracy === null ? `loss ${formatNumber(loss, 3)}` : `${percent(accuracy)} right`;
  return `${score} (${validation ? 'validation' : 'training rows'}); ${epochs} epochs`;
}
