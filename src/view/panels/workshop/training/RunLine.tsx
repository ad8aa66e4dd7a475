// One run of the list: its name, what it learned from, what it was set to otherwise than others, its best, and what can be done with it.
import { Download, Eye, Layers, Pencil, Trash2 } from 'lucide-react';
import { useCallback, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { download } from '../../../draw/export/download.ts';
import { overlayColour } from '../../../draw/workshop/training/TrainingCurves.tsx';
import { workshopRuns } from '../../../../state/workshop/runs.ts';
import type { TrainingRun } from '../../../../state/workshop/run.ts';
import { useRuns } from '../useShown.ts';
import { bestOf, statusWords } from '../progressWords.ts';
import { runWords } from './settingWords.ts';
import './runs.css';

interface Props {
  readonly run: TrainingRun;
  readonly others: readonly TrainingRun[];
  readonly onDelete: () => void;
  readonly onTold: (words: string) => void;
}

export function RunLine({ run, others, onDelete, onTold }: Props) {
  const isShown = useRuns(({ shown }) => shown === run.id);
  const place = useRuns(({ overlaid }) => overlaid.indexOf(run.id));
  const best = bestOf(run.records);
  const epochs = run.records.at(-1)?.epoch ?? 0;
  const save = async (): Promise<void> => {
    try {
      download(await workshopRuns.exportRun(run.id), `${fileName(run.name)}.unrolled-run`);
      onTold(`“${run.name}” is saved as a file.`);
    } catch (error) {
      onTold(error instanceof Error ? error.message : 'The run could not be saved.');
    }
  };
  return (
    <li className="training-line" aria-current={isShown || undefined}>
      <span className="training-line-mark" aria-hidden="true" style={place >= 0 ? { background: overlayColour(place) } : undefined} />
      <RunName run={run} />
      <p className="training-line-words">
        {[run.title, ...runWords(trainedSettings(run), others.map(trainedSettings))].join(' · ')}
        {run.parent && ` · branch of “${run.parent.name}” at epoch ${run.parent.epoch}`}
      </p>
      <p className="training-line-best">
        {statusWords[run.status]}, {epochs.toLocaleString('en')} {epochs === 1 ? 'epoch' : 'epochs'}{best && <>; best {best.words}</>}
      </p>
      <div className="training-line-tools">
        <Tool name={`Show “${run.name}”`} text="show" isPressed={isShown} onPress={() => workshopRuns.show(run.id)}>
          <Eye size={15} aria-hidden />
        </Tool>
        <Tool name={`Overlay the curves of “${run.name}”`} text="overlay" isPressed={place >= 0} onPress={() => workshopRuns.overlay(run.id, place < 0)}>
          <Layers size={15} aria-hidden />
        </Tool>
        <Tool name={`File of “${run.name}”, to be saved`} text="file" onPress={() => void save()}>
          <Download size={15} aria-hidden />
        </Tool>
        <Tool name={`Delete “${run.name}”`} onPress={onDelete}>
          <Trash2 size={15} aria-hidden />
        </Tool>
      </div>
    </li>
  );
}

/** The cell is that of its network: what reads a text at once has none with a memory. */
const trainedSettings = ({ settings, job }: TrainingRun): TrainingRun['settings'] => ({ ...settings, training: { ...settings.training, cell: job.model.cell } });

/** What a file system takes of a name. */
const fileName = (name: string): string => name.replace(/[^\p{L}\p{N} ._-]+/gu, '').trim() || 'run';

interface ToolProps {
  readonly name: string;
  readonly text?: string;
  readonly isPressed?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Tool({ name, text, isPressed, onPress, children }: ToolProps) {
  return (
    <button type="button" className="tool" aria-label={name} title={name} aria-pressed={isPressed} onClick={onPress}>
      {children}
      {text !== undefined && <span>{text}</span>}
    </button>
  );
}

/** Its name, which can be typed anew: Enter or leaving the field takes it, Escape leaves it as it was. */
function RunName({ run }: { readonly run: TrainingRun }) {
  const [text, setText] = useState<string | null>(null);
  /** Whether the field was left by a key: then the focus goes back to where it came from. */
  const isByKeys = useRef(false);
  const comeBack = useCallback((pencil: HTMLButtonElement | null): void => {
    if (pencil && isByKeys.current) pencil.focus();
    if (pencil) isByKeys.current = false;
  }, []);
  const commit = (): void => {
    const name = text?.trim() ?? '';
    if (name !== '' && name !== run.name) workshopRuns.rename(run.id, name);
    setText(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    // The button that has the focus next is not pressed by the same key.
    event.preventDefault();
    isByKeys.current = true;
    if (event.key === 'Enter') commit();
    else {
      event.stopPropagation();
      setText(null);
    }
  };
  if (text === null) {
    return (
      <p className="training-line-name">
        <strong>{run.name}</strong>
        <button ref={comeBack} type="button" className="tool" aria-label={`Rename “${run.name}”`} title="Rename" onClick={() => setText(run.name)}>
          <Pencil size={13} aria-hidden />
        </button>
      </p>
    );
  }
  return (
    <p className="training-line-name">
      {/* The reader has just asked for this field. */}
      <input className="controls-input" aria-label={`Name of “${run.name}”`} value={text} maxLength={80} ref={focus} onChange={(event) => setText(event.target.value)} onBlur={commit} onKeyDown={onKeyDown} />
    </p>
  );
}

/** Focuses a field as soon as it is there, its text chosen. */
function focus(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}
