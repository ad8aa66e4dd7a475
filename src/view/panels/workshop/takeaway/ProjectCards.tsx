// The workshop as it is set, to go on elsewhere: a link where it is short enough, and a project file, which holds one's own data and the weights too.
import { Link } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { UnrolledDocument } from '../../../../state/document.ts';
import { encode } from '../../../../state/link.ts';
import { datasetStore, isOwn } from '../../../../state/workshop/datasets.ts';
import { workshopOf } from '../../../../state/workshop/edit.ts';
import { measured } from '../../../../state/workshop/fileSize.ts';
import { projectContent, writeProject, type Project } from '../../../../state/workshop/project.ts';
import type { TrainingRun } from '../../../../state/workshop/run.ts';
import { withSettingsOf } from '../../../../state/workshop/runSettings.ts';
import { download } from '../../../draw/export/download.ts';
import { listed } from '../../../../state/words.ts';
import { useDocument } from '../../stores.tsx';
import { FileCard, type FileToSave } from './FileCard.tsx';
import { fileName } from './fileWords.ts';
import { isFromSeed } from './taken.ts';

interface Props {
  /** Null where no run is in view. */
  readonly run: TrainingRun | null;
}

/** The document with the settings of the run in view. */
function useRunDocument(run: TrainingRun | null): UnrolledDocument {
  const document = useDocument((state) => state.document);
  return useMemo(() => (run ? withSettingsOf(document, run.settings) : document), [document, run]);
}

/** Characters of a link that every program passes on whole. */
const longestLink = 2000;

export function LinkCard({ run }: Props) {
  const id = useId();
  const [told, tell] = useState('');
  const document = useRunDocument(run);
  const link = useMemo(() => `${window.location.origin}${window.location.pathname}#${encode(document)}`, [document]);
  const isOwnData = isOwn(workshopOf(document).data.set);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      tell('The link is copied.');
    } catch {
      tell('This browser does not let the page copy: choose the link in the field and copy it.');
    }
  };
  return (
    <section className="takeaway-card" aria-labelledby={id}>
      <h3 id={id}>A link</h3>
      <div className="takeaway-words">
        <p>
          Holds what is set: data, network, training. {run && isFromSeed(run) ? 'Whoever opens it and starts the training gets this network, to the last bit.' : 'It holds no weights: those are in the project.'}
        </p>
      </div>
      {isOwnData && <p className="controls-problem">The data are your own and not in the link: take the project.</p>}
      {link.length > longestLink ? (
        <p className="controls-problem" role="status">
          It would have {link.length.toLocaleString('en')} characters, and beyond {longestLink.toLocaleString('en')} some programs cut it off: take the project.
        </p>
      ) : (
        <>
          <input className="controls-input takeaway-link" aria-labelledby={id} readOnly value={link} onFocus={(event) => event.target.select()} />
          <div className="takeaway-save">
            <button type="button" className="controls-button" onClick={() => void copy()}>
              <Link aria-hidden="true" /> Copy
            </button>
            <span className="takeaway-file">{link.length.toLocaleString('en')} characters</span>
          </div>
        </>
      )}
      <p className="controls-words" role="status">
        {told}
      </p>
    </section>
  );
}

export function ProjectCard({ run }: Props) {
  const document = useRunDocument(run);
  const loaded = useStore(datasetStore, (state) => state.loaded);
  const project = useMemo((): Project => {
    const own = loaded[workshopOf(document).data.set];
    return { document, datasets: own && isOwn(own.id) ? [own] : [], run };
  }, [document, loaded, run]);
  const file = useMemo((): FileToSave => {
    const { bytes, head } = measured(projectContent(project));
    const name = `${fileName(run?.name ?? 'workshop')}.unrolled`;
    return { name, bytes, head: [head], save: () => download(writeProject(project), name) };
  }, [project, run]);
  const parts = ['what is set', ...project.datasets.map(({ task }) => `your data “${task.title}”`), ...(run ? ['the run with its weights'] : [])];
  return <FileCard title="The project" words={<p>One file with {listed(parts)}. Dropped anywhere on the workshop of any browser, all of it is open again.</p>} file={file} />;
}
