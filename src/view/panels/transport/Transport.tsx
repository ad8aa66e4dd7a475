// The clock at the foot of the page: buttons, the scrubber, what the last operation did, and the way into the next iteration.
import { useState } from 'react';
import { tasks } from '../../../engine/tasks/index.ts';
import { SymbolText } from '../../draw/numeric/SymbolText.tsx';
import { wholeOf } from '../sentence/fields.ts';
import { useDocument, useScene, useView } from '../stores.tsx';
import { captionOf, captionText } from './caption.ts';
import { IterationLine } from './IterationLine.tsx';
import { KeyHints } from './KeyHints.tsx';
import { NextButtons } from './NextButtons.tsx';
import { canBeRead } from './pace.ts';
import { Scrubber } from './Scrubber.tsx';
import { StepButtons } from './StepButtons.tsx';
import { useIterations } from './useIterations.ts';
import { usePlay } from './usePlay.ts';
import { useTransport } from './useTransport.ts';
import './transport.css';

export function Transport() {
  usePlay();
  const transport = useTransport();
  const scene = useScene();
  const { count, lossBefore } = useIterations();
  const playing = useView((state) => state.playing);
  const speed = useView((state) => state.speed);
  const setSpeed = useView((state) => state.setSpeed);
  const digits = useView((state) => state.digits);
  const task = useDocument((state) => tasks[state.document.task]);
  const { step } = task;
  const [problem, setProblem] = useState<string | null>(null);

  if (!scene) return <section className="transport" aria-label="Clock" aria-busy="true" />;
  const { clock, playhead, moment, trace } = scene;
  const caption = captionOf(scene, moment);
  const isAtEnd = playhead >= clock.count;
  return (
    <section className="transport" aria-label="Clock">
      <div className="transport-grid">
        <StepButtons
          transport={transport}
          step={step}
          isAtStart={playhead === 0}
          isAtEnd={isAtEnd}
          playing={playing}
          speed={speed}
          onSpeed={setSpeed}
        />
        <IterationLine count={count} lossBefore={lossBefore} loss={scene.read({ symbol: 'L' })} digits={digits} />
        <Scrubber
          clock={clock}
          stepCount={trace.steps.length}
          playhead={playhead}
          caption={captionText(caption)}
          onSeek={transport.seek}
          onStep={transport.step}
        />
        <p className="transport-caption" aria-hidden>
          {caption.time !== '' && <span className="transport-time">{caption.time} · </span>}
          <SymbolText text={caption.words} />
        </p>
        {/* The same, read out at a pace that can be listened to; while it races, only that it plays. */}
        <output className="visually-hidden">{playing && !canBeRead(speed) ? 'playing' : captionText(caption)}</output>
        {isAtEnd ? <NextButtons whole={wholeOf(task)} onNext={(next) => setProblem(transport.update(next))} /> : <KeyHints step={step} />}
        {problem !== null && (
          <p className="transport-problem" role="alert">
            {problem}
          </p>
        )}
      </div>
    </section>
  );
}
