// How the network in view does on the rows that are kept apart: the confusion table, and row by row.
import { useMemo, type ReactNode } from 'react';
import { useWorked } from '../useWorked.ts';
import { classNames } from './answers.ts';
import { ConfusionFigure } from './ConfusionFigure.tsx';
import { RowsTable } from './RowsTable.tsx';
import type { Subject } from './subject.ts';

/** Rows that are asked again and again while a training runs. */
const mostRows = 2000;

/** The children are figures that stand before the confusion table. */
export function ValidationFigures({ subject, children }: { readonly subject: Subject; readonly children: ReactNode }) {
  const { data, encoded, network, parameters } = subject;
  const isKeptApart = data.validation.length > 0;
  const all = isKeptApart ? data.validation : data.training;
  const positions = useMemo(() => all.slice(0, mostRows), [all]);
  const examples = useMemo(() => positions.flatMap((position) => encoded.examples[position] ?? []), [positions, encoded]);
  const question = useMemo(() => ({ model: network.model, parameters, examples }), [network, parameters, examples]);
  const { worked, problem } = useWorked('evaluate', question);
  const { loss } = network.model;
  const names = useMemo(() => classNames(loss, data.task.outputs), [loss, data]);
  const kind = isKeptApart ? 'rows kept for validation' : 'training rows';
  const what = all.length > mostRows ? `first ${mostRows.toLocaleString('en')} of ${all.length.toLocaleString('en')} ${kind}` : kind;
  // An answer to other rows, or of another network, is never drawn with the names of these.
  const evaluation = worked && worked.input.examples === examples && worked.input.model === network.model ? worked.result : null;
  return (
    <>
      <div className="training-figures">
        {children}
        {evaluation?.confusion && <ConfusionFigure confusion={evaluation.confusion} names={names} what={what} />}
      </div>
      {problem !== null && <p className="training-problem">{problem}</p>}
      {evaluation && <RowsTable data={data} model={network.model} positions={positions} evaluation={evaluation} what={what} />}
    </>
  );
}
