// What the reader sees in an opened cell: its code is fetched when the first one is opened.
import { useCallback, useEffect, useState, type ComponentType, type ReactNode } from 'react';
import type { InsideProps } from '../view/draw/inside/Inside.tsx';
import type { InsideSlot } from '../view/draw/score/insideSlot.ts';
import { useView } from '../view/panels/stores.tsx';

/** Draws the inside of a cell in the place that the score leaves for it; words where it could not be fetched. */
export function useOpenCell(isOpen: boolean): (slot: InsideSlot) => ReactNode {
  const [Inside, setInside] = useState<ComponentType<InsideProps> | 'failed' | null>(null);
  const ports = useView((state) => state.ports);
  useEffect(() => {
    if (!isOpen || (Inside !== null && Inside !== 'failed')) return;
    import('../view/draw/inside/Inside.tsx').then((found) => setInside(() => found.default), () => setInside('failed'));
    // Asked for once an opening: what has failed is tried again when a cell is opened again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isOpen]);
  return useCallback(
    (slot) => {
      // It comes in when its place is wide enough to be read: until then nothing of it would be seen.
      if (Inside === null || slot.openness <= 0.4) return null;
      if (Inside !== 'failed') return <Inside {...slot} ports={ports} />;
      const { x, y, width, height } = slot.rect;
      return <text className="score-label is-middle" fontSize={13} x={x + width / 2} y={y + height / 2}>The inside of the cell could not be fetched: is the network there?</text>;
    },
    [Inside, ports],
  );
}
