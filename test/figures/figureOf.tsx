// One function for all stored figures: a network, how much of it is drawn, and when.
import type { ReactElement } from 'react';
import type { CellId } from '../../src/engine/model.ts';
import { tasks } from '../../src/engine/tasks/index.ts';
import type { GalleryFigure } from '../../src/view/draw/gallery/figures.ts';
import { Figure } from '../../src/view/draw/gallery/Figure.tsx';
import { figureScene } from '../../src/view/draw/gallery/figureScene.ts';
import Inside from '../../src/view/draw/inside/Inside.tsx';
import { paintOf } from '../../src/view/draw/score/paint.ts';
import { Score } from '../../src/view/draw/score/Score.tsx';
import { layoutOf } from '../../src/view/draw/score/scoreSpec.ts';
import { movingParts } from '../../src/view/draw/score/useMovingParts.ts';

/**
 * - `plain`, `folded`: as in the gallery.
 * - `forward`, `backward`: the score with its numbers, once every loss is taken, and once every gradient has come back.
 * - `inside-forward`, `inside-backward`: an opened cell alone.
 */
export type FigureKind = 'plain' | 'folded' | 'forward' | 'backward' | 'inside-forward' | 'inside-backward';

// What is fetched after the first picture is there.
await movingParts.fetch();

const size = { width: 1440, height: 760, fold: 0 } as const;
const nothing = (): void => {};

export function figureOf({ examples: [example] }: GalleryFigure, cell: CellId, kind: FigureKind): ReactElement {
  if (kind === 'plain' || kind === 'folded') {
    return <Figure scene={figureScene({ ...example, cell })} grid={tasks[example.task].grid} fold={kind === 'folded' ? 1 : 0} />;
  }
  const scene = figureScene({ ...example, cell, after: kind.endsWith('forward') ? 'loss' : 'backward' });
  if (kind === 'forward' || kind === 'backward') {
    return <Score scene={scene} {...size} selection={null} onSelect={nothing} onHover={nothing} digits={2} />;
  }
  const paint = paintOf(scene, layoutOf(scene, { ...size, zoom: 1, scrollX: 0 }), 2, false);
  const rect = { x: 60, y: 40, width: 880, height: 380 };
  // The last step, which has an output and, but for one step alone, a state before it that is not zero.
  const row = scene.tokens[0].length;
  return (
    <svg className="score" viewBox="0 0 1000 460">
      <Inside paint={paint} rect={rect} chain={0} row={row} openness={1} stateY={[]} inputX={undefined} outputX={undefined} selection={null} ports />
    </svg>
  );
}
