// Buttons that lead to a network: the training, and those that come with the page.
import { useOpenRoom } from './hooks.ts';
import { OpenTrained } from './trained/OpenTrained.tsx';
import './waysToNetwork.css';

export function WaysToNetwork() {
  const open = useOpenRoom();
  return (
    <div className="ways-to-network">
      <button type="button" className="controls-button controls-button-strong" onClick={() => open('training')}>
        Go to the training
      </button>
      <OpenTrained />
    </div>
  );
}
