// Under the score: step, play, the place in the row as a slider, and what the last operation did.
import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight, Pause, Play } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Scene } from '../../../scene/scene.ts';
import { captionOf, captionText } from '../../transport/caption.ts';
import { speeds } from '../../transport/pace.ts';
import type { Walk } from './useWalk.ts';

interface Props {
  readonly walk: Walk;
  readonly scene: Scene;
  readonly end: number;
  /** What a time step reads: "word". */
  readonly step: string;
  /** Whether the training itself walks. */
  readonly isDriven: boolean;
}

export function WalkBar({ walk, scene, end, step, isDriven }: Props) {
  const { playhead } = walk;
  const caption = captionText(captionOf(scene, scene.moment));
  return (
    <div className="training-walk">
      <div className="training-walk-buttons" role="group" aria-label="Step through this row">
        <WalkButton name={`Back one ${step}`} isOff={playhead === 0} onPress={() => walk.step('word', -1)}>
          <ChevronsLeft size={17} aria-hidden />
        </WalkButton>
        <WalkButton name="Back one operation" isOff={playhead === 0} onPress={() => walk.step('operation', -1)}>
          <ChevronLeft size={17} aria-hidden />
        </WalkButton>
        <WalkButton name={walk.isPlaying ? 'Stop playing this row' : 'Play this row'} isOff={isDriven} onPress={walk.toggle}>
          {walk.isPlaying ? <Pause size={17} aria-hidden /> : <Play size={17} aria-hidden />}
        </WalkButton>
        <WalkButton name="On one operation" isOff={playhead >= end} onPress={() => walk.step('operation', 1)}>
          <ChevronRight size={17} aria-hidden />
        </WalkButton>
        <WalkButton name={`On one ${step}`} isOff={playhead >= end} onPress={() => walk.step('word', 1)}>
          <ChevronsRight size={17} aria-hidden />
        </WalkButton>
        <select className="controls-select" aria-label="Speed of playing" value={walk.speed} onChange={(event) => walk.setSpeed(Number(event.target.value))}>
          {speeds.map((each) => (
            <option key={each} value={each}>
              {each}×
            </option>
          ))}
        </select>
      </div>
      <input
        className="range-field-input training-walk-range"
        type="range"
        min={0}
        max={end}
        step={1}
        value={playhead}
        aria-label="Place in this row"
        aria-valuetext={`${caption}, operation ${playhead} of ${end}`}
        onChange={(event) => walk.seek(Number(event.target.value))}
      />
      <p className="training-walk-caption">{caption}</p>
    </div>
  );
}

function WalkButton({ name, isOff, onPress, children }: { readonly name: string; readonly isOff: boolean; readonly onPress: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className="controls-button training-walk-button" aria-label={name} title={name} aria-disabled={isOff || undefined} onClick={isOff ? undefined : onPress}>
      {children}
    </button>
  );
}
