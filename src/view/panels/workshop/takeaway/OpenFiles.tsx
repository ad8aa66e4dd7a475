// Files come back in by a button: what came of the latest is told beside it. Dropping them anywhere on the workshop does the same.
import { FolderOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import { openFile } from '../../../../state/workshop/openFile.ts';
import { useStores } from '../../stores.tsx';

export function OpenFiles() {
  const { documents } = useStores();
  const field = useRef<HTMLInputElement>(null);
  const [told, tell] = useState({ words: '', isOpened: true });
  const take = async (files: FileList | null): Promise<void> => {
    for (const file of files ?? []) tell(await openFile(file, documents));
  };
  return (
    <div className="takeaway-open">
      <button type="button" className="controls-button" onClick={() => field.current?.click()}>
        <FolderOpen aria-hidden="true" /> Open a file
      </button>
      <input ref={field} type="file" hidden aria-hidden="true" tabIndex={-1} onChange={(event) => void take(event.target.files).finally(() => (event.target.value = ''))} />
      <p className="controls-words">A project, a run, or weights that fit the network in view. Or drop it anywhere here.</p>
      <p className={told.isOpened ? 'controls-words' : 'controls-problem'} role="status">
        {told.words}
      </p>
    </div>
  );
}
