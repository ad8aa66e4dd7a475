// Opens a second network beside the first, or closes it.
import { Rows2 } from 'lucide-react';
import { useDispatch, useStores, useDocument } from '../stores.tsx';
import { firstRival } from './firstRival.ts';

export function RivalButton() {
  const dispatch = useDispatch();
  const { documents } = useStores();
  const isOn = useDocument((state) => state.document.rival !== null);
  return (
    <button
      type="button"
      className="tool"
      aria-pressed={isOn}
      aria-label="Compare with a second network"
      title={isOn ? 'Close the second network' : 'Compare with a second network'}
      onClick={() => dispatch({ type: 'setRival', rival: isOn ? null : firstRival(documents.getState().document) })}
    >
      <Rows2 aria-hidden size={16} />
      <span>Compare</span>
    </button>
  );
}
