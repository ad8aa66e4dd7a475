// The frame of one figure: its title, what it says, and buttons that show it as large as the screen or save it. What is drawn is drawn to its size.
import { Image, Maximize2, Minimize2, Shapes, SlidersHorizontal } from 'lucide-react';
import { memo, useCallback, useContext, useId, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { savePng, saveSvg } from '../../draw/export/savePicture.ts';
import { useSize } from '../../hooks/useSize.ts';
import { useView } from '../stores.tsx';
import { FigureElement } from './figureElement.ts';
import { PageControls } from './pageControls.ts';
import { useFullScreen } from './useFullScreen.ts';
import './pages.css';

export interface FigurePlace {
  readonly width: number;
  readonly height: number;
  /** Pixels of the letters: larger where the figure fills the screen. */
  readonly textSize: number;
  readonly isFull: boolean;
}

interface Props {
  readonly title: string;
  /** Of files that are saved, without an ending. */
  readonly name: string;
  /** Under the figure. */
  readonly note?: ReactNode;
  /** Pixels; of what is as high as its letters demand, by their size and the figure's width. */
  readonly minHeight?: number | ((textSize: number, width: number) => number) | undefined;
  /** Width by height; the figure is never lower than `minHeight`. */
  readonly aspect?: number | undefined;
  /** Draws the figure, as svg or canvas, into that place. */
  readonly children: (place: FigurePlace) => ReactNode;
}

/** As high as it is without an aspect. */
const usualHeight = 280;

/** At the size of a lecture, letters are this part of the figure's width, and of its height. */
const lecture = { width: 1 / 62, height: 1 / 36 };

export function FigureFrame({ title, name, note, minHeight = usualHeight, aspect, children }: Props) {
  const id = useId();
  const figure = useRef<HTMLElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const follow = useContext(FigureElement);
  useLayoutEffect(() => (figure.current ? follow?.(figure.current) : undefined), [follow]);
  const { isFull, isOverlay, toggle } = useFullScreen(figure);
  const controls = useContext(PageControls);
  const [isWanted, want] = useState(false);
  const areControlsOpen = isFull && isWanted && controls !== null;
  const toggleControls = useCallback(() => want((old) => !old), []);
  const theme = useView((view) => view.theme);
  const size = useSize(place, { remeasure: `${theme} ${isFull} ${areControlsOpen}` });
  const { width } = size;
  const least = typeof minHeight === 'function' ? minHeight(size.textSize, width) : minHeight;
  const height = isFull ? size.height : Math.round(Math.max(least, aspect === undefined ? 0 : width / aspect));
  const textSize = isFull ? Math.max(size.textSize, Math.min(width * lecture.width, height * lecture.height)) : size.textSize;

  return (
    <figure ref={figure} className="lab-figure" data-full={isFull || undefined} data-controls={areControlsOpen || undefined} {...(isOverlay && { role: 'dialog', 'aria-modal': true })} aria-labelledby={id}>
      <Head id={id} title={title} name={name} place={place} isFull={isFull} onFull={toggle} hasControls={isFull && controls !== null} areControlsOpen={areControlsOpen} onControls={toggleControls} />
      <div ref={place} className="lab-figure-place" style={isFull ? undefined : { height }}>
        {/* Its letters are not measured, or they could only grow. */}
        <div className="lab-figure-drawing" style={isFull ? { fontSize: textSize } : undefined}>
          {width > 0 && height > 0 && children({ width, height, textSize, isFull })}
        </div>
      </div>
      {note !== undefined && <figcaption className="lab-figure-note">{note}</figcaption>}
      {areControlsOpen && (
        <div id={`${id}-controls`} className="lab-figure-controls lab-experiment-controls" role="group" aria-label="What can be changed">
          {controls}
        </div>
      )}
    </figure>
  );
}

interface HeadProps extends Pick<Props, 'title' | 'name'> {
  readonly id: string;
  readonly place: RefObject<HTMLElement | null>;
  readonly isFull: boolean;
  readonly onFull: () => void;
  /** Whether there is something that can be changed beside the figure, and is not to be seen because the figure fills the screen. */
  readonly hasControls: boolean;
  readonly areControlsOpen: boolean;
  readonly onControls: () => void;
}

const Head = memo(function Head({ id, title, name, place, isFull, onFull, hasControls, areControlsOpen, onControls }: HeadProps) {
  const [told, tell] = useState('');
  const save = async (work: (element: HTMLElement) => void | Promise<void>): Promise<void> => {
    if (!place.current) return;
    try {
      await work(place.current);
      tell('');
    } catch (error) {
      tell(error instanceof Error ? error.message : 'The figure could not be saved.');
    }
  };
  return (
    <div className="lab-figure-head">
      <h3 id={id}>{title}</h3>
      <span className="lab-figure-told" role="status">
        {told}
      </span>
      <div className="lab-figure-tools">
        {hasControls && (
          <button type="button" className="tool" aria-label="Controls" aria-expanded={areControlsOpen} aria-controls={areControlsOpen ? `${id}-controls` : undefined} title="What can be changed, beside the figure" onClick={onControls}>
            <SlidersHorizontal size={15} aria-hidden />
            <span>Controls</span>
          </button>
        )}
        <button type="button" className="tool" aria-label={`Save “${title}” as SVG`} title="Save as SVG, for slides and print" onClick={() => void save((element) => saveSvg(element, title, name))}>
          <Shapes size={15} aria-hidden />
          <span>SVG</span>
        </button>
        <button type="button" className="tool" aria-label={`Save “${title}” as PNG`} title="Save as PNG, a picture of twice the pixels" onClick={() => void save((element) => savePng(element, title, name))}>
          <Image size={15} aria-hidden />
          <span>PNG</span>
        </button>
        <button type="button" className="tool" aria-pressed={isFull} aria-label={`“${title}” in full screen`} title={isFull ? 'Back to the page (Esc)' : 'Full screen, at the size of a lecture'} onClick={onFull}>
          {isFull ? <Minimize2 size={15} aria-hidden /> : <Maximize2 size={15} aria-hidden />}
        </button>
      </div>
    </div>
  );
});
