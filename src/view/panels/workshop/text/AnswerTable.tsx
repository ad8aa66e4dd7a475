// Both orders in every network: its answers with all their digits, and by how much the new order moves them.
import type { ReactNode } from 'react';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import type { DataReader } from '../../../../engine/data/readers.ts';
import type { ComparedNetwork } from '../../../../state/workshop/text/comparison.ts';
import { exactText, formatNumber } from '../../../theme/format.ts';
import { useNarrow } from '../../controls/useNarrow.ts';
import { NumberTable } from '../../table/NumberTable.tsx';
import { readerWords } from './readers.ts';
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
  const caption = `Probability that the review is ${data.task.outputs[0] ?? ''}, ${epoch === 0 ? 'before training: press “Train all three” for answers that have been learned' : `after epoch ${epoch} of the training`}`;
  const isPhone = useNarrow();
  const rows = read.map(({ network: { reader }, answers, problem }) => ({
    reader,
    written: <Answer answer={answers?.[0]} />,
    moved: <Answer answer={answers?.[1]} />,
    change: problem ?? (answers ? changeWords(answers, isMoved) : '…'),
  }));
  return isPhone ? <Cards caption={caption} rows={rows} /> : <Table caption={caption} rows={rows} />;
}

const Answer = ({ answer }: { readonly answer: number | undefined }) => (
  <span className="text-number" data-value={answer === undefined ? undefined : exactText(answer)}>
    {answer === undefined ? '…' : formatNumber(answer, 'full')}
  </span>
);

interface Rows {
  readonly caption: string;
  readonly rows: readonly { readonly reader: DataReader; readonly written: ReactNode; readonly moved: ReactNode; readonly change: string }[];
}

function Table({ caption, rows }: Rows) {
  return (
    <NumberTable name="Answers" className="text-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Network</th>
          <th scope="col">As written</th>
          <th scope="col">In this order</th>
          <th scope="col">The order</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ reader, written, moved, change }) => (
          <tr key={reader} data-answers={reader}>
            <th scope="row">
              {readerWords[reader].name}
              <small>{readerWords[reader].given}</small>
            </th>
            <td>{written}</td>
            <td>{moved}</td>
            <td>{change}</td>
          </tr>
        ))}
      </tbody>
    </NumberTable>
  );
}

/** Numbers with all their digits have no room beside each other on a phone. */
function Cards({ caption, rows }: Rows) {
  return (
    <section className="text-cards" aria-label="Answers">
      <p className="controls-words">{caption}.</p>
      {rows.map(({ reader, written, moved, change }) => (
        <div key={reader} data-answers={reader}>
          <h3>{readerWords[reader].name}</h3>
          <p>As written {written}</p>
          <p>In this order {moved}</p>
          <p>{change}</p>
        </div>
      ))}
    </section>
  );
}
