// The gallery: every way of wiring a network as a small figure, with what it is used for; each opens as a network at work.
import { X } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { figures } from '../../view/draw/gallery/figures.ts';
import { kindOf, kindsOf } from '../../view/panels/controls/cellKinds.ts';
import { Segmented } from '../../view/panels/controls/Segmented.tsx';
import { Switch } from '../../view/panels/controls/Switch.tsx';
import { useStores } from '../../view/panels/stores.tsx';
import { useAnimatedNumber } from '../useAnimatedNumber.ts';
import { FigureCard } from './FigureCard.tsx';
import './gallery.css';

const folding = 700;

/** Shown while it is mounted; `Esc`, the cross and a press beside it close it. */
export function Gallery() {
  const { documents, views } = useStores();
  const { cell } = documents.getState().document;
  const dialog = useRef<HTMLDialogElement>(null);
  const kinds = kindsOf();
  const [kindName, setKind] = useState(() => kindOf(cell, kinds)?.name ?? '');
  const kind = kinds.find(({ name }) => name === kindName);
  const [isFolded, setFolded] = useState(false);
  const fold = useAnimatedNumber(isFolded ? 1 : 0, folding);
  // Closed while it is still on the page, so that the focus goes back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const close = (): void => views.getState().setPanel('none');
  // An event of an earlier closing may come late, when it is open again.
  const closed = (): void => {
    if (!dialog.current?.open) close();
  };
  return (
    <dialog ref={dialog} className="gallery" aria-labelledby="gallery-title" onClose={closed}>
      <div className="gallery-head">
        <div>
          <h2 id="gallery-title">One cell, six networks</h2>
          <p className="gallery-words">The same cell at every step: what is read and what is answered make the difference.</p>
        </div>
        <Legend />
        <div className="gallery-choices">
          <Segmented label="Cell" isLabelHidden choices={kinds.map(({ name }) => ({ value: name, label: name }))} value={kindName} onChange={setKind} />
          <Switch label="Folded" isOn={isFolded} onChange={setFolded} />
        </div>
        <button type="button" className="tool gallery-close" aria-label="Close" title="Close (Esc)" onClick={() => dialog.current?.close()}>
          <X size={18} aria-hidden />
        </button>
      </div>
      <ul className="gallery-figures">
        {figures.map((figure) => (
          <FigureCard key={figure.id} figure={figure} cells={kind?.cells.includes(cell) ? [cell, ...kind.cells] : (kind?.cells ?? [])} fold={fold} isFolded={isFolded} onOpened={close} />
        ))}
      </ul>
    </dialog>
  );
}

/** What the colours stand for, in the order in which they lie in every figure. */
function Legend() {
  return (
    <ul className="gallery-legend" aria-label="Colours, from below">
      {(['input', 'state', 'output'] as const).map((role) => (
        <li key={role} className={`is-${role}`}>
          {role}
        </li>
      ))}
    </ul>
  );
}
