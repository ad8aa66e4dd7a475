// The buttons of the clock: to the start, back by a word or an operation, play, on by an operation or a word, and the speed.
import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight, Pause, Play, SkipBack } from 'lucide-react';
import type { ReactNode } from 'react';
import { speeds } from './pace.ts';
import type { Transport } from './useTransport.ts';

interface StepButtonsProps {
  readonly transport: Transport;
  /** What one time step reads: "word", "letter". */
  readonly step: string;
  readonly isAtStart: boolean;
  readonly isAtEnd: boolean;
  readonly playing: boolean;
  readonly speed: number;
  readonly onSpeed: (speed: number) => void;
}

export function StepButtons({ transport, step, isAtStart, isAtEnd, playing, speed, onSpeed }: StepButtonsProps) {
  const size = 18;
  return (
    <fieldset className="transport-buttons" aria-label="Step and play">
      <StepButton name="Back to the start" keys="Home" isOff={isAtStart} onPress={transport.goToStart}>
        <SkipBack size={size} aria-hidden />
      </StepButton>
      <StepButton name={`Back one ${step}`} keys="⇧←" isOff={isAtStart} onPress={() => transport.step('word', -1)}>
        <ChevronsLeft size={size} aria-hidden />
      </StepButton>
      <StepButton name="Back one operation" keys="←" isOff={isAtStart} onPress={() => transport.step('operation', -1)}>
        <ChevronLeft size={size} aria-hidden />
      </StepButton>
      <StepButton name={playing ? 'Pause' : 'Play'} keys="space" isMain onPress={transport.togglePlay}>
        {playing ? <Pause size={size} aria-hidden /> : <Play size={size} aria-hidden />}
      </StepButton>
      <StepButton name="On one operation" keys="→" isOff={isAtEnd} onPress={() => transport.step('operation', 1)}>
        <ChevronRight size={size} aria-hidden />
      </StepButton>
      <StepButton name={`On one ${step}`} keys="⇧→" isOff={isAtEnd} onPress={() => transport.step('word', 1)}>
        <ChevronsRight size={size} aria-hidden />
      </StepButton>
      <select
        className="transport-speed"
        aria-label="Speed of playing"
        title="Speed of playing"
        value={speed}
        onChange={(event) => onSpeed(Number(event.target.value))}
      >
        {speeds.map((each) => (
          <option key={each} value={each}>
            {each}×
          </option>
        ))}
      </select>
    </fieldset>
  );
}

interface StepButtonProps {
  readonly name: string;
  readonly keys: string;
  readonly isMain?: boolean;
  /** Does nothing here. It stays focusable, so that the keyboard's place is not lost at either end. */
  readonly isOff?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function StepButton({ name, keys, isMain = false, isOff = false, onPress, children }: StepButtonProps) {
  return (
    <button
      type="button"
      className={isMain ? 'transport-button transport-main' : 'transport-button'}
      aria-label={name}
      title={`${name} (${keys})`}
      aria-disabled={isOff || undefined}
      onClick={isOff ? undefined : onPress}
    >
      {children}
    </button>
  );
}
