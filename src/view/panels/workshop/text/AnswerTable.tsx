// Both orders in every network: its answers with all their digits, and by how much the new order moves them.
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import type { ComparedNetwork } from '../../../../state/workshop/text/comparison.ts';
import { exactText, formatNumber } from '../../../theme/format.ts';
import { readerWords } from './readers.ts';
import { TableRoom } from './TableRoom.tsx';
import type { BothAnswers, SentenceInView } from './useComparison.ts';

export interface ReadNetwork extends BothAnswers {
  readonly network: ComparedNetwork;
}

interface Props {
  readonly data: PreparedData;
  readonly sentence: SentenceInView;
  readonly read: readonly ReadNetwork[];
}

/** "moved by 0.31", or that nothing has changed. */
function changeWords([written, moved]: readonly [number, number], isMoved: boolean): string {
  if (!isMoved) return 'the words are as written';
  if (Object.is(written, moved)) return 'the same to the last digit';
  const turned = written >= 0.5 !== moved >= 0.5 ? ', and turns round' : '';
  return `moves by ${formatNumber(Math.abs(moved - written), 4)}${turned}`;
}

export function AnswerTable({ data, sentence: { words, order }, read }: Props) {
  const isMoved = order.some((place, k) => words[place] !== words[k]);
  const epoch = read[0]?.network.records.at(-1)?.epoch ?? 0;
  return (
    <TableRoom name="Answers" content={read.map(({ answers }) => answers?.join()).join()}>
      <table className="text-table text-answers">
        <caption>
          Probability that the review is {data.task.outputs[0]}, {epoch === 0 ? 'before training: press “Train all three” for answers that have been learned' : `after epoch ${epoch} of the training`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Network</th>
            <th scope="col">As written</th>
            <th scope="col">In this order</th>
            <th scope="col">The order</th>
          </tr>
        </thead>
        <tbody>
          {read.map(({ network: { reader }, answers, problem }) => (
            <tr key={reader} data-reader={reader}>
              <th scope="row">
                {readerWords[reader].name}
                <small>{readerWords[reader].given}</small>
              </th>
              {problem !== null ? (
                <td colSpan={3}>{problem}</td>
              ) : (
                <>
                  {[0, 1].map((k) => (
                    <td key={k} className="text-number" data-value={answers ? exactText(answers[k] ?? NaN) : undefined}>
                      {answers ? formatNumber(answers[k] ?? NaN, 'full') : '…'}
                    </td>
                  ))}
                  <td>{answers ? changeWords(answers, isMoved) : '…'}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRoom>
  );
}
