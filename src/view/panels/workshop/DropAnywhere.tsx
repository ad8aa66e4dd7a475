// Files that are dropped anywhere on the workshop: the page's own are opened wherever they fall; others where no part of a room takes them.
import { useEffect, useState } from 'react';
import { useStores } from '../stores.tsx';

/** Files that are known by their names, so that no part of a room takes them for a table. */
const known = /\.(unrolled|unrolled-run|safetensors|npz)$/i;

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

export function DropAnywhere() {
  const { documents } = useStores();
  const [told, tell] = useState<{ readonly words: string; readonly isOpened: boolean } | null>(null);
  useEffect(() => {
    const open = async (files: readonly File[]): Promise<void> => {
      for (const file of files) {
        const { openFile } = await import('../../../state/workshop/openFile.ts');
        tell(await openFile(file, documents));
      }
    };
    const take = (event: DragEvent, files: readonly File[]): void => {
      event.preventDefault();
      void open(files).catch(() => tell({ words: 'What opens files could not be fetched: is the network there? Try once more.', isOpened: false }));
    };
    const first = (event: DragEvent): void => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0 || !files.every(({ name }) => known.test(name))) return;
      event.stopPropagation();
      // The part of a room that it hung over does not hear of the drop.
      event.target?.dispatchEvent(new DragEvent('dragleave', { bubbles: true }));
      take(event, files);
    };
    const last = (event: DragEvent): void => {
      if (hasFiles(event) && !event.defaultPrevented) take(event, [...(event.dataTransfer?.files ?? [])]);
    };
    // Without this the browser would leave the page for the file.
    const over = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault();
    };
    window.addEventListener('drop', first, { capture: true });
    window.addEventListener('drop', last);
    window.addEventListener('dragover', over);
    return () => {
      window.removeEventListener('drop', first, { capture: true });
      window.removeEventListener('drop', last);
      window.removeEventListener('dragover', over);
    };
  }, [documents]);
  return (
    <div role="status" className="drop-anywhere">
      {told && (
        <div className="drop-anywhere-words" data-problem={!told.isOpened || undefined}>
          <p>{told.words}</p>
          <button type="button" className="controls-button" onClick={() => tell(null)}>
            Close
          </button>
        </div>
      )}
    </div>
  );
}
