// A sentence of the reader's own, at any moment of the training: what the network in view answers, and how sure it is.
import { X } from 'lucide-react';
import { useId, useMemo } from 'react';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import type { EncodedData } from '../../../../engine/data/readers.ts';
import type { Example } from '../../../../engine/model.ts';
import type { Network } from '../../../../engine/network.ts';
import type { Reading } from '../../../../engine/tasks/reading.ts';
import { Spark } from '../../../draw/workshop/training/Spark.tsx';
import { useGesture } from '../../controls/useGesture.ts';
import { useEditRoom, useRoom } from '../hooks.ts';
import { useWorked } from '../useWorked.ts';
import { answersOf, inUnit, sharesOf } from './answers.ts';
import { percent } from '../progressWords.ts';
import type { OwnReading } from './rowInView.ts';

interface Props {
  readonly data: PreparedData;
  readonly encoded: EncodedData;
  readonly network: Network;
  readonly parameters: Float64Array;
  /** Null where the field is empty. */
  readonly own: OwnReading | null;
}

export function Ask({ data, encoded, network, parameters, own }: Props) {
  const id = useId();
  const { sentence } = useRoom('training');
  const edit = useEditRoom('training');
  const gesture = useGesture();
  const { whole, rows } = data.task;
  const reading = own?.reading ?? null;
  const asked = useMemo(() => (reading ? askedOf(encoded, reading) : null), [encoded, reading]);
  const question = useMemo(() => asked && { model: network.model, parameters, examples: asked }, [network, parameters, asked]);
  const { worked, problem } = useWorked('evaluate', question);
  const answered = worked && readings.get(worked.input.examples);
  return (
    <section className="training-ask" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>Ask it a {whole} of your own</h3>
      <div className="training-ask-field">
        <input
          id={id}
          className="controls-input"
          type="text"
          maxLength={longest}
          autoComplete="off"
          spellCheck={false}
          aria-label={`A ${whole} of your own`}
          aria-describedby={`${id}-words`}
          aria-invalid={own?.problem != null}
          placeholder={rows[data.task.firstRow]?.text.slice(0, 60)}
          value={sentence}
          onChange={(event) => edit({ sentence: event.target.value }, gesture.current())}
        />
        {sentence !== '' && (
          <button type="button" className="controls-button" aria-label="Clear the field" title="Clear the field: the score shows the next row again" onClick={() => edit({ sentence: '' })}>
            <X aria-hidden="true" />
          </button>
        )}
      </div>
      <div id={`${id}-words`} role="status">
        {sentence.length >= longest && <p className="controls-words">A {whole} has room for {longest} characters; what is beyond them is not read.</p>}
        {own?.problem != null && <p className="training-problem">{own.problem}</p>}
        {own !== null && own.note !== '' && <p className="controls-words">{own.note}</p>}
        {problem !== null && <p className="training-problem">{problem}</p>}
      </div>
      {answered && worked && worked.input.model === network.model && <Answers data={data} network={network} reading={answered} answers={worked.result.answers[0] ?? new Float64Array()} />}
    </section>
  );
}

/** Characters that the setting has room for. */
const longest = 400;

/** What was read, by the examples that are asked: an answer may come to a sentence that was typed before. */
const readings = new WeakMap<readonly Example[], Reading>();

function askedOf(encoded: EncodedData, reading: Reading): readonly Example[] {
  const examples = [encoded.example(reading)];
  readings.set(examples, reading);
  return examples;
}

interface AnswersProps {
  readonly data: PreparedData;
  readonly network: Network;
  readonly reading: Reading;
  readonly answers: Float64Array;
}

/** Answers that are written out step by step. */
const mostAnswers = 60;

function Answers({ data, network, reading, answers }: AnswersProps) {
  const { outputs } = data.task;
  const { loss, outputSize } = network.model;
  const count = answers.length / outputSize;
  if (count === 1 && loss !== 'mse') {
    return (
      <ul className="training-shares">
        {sharesOf(loss, outputs, answers, 0).map(({ name, probability }) => (
          <li key={name}>
            <span>{name}</span>
            <meter min={0} max={1} value={Number.isFinite(probability) ? probability : 0} aria-label={`Probability of ${name}`} />
            <span className="training-share">{Number.isFinite(probability) ? percent(probability) : 'not a number'}</span>
          </li>
        ))}
      </ul>
    );
  }
  if (loss === 'mse') {
    return (
      <div className="training-numbers">
        <Spark answered={answers} right={reading.targets} width={320} height={70} description="What it answers step by step, and dashed what is right" />
        <p className="controls-words">
          Full: what it answers, dashed: what is right. Its last answer: <strong>{inUnit(answers.at(-1) ?? NaN, data.dataset.scale)}</strong>
        </p>
      </div>
    );
  }
  const tokens = reading.tokens[1].length > 0 ? reading.tokens[1] : reading.tokens[0];
  const all = answersOf({ loss, outputs, answers, targets: reading.targets });
  const perStep = all.length / Math.max(1, count);
  return (
    <ol className="training-answers">
      {all.slice(0, mostAnswers).map(({ said, probability }, k) => (
        <li key={k}>
          <span>{count === tokens.length ? tokens[Math.floor(k / perStep)] : ''}</span>
          <strong>{said}</strong>
          <span className="training-share">{probability === null ? '' : percent(probability)}</span>
        </li>
      ))}
      {all.length > mostAnswers && <li>and {all.length - mostAnswers} more</li>}
    </ol>
  );
}
