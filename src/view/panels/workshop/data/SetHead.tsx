// The data set in view: its name, what it is for, where it comes from and under which licence; one's own can be renamed and deleted.
import { ArrowRight, Pencil, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Dataset, PreparedData } from '../../../../engine/data/dataset.ts';
import { topologies } from '../../../../engine/topology/index.ts';
import { writeNumber } from '../../../../state/numberText.ts';
import { datasets, isOwn } from '../../../../state/workshop/datasets.ts';
import { dataSettings } from '../../../../state/workshop/settings/data.ts';
import { DeleteDialog } from '../../controls/DeleteDialog.tsx';
import { useEditRoom, useOpenRoom, useRoom } from '../hooks.ts';
import { shareFor, startOf } from '../start.ts';

interface Props {
  readonly dataset: Dataset;
  /** Null while it is on its way. */
  readonly data: PreparedData | null;
}

export function SetHead({ dataset, data }: Props) {
  const [isNaming, setNaming] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const { share } = useRoom('data');
  const editData = useEditRoom('data');
  const editTraining = useEditRoom('training');
  const open = useOpenRoom();
  const { id, task, source, notes, scale } = dataset;
  return (
    <header className="data-head">
      <div className="data-head-title">
        {isNaming ? <NameField id={id} title={task.title} onClose={() => setNaming(false)} /> : (
          <h3 ref={heading} tabIndex={-1}>
            {task.title}
          </h3>
        )}
        {isOwn(id) && !isNaming && (
          <>
            <button type="button" className="tool" aria-label={`Rename “${task.title}”`} title="Rename" onClick={() => setNaming(true)}>
              <Pencil size={15} aria-hidden />
            </button>
            <button type="button" className="tool" aria-label={`Delete “${task.title}”`} title="Delete" onClick={() => setLeaving(true)}>
              <Trash2 size={15} aria-hidden />
            </button>
          </>
        )}
        <button
          type="button"
          className="controls-button controls-button-strong data-train"
          disabled={data === null || data.rows.length === 0}
          onClick={() => {
            const wanted = shareFor(dataset, share);
            if (wanted !== share) editData({ share: wanted });
            editTraining(startOf(dataset));
            open('training');
          }}
        >
          Train on this <ArrowRight aria-hidden />
        </button>
      </div>
      <p className="data-head-words">
        {task.words} <span>Wiring: {topologies[task.topology].title.toLowerCase()}.</span>
      </p>
      <p className="controls-words">
        Source: {source.words} Licence: {source.licence}.{' '}
        {source.address !== undefined && (
          <a href={source.address} target="_blank" rel="noreferrer">
            {source.address.replace(/^https?:\/\//, '')}
          </a>
        )}
      </p>
      {scale && (
        <p className="controls-words">
          Read on a scale of its own: 0 stands for {valueText(scale.offset, scale.unit)}, 1 for {valueText(scale.offset + scale.factor, scale.unit)}.
        </p>
      )}
      {notes.length > 0 && (
        <details className="controls-words">
          <summary>How it was read</summary>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
      {isLeaving && (
        <DeleteDialog
          question={`Delete “${dataset.task.title}” from this browser? It cannot be brought back. Networks that were trained on it stay, without their data.`}
          onClose={() => setLeaving(false)}
          onDelete={() => {
            setLeaving(false);
            heading.current?.focus();
            editData({ set: dataSettings.set.first, row: 0 });
            void datasets.remove(dataset.id);
          }}
        />
      )}
    </header>
  );
}

const valueText = (value: number, unit: string): string => `${writeNumber(Number(value.toPrecision(12))).replace('-', '−')}${unit === '' ? '' : ` ${unit}`}`;

function NameField({ id, title, onClose }: { readonly id: string; readonly title: string; readonly onClose: () => void }) {
  const [name, setName] = useState(title);
  return (
    <form
      className="data-buttons"
      onSubmit={(event) => {
        event.preventDefault();
        void datasets.rename(id, name);
        onClose();
      }}
    >
      <input
        className="controls-input"
        aria-label="Name of the data set"
        ref={focus}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            onClose();
          }
        }}
      />
      <button type="submit" className="controls-button">
        Keep the name
      </button>
    </form>
  );
}

/** The reader has just asked for this field: it is typed into at once. */
function focus(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}
