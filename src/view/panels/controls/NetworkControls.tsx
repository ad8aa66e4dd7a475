// What the network is, for the top bar: its task and cell, and behind one button all else that makes it what it is. What has no room in
// the bar stands behind the button too.
import { SlidersHorizontal } from 'lucide-react';
import { useId, useRef, useState, type ReactNode } from 'react';
import { ActivationControl } from './ActivationControl.tsx';
import { CellControl } from './CellControl.tsx';
import { TaskSelect } from './TaskSelect.tsx';
import { useNarrow } from './useNarrow.ts';
import './controls.css';
import './network.css';

/** `sheet`: what stands behind the button; it is drawn from the first time that it is opened. */
export function NetworkControls({ sheet: content }: { readonly sheet: ReactNode }) {
  const [wasOpened, setOpened] = useState(false);
  const isNarrow = useNarrow();
  const hasLittleRoom = useNarrow('laptop');
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLDivElement>(null);

  /** Below its button, and within the window. On a phone the style sheet puts it at the bottom. */
  const place = (): void => {
    if (!button.current || !sheet.current) return;
    const { left, bottom } = button.current.getBoundingClientRect();
    const width = sheet.current.offsetWidth;
    sheet.current.style.left = `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`;
    sheet.current.style.top = `${bottom + 8}px`;
  };

  return (
    <div className="network-controls">
      {!isNarrow && (
        <>
          <TaskSelect isLabelHidden />
          <CellControl isLabelHidden />
          {!hasLittleRoom && <ActivationControl isLabelHidden isInBar />}
        </>
      )}
      <button ref={button} type="button" className="controls-button network-open" popoverTarget={id}>
        <SlidersHorizontal aria-hidden="true" />
        Network
      </button>
      <div id={id} ref={sheet} className="network-sheet" popover="auto" role="dialog" aria-label="Network" onToggle={place} onBeforeToggle={() => setOpened(true)}>
        <div className="network-sheet-head">
          <h2>Network</h2>
          <button type="button" className="controls-button" popoverTarget={id} popoverTargetAction="hide">
            Close
          </button>
        </div>
        {isNarrow && <TaskSelect />}
        {wasOpened && content}
      </div>
    </div>
  );
}
