// The sentence, and the training of the three networks.
import { useId, useMemo } from 'react';
import { decidedByOrder } from '../../../../engine/workshop/reordered.ts';
import { comparison } from '../../../../state/workshop/text/comparison.ts';
import { named } from '../../../../state/words.ts';
import { useGesture } from '../../controls/useGesture.ts';
import { useEditRoom, useRoom } from '../hooks.ts';
import { useComparison, useSentence } from './useComparison.ts';

/** As `textSettings.sentence` allows. */
const mostLetters = 400;

export function OrderControls() {
  const id = useId();
  const { sentence } = useRoom('text');
  const edit = useEditRoom('text');
  const gesture = useGesture();
  const { status, data, networks } = useComparison();
  const seen = useSentence(data);
  const examples = useMemo(() => {
    if (!data) return [];
    const byOrder = decidedByOrder(data.rows);
    return data.validation.flatMap((position) => (byOrder.has(position) ? (data.rows[position]?.text ?? []) : []));
  }, [data]);
  const next = examples[(examples.indexOf(sentence) + 1) % Math.max(1, examples.length)];
  const [first] = networks;
  return (
    <>
      <div className="lab-control text-own">
        <label htmlFor={id} className="controls-label">
          Sentence
        </label>
        <input
          id={id}
          className="controls-input"
          type="text"
          maxLength={mostLetters}
          autoComplete="off"
          spellCheck={false}
          value={sentence}
          aria-describedby={`${id}-words`}
          onChange={(event) => edit({ sentence: event.target.value, order: '' }, gesture.current())}
        />
        <p id={`${id}-words`} className="lab-control-words" role="status">
          {seen && seen.unknown.length > 0 ? `Not in the vocabulary of the reviews, and left out: ${named(seen.unknown)}. ` : ''}
          {seen && seen.words.length === 0 ? 'No word is left to read. Write one of the reviews’ words, for example “not good but bad”.' : ''}
        </p>
        {next !== undefined && (
          <button type="button" className="controls-button" onClick={() => edit({ sentence: next, order: '' })}>
            Another review
          </button>
        )}
        <p className="lab-control-words">One of those kept for validation, whose words in another order are a review of the other kind.</p>
      </div>
      <div className="lab-control text-own">
        {status === 'running' ? (
          <button type="button" className="controls-button" onClick={() => comparison.stop()}>
            Stop training
          </button>
        ) : (
          <button type="button" className="controls-button controls-button-strong" disabled={!data} onClick={() => comparison.start()}>
            {status === 'done' ? 'Train all three again' : 'Train all three'}
          </button>
        )}
        <p className="lab-control-words">
          {data && first
            ? `“${data.task.title}”: ${data.training.length} rows to learn from, ${data.validation.length} kept apart. ${first.job.model.hiddenSize} units each, Adam with η = ${first.job.learningRate}, batches of ${first.job.batchSize}, ${first.job.epochs} epochs, seed ${first.job.initialisation.seed}: the same for all.`
            : 'The reviews are being fetched.'}
        </p>
      </div>
    </>
  );
}
