// One figure of the gallery: the drawing, what goes in and out, where it is used, and what opens it.
import { ArrowRight, Download } from 'lucide-react';
import { useMemo, useRef } from 'react';
import type { CellId } from '../../engine/model.ts';
import { tasks } from '../../engine/tasks/index.ts';
import type { FigureExample, GalleryFigure } from '../../view/draw/gallery/figures.ts';
import { Figure } from '../../view/draw/gallery/Figure.tsx';
import { figureScene } from '../../view/draw/gallery/figureScene.ts';
import { useStores } from '../../view/panels/stores.tsx';
import { fittingCell, openedDocument, openWords } from './opened.ts';
import { saveFigure } from '../../view/draw/export/saveFigure.ts';

interface Props {
  readonly figure: GalleryFigure;
  /** The cells that were asked for, the best first. */
  readonly cells: readonly CellId[];
  /** 0 unrolled … 1 folded, on its way from one to the other. */
  readonly fold: number;
  readonly isFolded: boolean;
  readonly onOpened: () => void;
}

export function FigureCard({ figure, cells, fold, isFolded, onOpened }: Props) {
  const { documents } = useStores();
  const drawing = useRef<HTMLDivElement>(null);
  const { id, title, caption, use, examples } = figure;
  const [first, ...others] = examples;
  const cell = fittingCell(figure, cells);
  const scene = useMemo(() => (cell ? figureScene({ ...first, cell }) : null), [first, cell]);
  const open = (example: FigureExample): void => {
    if (!cell) return;
    const { document, dispatch } = documents.getState();
    dispatch({ type: 'replace', document: openedDocument(document, example, cell, isFolded ? 1 : 0), words: openWords(figure, cell) });
    onOpened();
  };
  const save = (): void => {
    const svg = drawing.current?.querySelector('svg');
    if (svg) saveFigure(svg, `${id}-${cell ?? ''}`);
  };
  return (
    <li className="gallery-card">
      <h3>{title}</h3>
      {scene && (
        <button type="button" className="tool gallery-save" aria-label={`Save ${title} as SVG`} title="Save as SVG" onClick={save}>
          <Download size={16} aria-hidden />
        </button>
      )}
      <p className="gallery-caption">{caption}</p>
      {scene ? (
        <div className="gallery-figure">
          <div ref={drawing} role="img" aria-label={`${title}, drawn: ${caption}`}>
            <Figure scene={scene} grid={tasks[first.task].grid} fold={fold} />
          </div>
          <button type="button" aria-label={`Open ${title}: ${tasks[first.task].title}`} title="Open this network" onClick={() => open(first)} />
        </div>
      ) : (
        <p className="gallery-none">A feed-forward cell has no state to hand on from step to step, so it cannot be wired like this.</p>
      )}
      <p className="gallery-use">{use}</p>
      <div className="gallery-open">
        {scene && [first, ...others].map((example) => (
          <button key={example.task} type="button" className="controls-button" onClick={() => open(example)}>
            {tasks[example.task].title}
            <ArrowRight size={14} aria-hidden />
          </button>
        ))}
      </div>
    </li>
  );
}
