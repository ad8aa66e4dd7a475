// The rows that are kept apart, each with what the network answers and whether that is right; wrong ones alone where they are wanted.
import { Check, X } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import type { Evaluation } from '../../../../engine/workshop/job.ts';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import type { Model } from '../../../../engine/model.ts';
import { Spark } from '../../../draw/workshop/training/Spark.tsx';
import { shorten } from '../../../../state/words.ts';
import { Switch } from '../../controls/Switch.tsx';
import { NumberTable } from '../../table/NumberTable.tsx';
import { useEditRoom } from '../hooks.ts';
import { rowAnswerOf, type RowAnswer } from './answers.ts';
import { percent } from '../progressWords.ts';

interface Props {
  readonly data: PreparedData;
  readonly model: Model;
  /** Positions in `data.rows`, in the order of the evaluation's answers. */
  readonly positions: readonly number[];
  readonly evaluation: Evaluation;
  readonly what: string;
}

interface Line extends RowAnswer {
  readonly position: number;
  readonly text: string;
  readonly answers: Float64Array;
  readonly targets: Float64Array;
}

/** Rows that are written out at first, and each time more are wanted. */
const part = 12;

export function RowsTable({ data, model, positions, evaluation, what }: Props) {
  const [areWrong, showWrong] = useState(false);
  const [count, setCount] = useState(part);
  const title = useId();
  const edit = useEditRoom('training');
  const lines = useMemo(() => linesOf(data, model, positions, evaluation), [data, model, positions, evaluation]);
  const wrong = lines.filter(({ isRight }) => isRight === false);
  const shown = areWrong ? wrong : lines;
  const areNumbers = lines[0]?.isRight === null;
  return (
    <section className="training-rows" aria-labelledby={title}>
      <div className="training-head">
        <h3 id={title}>Each of the {what}</h3>
        {!areNumbers && <Switch label={`only the wrong ones: ${wrong.length} of ${lines.length}`} isOn={areWrong} onChange={showWrong} />}
      </div>
      {shown.length === 0 ? (
        <p className="controls-words">{areWrong ? 'None is wrong.' : 'There are none.'}</p>
      ) : (
        <NumberTable name={`Each of the ${what}`} className="training-table">
          <thead>
            <tr>
              {!areNumbers && <th scope="col">right?</th>}
              <th scope="col">{data.task.whole}</th>
              {areNumbers && <th scope="col">answered, and dashed what is right</th>}
              <th scope="col">{areNumbers ? 'last answer' : 'answer'}</th>
              <th scope="col">{areNumbers ? 'right' : 'right answer'}</th>
              <th scope="col">{areNumbers ? 'distance' : 'probability'}</th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, count).map((line) => (
              <tr key={line.position} data-wrong={line.isRight === false || undefined}>
                {!areNumbers && <td>{line.isRight ? <Check size={16} role="img" aria-label="right" /> : <X size={16} role="img" aria-label="wrong" />}</td>}
                <th scope="row">
                  <button type="button" className="training-row-text" title="Read it in the score" onClick={() => edit({ sentence: line.text.slice(0, 400) })}>
                    {areNumbers ? `row ${line.position + 1}` : shorten(line.text, 70)}
                  </button>
                </th>
                {areNumbers && (
                  <td>
                    <Spark answered={line.answers} right={line.targets} width={150} height={34} description={`${line.words} on the whole`} />
                  </td>
                )}
                <td>{shorten(line.said, 60)}</td>
                <td>{shorten(line.right, 60)}</td>
                <td>{[line.probability === null ? '' : percent(line.probability), line.words].filter(Boolean).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </NumberTable>
      )}
      {shown.length > count && (
        <button type="button" className="controls-button" onClick={() => setCount(count + 4 * part)}>
          More rows ({(shown.length - count).toLocaleString('en')} left)
        </button>
      )}
    </section>
  );
}

function linesOf(data: PreparedData, { loss }: Model, positions: readonly number[], { answers }: Evaluation): Line[] {
  const { outputs, rows: written } = data.task;
  return positions.flatMap((position, k) => {
    const row = data.rows[position];
    const said = answers[k];
    if (!row || !said) return [];
    const { targets } = row.example;
    return [{ position, text: written[row.index]?.text ?? row.text, answers: said, targets, ...rowAnswerOf({ loss, outputs, answers: said, targets, scale: data.dataset.scale }) }];
  });
}
