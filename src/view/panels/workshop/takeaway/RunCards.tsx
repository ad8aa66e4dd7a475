// What is taken away of the workshop itself: the run in view with all its epochs, and the data as a table.
import { useMemo } from 'react';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import { dataCsv } from '../../../../state/workshop/dataTable.ts';
import { measured } from '../../../../state/workshop/fileSize.ts';
import type { TrainingRun } from '../../../../state/workshop/run.ts';
import { runContent, writeRunFile } from '../../../../state/workshop/runFile.ts';
import { download } from '../../../draw/export/download.ts';
import { FileCard, type FileToSave } from './FileCard.tsx';
import { fileName } from './fileWords.ts';

export function RunCard({ run }: { readonly run: TrainingRun }) {
  const file = useMemo((): FileToSave => {
    const { bytes, head } = measured(runContent(run));
    const name = `${fileName(run.name)}.unrolled-run`;
    return { name, bytes, head: [head], save: () => download(writeRunFile(run), name) };
  }, [run]);
  return (
    <FileCard
      title="The run"
      words={<p>All that was learned, epoch by epoch: curves, settings, and the weights of the {run.checkpoints.length.toLocaleString('en')} epochs that are kept. Dropped here or in the training, it can be rewound, compared and branched.</p>}
      file={file}
    />
  );
}

export function DataCard({ data }: { readonly data: PreparedData }) {
  const { title } = data.dataset.task;
  const file = useMemo((): FileToSave => {
    const text = dataCsv(data);
    const blob = new Blob([text], { type: 'text/csv' });
    const name = `${fileName(title)}.csv`;
    return { name, bytes: blob.size, head: text.slice(0, 4000).split('\n').slice(0, 14), save: () => download(blob, name) };
  }, [data, title]);
  return (
    <FileCard
      title="The data"
      words={
        <p>
          “{title}” as a table, with each row’s answer and its side of the split: for a spreadsheet, or for the room “Data” of another browser. Licence: {data.dataset.source.licence}.
        </p>
      }
      file={file}
    />
  );
}
