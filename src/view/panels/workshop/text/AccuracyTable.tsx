// How often each network is right on the rows kept apart: on all of them, on those with a negation, and on those that the order alone decides.
import { useMemo } from 'react';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import type { ComparedNetwork } from '../../../../state/workshop/text/comparison.ts';
import { exactText } from '../../../theme/format.ts';
import { NumberTable } from '../../table/NumberTable.tsx';
import { percent } from '../progressWords.ts';
import { readerWords } from './readers.ts';
import { keptRows, useAccuracies, type KeptRows } from './useComparison.ts';

const kinds: readonly { readonly id: keyof KeptRows; readonly name: string }[] = [
  { id: 'all', name: 'all' },
  { id: 'negated', name: 'with “not” or “never”' },
  { id: 'reordered', name: 'decided by the order alone' },
];

export function AccuracyTable({ data, networks }: { readonly data: PreparedData; readonly networks: readonly ComparedNetwork[] }) {
  const kept = useMemo(() => keptRows(data), [data]);
  const isTrained = networks.some(({ records }) => (records.at(-1)?.epoch ?? 0) > 0);
  return (
    <section className="text-accuracies" aria-label="Right answers by kinds of reviews">
      <NumberTable name="Right answers" className="text-table">
        <caption>Right answers on the {kept.all.length} reviews kept apart{isTrained ? '' : ', before training'}</caption>
        <thead>
          <tr>
            <th scope="col">Network</th>
            {kinds.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
                <small>{kept[id].length} reviews</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {networks.map((network) => (
            <Row key={network.reader} network={network} kept={kept} />
          ))}
        </tbody>
      </NumberTable>
      <p className="controls-words">
        Every review “decided by the order alone” has a twin in the data with the very same words and the other label. A bag cannot tell the two apart, whatever it learns: right on one of them means wrong on the other. Where the twin is among the rows that are learned from, the bag has learned the wrong
        answer, and tends to do worse than a guess. Padded words keep the order, but learn each word anew at every place; the RNN reads with the same weights at every step.
      </p>
    </section>
  );
}

function Row({ network, kept }: { readonly network: ComparedNetwork; readonly kept: KeptRows }) {
  const accuracies = useAccuracies(network, kept);
  return (
    <tr data-reader={network.reader}>
      <th scope="row">{readerWords[network.reader].name}</th>
      {kinds.map(({ id }) => {
        const accuracy = accuracies?.[id] ?? null;
        return (
          <td key={id} className="text-number" data-value={accuracy === null ? undefined : exactText(accuracy)}>
            {accuracy === null ? '…' : percent(accuracy)}
          </td>
        );
      })}
    </tr>
  );
}
