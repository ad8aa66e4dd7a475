// The rows of a data set, page by page: the text, its answer, which side of the split it is on, and its steps with their one-hot indices.
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import { shorten } from '../../../../state/words.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { NumberTable } from '../../table/NumberTable.tsx';
import { useEditRoom, useRoom } from '../hooks.ts';
import { answersOf, stepsOf, writtenText } from './chips.ts';
import './rows.css';

type Side = 'all' | 'training' | 'validation';

const sides: readonly { readonly value: Side; readonly label: string }[] = [
  { value: 'all', label: 'all' },
  { value: 'training', label: 'learned from' },
  { value: 'validation', label: 'kept' },
];

/** Rows of a page, and steps of a row that have room. */
const pageSize = 10;
const mostSteps = 16;

export function RowsOfSet({ data }: { readonly data: PreparedData }) {
  const title = useId();
  const [side, setSide] = useState<Side>('all');
  const { row } = useRoom('data');
  const edit = useEditRoom('data');
  const { task, rows } = data;
  const isKept = (position: number): boolean => kept(data).has(position);
  const positions = side === 'all' ? null : data[side];
  const count = positions?.length ?? rows.length;
  const pages = Math.max(1, Math.ceil(count / pageSize));
  const page = Math.min(pages - 1, Math.floor(row / pageSize));
  const shown = Array.from({ length: Math.min(pageSize, count - page * pageSize) }, (_, k) => positions?.[page * pageSize + k] ?? page * pageSize + k);
  const turn = (by: 1 | -1): void => edit({ row: (page + by) * pageSize });
  const isPlain = task.topology === 'many-to-one' || task.topology === 'one-to-one';
  return (
    <section className="data-rows" aria-labelledby={title}>
      <div className="data-rows-head">
        <h3 id={title}>Rows</h3>
        <Segmented label="Rows that are shown" isLabelHidden choices={sides} value={side} onChange={(next) => { setSide(next); edit({ row: 0 }); }} />
        <div className="data-pages">
          <button type="button" className="tool" aria-label="Earlier rows" title="Earlier rows" disabled={page === 0} onClick={() => turn(-1)}>
            <ChevronLeft size={18} aria-hidden />
          </button>
          <span role="status">{count === 0 ? 'none' : `${(page * pageSize + 1).toLocaleString('en')} to ${(page * pageSize + shown.length).toLocaleString('en')} of ${count.toLocaleString('en')}`}</span>
          <button type="button" className="tool" aria-label="Later rows" title="Later rows" disabled={page >= pages - 1} onClick={() => turn(1)}>
            <ChevronRight size={18} aria-hidden />
          </button>
        </div>
      </div>
      <NumberTable name="The table of rows" className="data-table">
        <thead>
          <tr>
            <th scope="col">row</th>
            <th scope="col">{task.whole}</th>
            {isPlain && <th scope="col">answer</th>}
            <th scope="col">{`${task.step}s${task.cut === 'dense' ? '' : ', with the place of the 1 in their one-hot vectors'}${isPlain ? '' : ', and what should come out'}`}</th>
          </tr>
        </thead>
        <tbody>
          {shown.flatMap((position) => {
            const each = rows[position];
            if (!each) return [];
            const { chips, rest, said } = stepsOf(task, each, mostSteps);
            return (
              <tr key={position}>
                <td>
                  {(each.index + 1).toLocaleString('en')}
                  {isKept(position) && <span className="data-kept">kept</span>}
                </td>
                <th scope="row">{shorten(writtenText(data.dataset, each.text), 90)}</th>
                {isPlain && <td>{shorten(answersOf(task, each).join(', '), 40)}</td>}
                <td>
                  <ol className="data-chips">
                    {chips.map(({ token, index, answer }, k) => (
                      <li key={k}>
                        <span data-drawn={index === null || undefined}>{token}</span>
                        {index !== null && <span className="data-chip-index">{index < 0 ? '–' : index}</span>}
                        {answer !== null && <span className="data-chip-answer">{answer}</span>}
                      </li>
                    ))}
                    {rest > 0 && <li className="data-chip-rest">and {rest.toLocaleString('en')} more</li>}
                  </ol>
                  {said.length > 0 && <p className="data-said">says: {said.join(' ')}</p>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </NumberTable>
      {data.skipped.length > 0 && (
        <details className="controls-words">
          <summary>{`${data.skipped.length.toLocaleString('en')} ${data.skipped.length === 1 ? 'row' : 'rows'} that cannot be read as it is prepared now`}</summary>
          <ul>
            {data.skipped.slice(0, pageSize).map(({ index, words }) => (
              <li key={index}>
                Row {(index + 1).toLocaleString('en')}: {words}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const keptOf = new WeakMap<PreparedData, ReadonlySet<number>>();

/** Positions of the rows that are kept for validation, found once for each data set. */
function kept(data: PreparedData): ReadonlySet<number> {
  const found = keptOf.get(data) ?? new Set(data.validation);
  keptOf.set(data, found);
  return found;
}
