// What the network is, for the top bar: its task and activation, and behind one button all else that makes it what it is.
import { SlidersHorizontal } from 'lucide-react';
import { useId, useRef } from 'react';
import { ActivationControl } from './ActivationControl.tsx';
import { NetworkSheet } from './NetworkSheet.tsx';
import { TaskSelect } from './TaskSelect.tsx';
import { useNarrow } from './useNarrow.ts';
import './controls.css';
import './network.css';

export function NetworkControls() {
  const isNarrow = useNarrow();
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
          <ActivationControl isLabelHidden />
        </>
      )}
      <button ref={button} type="button" className="controls-button network-open" popoverTarget={id}>
        <SlidersHorizontal aria-hidden="true" />
        Network
      </button>
      <div id={id} ref={sheet} className="network-sheet" popover="auto" role="dialog" aria-label="Network" onToggle={place}>
        <div className="network-sheet-head">
          <h2>Network</h2>
          <button type="button" className="controls-button" popoverTarget={id} popoverTargetAction="hide">
            Close
          </button>
        </div>
        {isNarrow && (
          <>
            <TaskSelect />
            <ActivationControl />
          </>
        )}
        <NetworkSheet />
      </div>
    </div>
  );
}
