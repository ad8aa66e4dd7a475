// Files that are dropped on an element.
import { useEffect, useState, type RefObject } from 'react';

/** Whether something hangs over the element now. */
export function useDrop(place: RefObject<HTMLElement | null>, take: (files: FileList | null) => unknown): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const element = place.current;
    const over = (event: DragEvent): void => {
      event.preventDefault();
      setOver(true);
    };
    const leave = (): void => setOver(false);
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer?.files ?? null);
    };
    element?.addEventListener('dragover', over);
    element?.addEventListener('dragleave', leave);
    element?.addEventListener('drop', drop);
    return () => {
      element?.removeEventListener('dragover', over);
      element?.removeEventListener('dragleave', leave);
      element?.removeEventListener('drop', drop);
    };
  }, [place, take]);
  return isOver;
}
