// The words that a network can read, each with its place in the one-hot vector; and those that it has no room for.
import { useId, useState } from 'react';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import { named, shorten } from '../../../../state/words.ts';

/** Words that are written out at first, and each time more are wanted. */
const part = 60;

export function Vocabulary({ data }: { readonly data: PreparedData }) {
  const title = useId();
  const [count, setCount] = useState(part);
  const { task, leftOut = [] } = data;
  const { vocabulary, cut, step } = task;
  const isDense = cut === 'dense';
  return (
    <section className="data-vocabulary" aria-labelledby={title}>
      <h3 id={title}>
        {isDense ? `Features of a ${step}` : 'Vocabulary'}: {vocabulary.length.toLocaleString('en')}
      </h3>
      <p className="controls-words">
        {isDense ? `Each ${step} is read as ${vocabulary.length === 1 ? 'one number' : `${vocabulary.length} numbers`}.` : `The ${step}s of the rows that are learned from. A ${step} is read as a vector with a 1 at its place and ${vocabulary.length - 1} zeros.`}
        {leftOut.length > 0 && ` ${leftOut.length.toLocaleString('en')} rarer ones have no room and are left out: ${named(leftOut, 6)}.`}
      </p>
      <ol className="data-words" start={0}>
        {vocabulary.slice(0, count).map((word, k) => (
          <li key={k}>
            <span>{k}</span> {shorten(word, 24)}
          </li>
        ))}
      </ol>
      {vocabulary.length > count && (
        <button type="button" className="controls-button" onClick={() => setCount(count + 4 * part)}>
          More of them ({(vocabulary.length - count).toLocaleString('en')} left)
        </button>
      )}
    </section>
  );
}
