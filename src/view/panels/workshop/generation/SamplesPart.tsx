// Names, texts or translations that the network says, the probabilities behind one of their tokens, and teacher forcing against free running.
import { useMemo } from 'react';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import type { TokenPlace } from '../../../layout/workshop/generation/tokenRows.ts';
import { useEditRoom, useRoom } from '../hooks.ts';
import { useWorked } from '../useWorked.ts';
import type { Kind } from './kinds.ts';
import { samplesOf, type Sample, type SamplesPlan } from './samples.ts';
import { ChoiceFigure, SamplesFigure } from './SamplesFigures.tsx';

interface Props {
  readonly kind: Kind;
  readonly data: PreparedData;
  readonly plan: SamplesPlan;
}

const titles: Readonly<Record<Kind, (source: string) => string>> = {
  classes: () => 'Names that it makes up',
  text: () => 'How it goes on',
  translation: (source) => `“${source}” translated: greedy and sampled`,
  series: () => '',
};

export function SamplesPart({ kind, data, plan }: Props) {
  const { sample, step, temperature, choice } = useRoom('generation');
  const edit = useEditRoom('generation');
  const { worked, problem } = useWorked('decode', plan.asked);
  const samples = useMemo(() => (worked ? samplesOf(worked.input, worked.result) : []), [worked]);
  const begin = worked?.input.begin.length ?? 0;
  const place = placeIn(samples, begin, sample, step);
  const token = place ? samples[place.row]?.tokens[place.k] : undefined;
  if (problem !== null) {
    return (
      <p className="controls-problem" role="alert">
        {problem}
      </p>
    );
  }
  if (samples.length === 0) return null;
  return (
    <>
      <SamplesFigure title={titles[kind](worked?.input.source ?? '')} samples={samples} place={place} step={data.task.step} onChoose={({ row, k }) => edit({ sample: row + 1, step: Math.max(1, k - begin + 1) })} />
      {place && token?.scores && (
        <ChoiceFigure
          token={token}
          scores={token.scores}
          step={place.k - begin + 1}
          stepName={data.task.step}
          outputs={data.task.outputs}
          temperature={temperature}
          isGreedy={kind === 'translation' ? place.row === 0 : choice === 'greedy'}
        />
      )}
    </>
  );
}

/** The chosen token, or the nearest that there is; null where nothing was made. */
function placeIn(samples: readonly Sample[], begin: number, sample: number, step: number): TokenPlace | null {
  const row = Math.min(sample, samples.length) - 1;
  const made = (samples[row]?.tokens.length ?? 0) - begin;
  return made > 0 ? { row, k: begin + Math.min(step, made) - 1 } : null;
}
