// A button, and behind it the networks that come with the page: what each has learned and how well, and the way to have it in view.
import { GraduationCap } from 'lucide-react';
import { useState } from 'react';
import { TrainedDialog } from './TrainedDialog.tsx';
import './trained.css';

export function OpenTrained() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="controls-button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <GraduationCap aria-hidden="true" /> Open a trained network
      </button>
      {isOpen && <TrainedDialog onClose={() => setOpen(false)} />}
    </>
  );
}
