// The network in view at work: what it says to a sentence of one's own, its numbers on one row, its weights and states, and all rows kept apart.
import { useMemo, type ReactNode } from 'react';
import { optimisers } from '../../../../engine/learn/optimisers.ts';
import { orderOf } from '../../../../engine/workshop/order.ts';
import { workshopRuns } from '../../../../state/workshop/runs.ts';
import { quote } from '../../../../state/words.ts';
import { useRoom } from '../hooks.ts';
import { useRuns } from '../useShown.ts';
import { Ask } from './Ask.tsx';
import { ownReading, rowInView, targetWords } from './rowInView.ts';
import { rowNumbers } from './rowScene.ts';
import { ScoreFigure } from './ScoreFigure.tsx';
import { StatesFigure } from './StatesFigure.tsx';
import type { Subject } from './subject.ts';
import { ValidationFigures } from './ValidationFigures.tsx';
import { WeightsFigure } from './WeightsFigure.tsx';
import './network.css';

const walk = (): void => workshopRuns.walk();

interface Props {
  readonly subject: Subject;
  /** A figure that stands with those of its numbers. */
  readonly children: ReactNode;
}

export function NetworkInView({ subject, children }: Props) {
  const { data, encoded, network, parameters, reader, job, epoch, run } = subject;
  const { sentence, pace } = useRoom('training');
  const heard = useRuns(({ live, epoch: seen }) => (run && live?.run === run.id && seen === null && live.moment?.epoch === epoch ? live.moment.nextRow : null));
  // At the end of an epoch the row that comes next follows from the seed.
  const first = useMemo(() => orderOf(data.training.length, epoch + 1, job.orderSeed)[0] ?? 0, [data, epoch, job]);
  const next = heard ?? first;
  const isNewest = useRuns(({ epoch: seen }) => seen === null);
  const isWalking = run?.status === 'running' && pace === 'operation';
  // While many rows go by in a second, one of them is kept in view: only its numbers move.
  const isSwift = run?.status === 'running' && (pace === 'fast' || pace === 'quick');
  const position = data.training[isSwift ? 0 : next] ?? data.training[0] ?? 0;
  const own = useMemo(() => (sentence.trim() === '' ? null : ownReading(data, sentence)), [data, sentence]);
  const isNumbers = data.task.cut === 'dense';
  const written = useMemo(() => {
    if (own?.reading) return { name: isNumbers ? `your ${data.task.whole}` : quote(sentence), text: sentence, reading: own.reading, note: [own.note, targetWords(data, own.reading)].filter(Boolean).join(' ') };
    const row = data.rows[position];
    return row ? { name: isNumbers ? `row ${position + 1}` : quote(row.text), text: row.text, reading: row.reading, note: '' } : null;
  }, [own, sentence, data, position, isNumbers]);
  const row = useMemo(() => (written ? rowInView(data, encoded, reader, network, written) : null), [data, encoded, reader, network, written]);
  const numbers = useMemo(() => (row ? rowNumbers(network, parameters, row, job, epoch) : null), [network, parameters, row, job, epoch]);
  const { whole, step } = data.task;
  const isOwn = own?.reading != null;
  const { title } = optimisers[job.optimiser];
  const update = job.optimiser === 'sgd' && job.batchSize === 1 ? '' : `What is walked ends with this row’s gradient: ${job.batchSize > 1 ? `the mean over ${job.batchSize} rows is what ` : ''}${title} makes its step of.`;
  return (
    <>
      <Ask data={data} encoded={encoded} network={network} parameters={parameters} own={own} />
      {numbers && row ? (
        <ScoreFigure
          numbers={numbers}
          title={isOwn ? `The network reads your ${whole}` : `The network reads ${!isSwift ? 'the row that comes next' : 'one of the rows'}: ${row.name}`}
          step={step}
          drive={isWalking && !isOwn && isNewest ? walk : null}
          note={[row.note, isWalking ? waitsWords(isOwn, isNewest, whole) : '', update].filter(Boolean).join(' ')}
        />
      ) : (
        <p className="controls-words">
          {written ? `With ${encoded.task.vocabulary.length.toLocaleString('en')} inputs at once this network is too large to be drawn number by number; its weights stand below.` : `There is no ${whole} to read.`}
        </p>
      )}
      <ValidationFigures subject={subject}>
        <WeightsFigure network={network} parameters={parameters} />
        {numbers && <StatesFigure numbers={numbers} />}
        {children}
      </ValidationFigures>
    </>
  );
}

/** Why a training that walks operation by operation does not walk now; empty where it does. */
function waitsWords(isOwn: boolean, isNewest: boolean, whole: string): string {
  if (isOwn) return `The training waits as long as your ${whole} is in view: clear the field, and it walks on.`;
  return isNewest ? '' : 'The training waits as long as an earlier epoch is in view: “Newest” lets it walk on.';
}
