// Every number of the example in view as a table, to be opened: the vectors, their gradients, what becomes of them, and the scores.
import { Fragment, useState } from 'react';
import { exactText, formatNumber } from '../../../theme/format.ts';
import { ScrollRegion } from '../../table/ScrollRegion.tsx';
import type { WalkInView } from './walkInView.ts';

interface Props {
  readonly view: WalkInView;
  readonly dimension: number;
}

export function WalkNumbers({ view, dimension }: Props) {
  const [isOpen, open] = useState(false);
  return (
    <details className="vectors-numbers" open={isOpen} onToggle={(event) => open(event.currentTarget.open)}>
      <summary>All numbers of this step, to four digits; hold the pointer over one for every digit</summary>
      {isOpen && (
        <ScrollRegion name="Numbers of the example">
          <Scores view={view} />
          <Vectors view={view} dimension={dimension} />
        </ScrollRegion>
      )}
    </details>
  );
}

function Scores({ view: { picture } }: Pick<Props, 'view'>) {
  return (
    <table className="numbers numbers-columns">
      <caption>Scores</caption>
      <thead>
        <tr>
          {['word', 'u · h', picture.titles.prob, 'wanted', '∂L/∂(u · h)'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {picture.scores.map(({ name, logit, prob, wanted, dLogit }, k) => (
          <tr key={k}>
            <th scope="row">{name}</th>
            <Value value={logit} />
            <Value value={prob} />
            <td>{wanted}</td>
            <Value value={dLogit} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Vectors({ view: { picture }, dimension }: Props) {
  const rows = (title: string, { before, gradient, after }: { before: Float64Array; gradient: Float64Array; after: Float64Array }) => [
    { title, values: before },
    { title: `∂L/∂ of it`, values: gradient },
    { title: 'new', values: after },
  ];
  const all = [
    ...picture.reads.map((each, k) => ({ key: `in ${k}`, rows: rows(`in.weight, ${each.name}`, each) })),
    { key: 'h', rows: [{ title: 'h', values: picture.hidden }, { title: '∂L/∂h', values: picture.dHidden }] },
    ...picture.scores.map((each, k) => ({ key: `out ${k}`, rows: rows(`out.weight, ${each.name}`, each) })),
  ];
  return (
    <table className="numbers numbers-columns">
      <caption>Vectors</caption>
      <thead>
        <tr>
          <th scope="col">vector</th>
          {Array.from({ length: dimension }, (_, j) => (
            <th key={j} scope="col">
              {j + 1}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {all.map((group) => (
          <Fragment key={group.key}>
            {group.rows.map(({ title, values }) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                {Array.from(values, (value, j) => (
                  <Value key={j} value={value} />
                ))}
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

const Value = ({ value }: { readonly value: number }) => (
  <td title={exactText(value)} data-value={exactText(value)}>
    {formatNumber(value, 4)}
  </td>
);
