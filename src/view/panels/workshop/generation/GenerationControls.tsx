// What can be changed in the room "Generation": how it begins, how the next one is chosen, how many and how long.
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import type { TrainingRun } from '../../../../state/workshop/run.ts';
import { rangeProblem } from '../../../../state/workshop/setting.ts';
import { generationSettings } from '../../../../state/workshop/settings/generation.ts';
import { formatNumber } from '../../../theme/format.ts';
import { SeedInput } from '../../controls/SeedInput.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { SettingSlider } from '../../pages/SettingSlider.tsx';
import { useEditRoom, useRoom } from '../hooks.ts';
import { SentenceField } from '../SentenceField.tsx';
import { TimeMachine } from '../TimeMachine.tsx';
import { givenOf } from './forecast.ts';
import type { Kind } from './kinds.ts';
import { classAndBeginning } from './samples.ts';

interface Props {
  readonly kind: Kind;
  readonly data: PreparedData;
  readonly run: TrainingRun;
  /** What was left out of the beginning, or why it cannot be read. */
  readonly note: string;
  readonly isWrong: boolean;
}

export function GenerationControls({ kind, data, run, note, isWrong }: Props) {
  return (
    <>
      <div className="generation-time">
        <TimeMachine run={run} />
      </div>
      {kind === 'classes' && <ClassControl data={data} />}
      <Beginning kind={kind} data={data} note={note} isWrong={isWrong} />
      {kind === 'series' ? <GivenControl data={data} /> : <ChoiceControls kind={kind} step={data.task.step} />}
    </>
  );
}

function ClassControl({ data }: Pick<Props, 'data'>) {
  const { prompt } = useRoom('generation');
  const edit = useEditRoom('generation');
  const classes = data.task.classes ?? [];
  const { who, begin } = classAndBeginning(prompt, classes);
  return <Segmented label="A name for a" choices={classes.map((value) => ({ value, label: value }))} value={who} onChange={(next) => edit({ prompt: `${next}: ${begin}` })} />;
}

function Beginning({ kind, data, note, isWrong }: Pick<Props, 'kind' | 'data' | 'note' | 'isWrong'>) {
  const { prompt, row } = useRoom('generation');
  const edit = useEditRoom('generation');
  const { rows, task } = data;
  const at = Math.min(row, rows.length);
  const { who, begin } = classAndBeginning(prompt, task.classes ?? []);
  const labels: Readonly<Record<Kind, string>> = { classes: 'It begins with', text: 'It begins with', translation: `A ${task.whole} of your own`, series: '' };
  return (
    <SentenceField
      label={labels[kind]}
      typed={kind === 'series' ? null : kind === 'classes' ? begin : prompt}
      most={150}
      row={at}
      rowCount={rows.length}
      rowText={kind === 'classes' ? '' : kind === 'text' ? (rows[at - 1]?.reading.tokens[0][0] ?? '') : (rows[at - 1]?.text.split('>')[0]?.trim() ?? '')}
      note={note}
      isWrong={isWrong}
      rowWords={kind === 'classes' ? `The ${task.whole} of the data that is held against it:` : undefined}
      onType={(typed) => edit({ prompt: kind === 'classes' ? `${who}: ${typed}` : typed })}
      onRow={(next) => edit({ row: next })}
    />
  );
}

function ChoiceControls({ kind, step }: { readonly kind: Kind; readonly step: string }) {
  const { choice, temperature, count, steps } = useRoom('generation');
  const edit = useEditRoom('generation');
  const { low, high } = generationSettings.temperature.range ?? { low: 0.05, high: 5 };
  return (
    <>
      {kind !== 'translation' && (
        <Segmented
          label={`The next ${step} is`}
          choices={[
            { value: 'sampled', label: 'sampled' },
            { value: 'greedy', label: 'the likeliest' },
          ]}
          value={choice}
          onChange={(next) => edit({ choice: next })}
        />
      )}
      <SettingSlider
        label="Temperature T"
        words="Low is bold and says the same again, 1 is as learned, high is wild."
        places={{ stops: [low, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.4, 1.6, 2, 2.5, 3, 4, high] }}
        value={temperature}
        valueText={formatNumber(temperature)}
        marks={[{ value: 1, label: '1' }]}
        onChange={(next, gesture) => edit({ temperature: next }, gesture)}
      />
      <SettingSlider label="Samples" words="Each is drawn by a seed of its own, from the one below on." places={{ low: 1, high: 20, step: 1 }} value={count} valueText={String(count)} onChange={(next, gesture) => edit({ count: next }, gesture)} />
      <SettingSlider label={`${step.charAt(0).toUpperCase()}${step.slice(1)}s at most`} words="It may end before." places={{ low: 1, high: 100, step: 1 }} value={steps} valueText={String(steps)} onChange={(next, gesture) => edit({ steps: next }, gesture)} />
      <SeedControl />
    </>
  );
}

function SeedControl() {
  const { seed } = useRoom('generation');
  const edit = useEditRoom('generation');
  const take = (value: number): string | null => {
    const problem = rangeProblem('The seed', generationSettings.seed.range, value);
    if (problem === null) edit({ seed: value });
    return problem;
  };
  return <SeedInput className="lab-control lab-seed" label="First seed" seed={seed} title="New seed: other samples" onChange={take} />;
}

function GivenControl({ data }: Pick<Props, 'data'>) {
  const { given, row } = useRoom('generation');
  const edit = useEditRoom('generation');
  const T = data.rows[Math.min(row, data.rows.length) - 1]?.reading.tokens[0].length ?? 2;
  const now = givenOf(given, T);
  return (
    <SettingSlider
      label="Values that are given"
      words="After them it reads what it has said itself."
      places={{ low: 1, high: Math.max(1, T - 1), step: 1 }}
      value={now}
      valueText={String(now)}
      onChange={(next, gesture) => edit({ given: next }, gesture)}
    />
  );
}
