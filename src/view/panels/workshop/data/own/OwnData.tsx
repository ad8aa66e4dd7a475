// One's own data: typed, pasted or dropped, with a preview of how they were read, and the button that takes them. Nothing leaves this machine.
import { ClipboardPaste, FileUp, ShieldCheck, Table } from 'lucide-react';
import { useCallback, useId, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { datasets } from '../../../../../state/workshop/datasets.ts';
import { clearDraft, ownDraft, setWay, type WayIn } from '../../../../../state/workshop/ownDraft.ts';
import { readFile, tooLarge } from '../../../../../state/workshop/ownFile.ts';
import { useEditRoom } from '../../hooks.ts';
import { Grid } from './Grid.tsx';
import { Preview } from './Preview.tsx';
import { useReading } from './useReading.ts';
import './own.css';

const ways: readonly { readonly way: WayIn; readonly label: string; readonly icon: ReactNode }[] = [
  { way: 'type', label: 'Type a table', icon: <Table aria-hidden /> },
  { way: 'paste', label: 'Paste text', icon: <ClipboardPaste aria-hidden /> },
  { way: 'file', label: 'Open a file', icon: <FileUp aria-hidden /> },
];

/** Reads a file that was dropped or chosen. What was read before stays where it cannot be read. */
export async function takeFile(files: FileList | null): Promise<void> {
  const [file] = files ?? [];
  if (!file) return;
  const read = await readFile(file);
  if ('problem' in read) ownDraft.setState((draft) => ({ way: draft.way ?? 'file', problem: read.problem }));
  else ownDraft.setState({ way: 'file', file: read.source, choices: {}, problem: null });
}

export function OwnData() {
  const way = useStore(ownDraft, (draft) => draft.way);
  const title = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section className="data-own" aria-labelledby={title}>
      <div className="data-own-head">
        <h3 id={title} ref={heading} tabIndex={-1}>
          Your own data
        </h3>
        <div className="data-buttons">
          {ways.map(({ way: each, label, icon }) => (
            <button
              key={each}
              type="button"
              className="controls-button"
              aria-pressed={way === each}
              onClick={() => {
                if (each === 'file') chooser.current?.click();
                else setWay(way === each ? null : each);
              }}
            >
              {icon}
              {label}
            </button>
          ))}
          <input
            ref={chooser}
            className="controls-hidden"
            type="file"
            tabIndex={-1}
            aria-label="A table or a text from this machine"
            accept=".csv,.tsv,.tab,.txt,.md,text/*"
            onChange={(event) => {
              const { files } = event.target;
              void takeFile(files).then(() => {
                // The same file can be chosen again after a change.
                if (chooser.current) chooser.current.value = '';
              });
            }}
          />
        </div>
        <p className="controls-words data-private">
          <ShieldCheck size={15} aria-hidden /> Nothing leaves this machine. Or drop a file here: CSV, TSV or plain text, up to 5 MB.
        </p>
      </div>
      {way !== null && <Draft way={way} onOver={() => heading.current?.focus()} />}
    </section>
  );
}

interface DraftProps {
  readonly way: WayIn;
  /** The button that was pressed last is gone with it. */
  readonly onOver: () => void;
}

function Draft({ way, onOver }: DraftProps) {
  const edit = useEditRoom('data');
  const id = useId();
  const { title, pasted, problem, file } = useStore(ownDraft);
  const { reading, isBehind, problem: failure } = useReading();
  const trouble = problem ?? failure ?? reading?.problem ?? null;
  // A file that was refused changes nothing about what was read before it.
  const dataset = failure === null && !isBehind ? (reading?.dataset ?? null) : null;
  const paste = useCallback((text: string): void => {
    const large = tooLarge('The text', text.length);
    ownDraft.setState(large === null ? { pasted: text, choices: {}, problem: null } : { problem: large });
  }, []);
  const take = async (): Promise<void> => {
    if (!dataset) return;
    onOver();
    clearDraft();
    await datasets.keep(dataset);
    edit({ set: dataset.id, row: 0 });
  };
  return (
    <div className="data-draft">
      {way === 'type' && <Grid />}
      {way === 'paste' && (
        <div className="data-paste-field">
          <label htmlFor={`${id}-text`} className="controls-label">
            Rows, one a line; with a label behind a comma, a tab or a semicolon where there are labels
          </label>
          <textarea id={`${id}-text`} className="controls-input data-paste" rows={7} spellCheck={false} placeholder={'movie was good, positive\nmovie was not good, negative'} value={pasted} onChange={(event) => paste(event.target.value)} />
        </div>
      )}
      {way === 'file' && file && <p className="controls-words">From the file “{file.name}”.</p>}
      <div role="status" className="controls-words">
        {isBehind && trouble === null ? 'Being read …' : ''}
      </div>
      {trouble !== null && (
        <p className="data-problem" role="alert" id={`${id}-trouble`}>
          {trouble}
        </p>
      )}
      {reading?.report && <Preview report={reading.report} onChoose={(choices) => ownDraft.setState((draft) => ({ choices: { ...draft.choices, ...choices } }))} />}
      <div className="data-buttons data-take">
        {reading?.report && (
          <label className="data-title">
            <span className="controls-label">Name</span>
            <input className="controls-input" value={title} maxLength={80} placeholder={dataset?.task.title} onChange={(event) => ownDraft.setState({ title: event.target.value })} />
          </label>
        )}
        <button type="button" className="controls-button controls-button-strong" disabled={dataset === null} onClick={() => void take()}>
          Take these data
        </button>
        <button type="button" className="controls-button" onClick={() => { onOver(); clearDraft(); }}>
          Put them aside
        </button>
      </div>
    </div>
  );
}
