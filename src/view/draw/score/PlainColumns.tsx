// The columns as a figure: boxes in the colours of their roles, and arrows between them, without numbers.
import { arrowsOf } from '../../layout/score/arrows.ts';
import { clamp, type Rect } from '../../layout/rect.ts';
import type { ArrowLayout } from '../../layout/score/types.ts';
import type { Paint } from './paint.ts';
import { PathArrow } from './PathArrow.tsx';

const tones = { outputs: 'output', state: 'state', gates: 'state', inputs: 'input' } as const;

export function PlainColumns({ paint }: { readonly paint: Paint }) {
  const { layout } = paint;
  const { places, staves } = layout;
  const { fold } = layout.spec;
  const all = Array.from({ length: places.count }, (_, k) => k + 1);
  const arrows = all.flatMap((index) => arrowsOf(layout, index)).filter((arrow) => arrow.kind !== 'branch' && !isFromBefore(arrow));
  const along = arrows.filter((arrow) => isAlong(paint, arrow));
  return (
    <g>
      <Arrows arrows={once(arrows.filter((arrow) => !along.includes(arrow)), layout.folding.columns >= 1)} opacity={1} />
      <Arrows arrows={along} opacity={clamp(1 - fold * 3, 0, 1)} />
      <Loops paint={paint} opacity={clamp(fold * 4 - 3, 0, 1)} />
      {all.map((index) => {
        const { boxes, widths } = layout.column(index);
        return (
          <g key={index}>
            {staves.list.map(({ id, kind }) => {
              const box = boxes[id];
              return box && <rect key={id} className={`score-plain is-${tones[kind]}`} {...box} rx={Math.min(widths.radius, box.width / 4)} />;
            })}
          </g>
        );
      })}
    </g>
  );
}

/** What a chain begins with is not drawn, so nothing comes from there. */
const isFromBefore = ({ kind, carries }: ArrowLayout): boolean => kind === 'state' && carries.t === 0;

/** Whether it leads from one column of a sequence to the next: these go when the columns are folded into one. */
function isAlong({ scene, layout }: Paint, { kind, carries, chain }: ArrowLayout): boolean {
  if (kind === 'fed') return true;
  const { chains, slots } = scene.network.program;
  const from = slots.find(({ symbol }) => symbol === carries.symbol)?.axis;
  return kind === 'state' && (layout.spec.lengths[1] === 0 || from === chains[chain]?.axis);
}

/** Folded, the arrows of all columns come to lie on each other: those that mean the same are one. */
function once(arrows: readonly ArrowLayout[], isFolded: boolean): readonly ArrowLayout[] {
  if (!isFolded) return arrows;
  const meaning = ({ kind, chain, carries, makes }: ArrowLayout): string => [kind, chain, carries.symbol, ...makes].join();
  return [...new Map(arrows.map((arrow) => [meaning(arrow), arrow])).values()];
}

function Arrows({ arrows, opacity }: { readonly arrows: readonly ArrowLayout[]; readonly opacity: number }) {
  if (opacity <= 0) return null;
  return (
    <g opacity={opacity < 1 ? opacity : undefined}>
      {arrows.map(({ id, points, tone, kind }) => (
        <PathArrow key={id} points={points} tone={tone} state="done" isDashed={kind === 'fed'} />
      ))}
    </g>
  );
}

/** Folded, a state goes round from its cell into its cell, where more than one step is made with it. */
function Loops({ paint: { layout, scene }, opacity }: { readonly paint: Paint; readonly opacity: number }) {
  if (opacity <= 0) return null;
  const { chains } = scene.network.program;
  const recurs = (chain: number): boolean => layout.spec.steps.some((step) => step.chain === chain && step.previousChain === chain && step.previousRow > 0);
  return (
    <g opacity={opacity < 1 ? opacity : undefined}>
      {layout.sections.flatMap(({ axis, from }) => {
        const { boxes } = layout.column(from);
        return layout.staves.list.flatMap(({ id, kind, track }) => {
          const chain = scene.anatomy.tracks[track]?.chains[axis] ?? -1;
          const box = boxes[id];
          if (kind !== 'state' || !box || !recurs(chain)) return [];
          return [<PathArrow key={`${axis} ${id}`} points={around(box, chains[chain]?.direction ?? 1)} tone="state" state="done" />];
        });
      })}
    </g>
  );
}

/** Out at the side that time leads to, over the box, and in again at the other. */
function around(box: Rect, direction: 1 | -1): [number, number][] {
  const [start, end] = direction > 0 ? [box.x + box.width, box.x - 2] : [box.x, box.x + box.width + 2];
  const [y, out, top] = [box.y + box.height / 2, direction * 15, box.y - 8];
  return [[start, y], [start + out, y], [start + out, top], [end - out, top], [end - out, y], [end, y]];
}
