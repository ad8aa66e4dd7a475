// Says of a number that the playhead has not come to when it will be made, and offers to go there.
import type { Reference } from '../../../engine/reference.ts';
import type { Scene } from '../../scene/scene.ts';

interface LaterNoteProps {
  readonly scene: Scene;
  readonly reference: Reference;
  readonly onSeek: (playhead: number) => void;
}

export function LaterNote({ scene, reference, onSeek }: LaterNoteProps) {
  const { clock, playhead } = scene;
  const at = clock.madeAt(reference.symbol, reference.t);
  if (at > clock.count) return <p className="formula-words">This iteration never computes it.</p>;
  if (at <= playhead) return <p className="formula-words">Being computed …</p>;
  const ahead = at - playhead;
  return (
    <p className="formula-words">
      Not computed yet: {ahead === 1 ? 'the next operation makes it' : `it is made ${ahead.toLocaleString('en')} operations from here`}.{' '}
      <button type="button" className="formula-go" onClick={() => onSeek(at)}>
        Go there
      </button>
    </p>
  );
}
