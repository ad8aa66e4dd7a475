// One example walked step by step: the very one that learning takes next, with the arrow keys, by buttons, or by itself.
import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { WalkPicture } from '../../../draw/workshop/vectors/WalkPicture.tsx';
import { walkGeometry } from '../../../layout/workshop/vectors/walk.ts';
import { useNarrow } from '../../controls/useNarrow.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';
import { useView } from '../../stores.tsx';
import type { Learned } from './useLearning.ts';
import { WalkNumbers } from './WalkNumbers.tsx';
import { walkInView, type WalkInView } from './walkInView.ts';
import { stageNames, stageWords } from './words.ts';
import './walk.css';

const last = stageNames.length - 1;
/** Milliseconds that a stage stands while it plays. */
const beat = 1800;

export function WalkFigure({ learned }: { readonly learned: Learned }) {
  const [stage, setStage] = useState(0);
  const [isPlaying, play] = useState(false);
  const [target, setTarget] = useState(0);
  const view = useMemo(() => walkInView(learned, target), [learned, target]);
  const goTo = (next: number): void => {
    play(false);
    setStage(Math.min(last, Math.max(0, next)));
  };
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => {
      setStage(Math.min(last, stage + 1));
      if (stage + 1 >= last) play(false);
    }, beat);
    return () => clearTimeout(timer);
  }, [isPlaying, stage]);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = place.current;
    const onKeyDown = (event: KeyboardEvent): void => {
      const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
      // A choice of pairs and a text that scrolls use these keys themselves.
      if (by === 0 || !(event.target instanceof HTMLButtonElement)) return;
      event.preventDefault();
      event.stopPropagation();
      play(false);
      setStage((at) => Math.min(last, Math.max(0, at + by)));
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <section ref={place} className="vectors-walk" aria-label="One example, step by step">
      <div className="vectors-walk-bar" role="toolbar" aria-label="Steps of the example">
        <button type="button" className="controls-button" aria-label="Step back" disabled={stage === 0} onClick={() => goTo(stage - 1)}>
          <ChevronLeft aria-hidden="true" />
        </button>
        <button
          type="button"
          className="controls-button"
          onClick={() => {
            if (!isPlaying && stage === last) setStage(0);
            play(!isPlaying);
          }}
        >
          {isPlaying ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />} {isPlaying ? 'Hold' : 'Play'}
        </button>
        <button type="button" className="controls-button" aria-label="Step on" disabled={stage === last} onClick={() => goTo(stage + 1)}>
          <ChevronRight aria-hidden="true" />
        </button>
        <ol className="vectors-stages">
          {stageNames.map((name, k) => (
            <li key={name}>
              <button type="button" aria-current={k === stage ? 'step' : undefined} onClick={() => goTo(k)}>
                {name}
              </button>
            </li>
          ))}
        </ol>
      </div>
      <p className="vectors-stage-words" role="status">
        {stageWords(stage, learned.job, view.walk.rate)}
      </p>
      {view.targets.length > 1 && (
        <Segmented label="Pair in view" choices={view.targets.map((name, k) => ({ value: String(k), label: name }))} value={String(Math.min(target, view.targets.length - 1))} onChange={(k) => setTarget(Number(k))} />
      )}
      <Picture view={view} stage={stage} isOver={learned.isOver} />
      <WalkNumbers view={view} dimension={learned.job.dimension} />
    </section>
  );
}

function Picture({ view, stage, isOver }: { readonly view: WalkInView; readonly stage: number; readonly isOver: boolean }) {
  const isPhone = useNarrow();
  const theme = useView(({ theme: chosen }) => chosen);
  const { picture } = view;
  const geometryAt = ({ width, textSize }: Pick<FigurePlace, 'width' | 'textSize'>) =>
    walkGeometry({
      tokens: picture.tokens.map(({ text }) => text),
      matrixRows: picture.matrix.length,
      reads: picture.reads.length,
      scores: picture.scores.length,
      longest: Math.max(5, ...[...picture.matrix, ...picture.scores, ...picture.reads].map(({ name }) => [...name].length)),
      width,
      textSize,
      isStacked: isPhone,
    });
  // As high as it is with the letters of the page; in full screen it has the screen.
  const usual = geometryAt({ width: isPhone ? 340 : 860, textSize: theme === 'projector' ? 16 : 12 }).height;
  return (
    <FigureFrame title="The next example" name="word2vec-example" minHeight={usual + 14} note={`Blue is positive, orange negative; all strips of vectors have one scale, and all gradients (dashed) another. ${isOver ? 'It is the example that would come next, had learning not ended.' : 'It is the example that learning takes next: “One example” takes this very step.'}`}>
      {({ width, height, textSize }) => (
        <WalkPicture {...picture} geometry={geometryAt({ width, textSize })} stage={stage} width={width} height={height} textSize={textSize} description={descriptionOf(view, stage)} />
      )}
    </FigureFrame>
  );
}

function descriptionOf({ picture, walk }: WalkInView, stage: number): string {
  const centre = picture.tokens.find(({ role }) => role === 'centre')?.text ?? '';
  const context = picture.tokens.filter(({ role }) => role === 'context').map(({ text }) => text);
  return `Step ${stage + 1}, ${stageNames[stage]}: centre “${centre}”, around it ${context.join(', ')}. Loss ${walk.loss.toPrecision(4)}. All numbers stand in the table below.`;
}
