// What is trained and how: the network and its first weights, the optimiser and the rows. Of a run under way nothing changes: these are for
// the next one, or for a branch.
import { cells } from '../../../../engine/cells/index.ts';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import { readerProblem } from '../../../../engine/data/readers.ts';
import { hyperparameters, optimisers, type OptimiserId } from '../../../../engine/learn/optimisers.ts';
import { schedules, scheduleSettings, type ScheduleId } from '../../../../engine/learn/schedules.ts';
import { canReadBothWays, cellsFor } from '../../../../engine/tasks/choices.ts';
import { rangeProblem } from '../../../../state/workshop/setting.ts';
import { readers, trainingSettings } from '../../../../state/workshop/settings/training.ts';
import { SchemeSelect } from '../../controls/SchemeSelect.tsx';
import { SeedInput } from '../../controls/SeedInput.tsx';
import { Switch } from '../../controls/Switch.tsx';
import { SelectField } from '../../controls/SelectField.tsx';
import { useEditRoom, useRoom } from '../hooks.ts';
import { NumberSetting } from './fields.tsx';
import { FineSettings } from './FineSettings.tsx';
import { hasForgetGate, readerNames } from './settingWords.ts';

const named = <Id extends string>(table: Readonly<Record<Id, { readonly title: string }>>): { value: Id; label: string }[] =>
  (Object.keys(table) as Id[]).map((value) => ({ value, label: table[value].title })); // the keys of its own table
const optimiserChoices = named<OptimiserId>(optimisers);
const scheduleChoices = named<ScheduleId>(schedules);

export function NetworkSettings({ data }: { readonly data: PreparedData | null }) {
  const settings = useRoom('training');
  const edit = useEditRoom('training');
  const { reader, cell, bidirectional } = settings;
  const possible = readers.filter((each) => !data || readerProblem(each, data) === null);
  const known = !data ? [cell] : reader === 'sequence' ? cellsFor(data.task) : cellsFor({ topology: 'one-to-one' }).filter((id) => cells[id].family === 'feedforward');
  // One that does not go with the data is replaced by one that does when a run starts; which one, is shown.
  const taken = known.includes(cell) ? cell : ((reader === 'sequence' ? data?.task.cell : 'feedforward_tanh') ?? known[0] ?? cell);
  const takeSeed = (seed: number): string | null => {
    const problem = rangeProblem('The seed', trainingSettings.seed.range, seed);
    if (problem === null) edit({ seed });
    return problem;
  };
  return (
    <fieldset className="training-group">
      <legend>Network</legend>
      {possible.length > 1 && <SelectField label="It reads a text" value={reader} choices={possible.map((value) => ({ value, label: readerNames[value] }))} onChange={(next) => edit({ reader: next })} />}
      <SelectField label="Cell" value={taken} choices={known.map((value) => ({ value, label: cells[value].title }))} onChange={(next) => edit({ cell: next })} />
      <div className="training-pair">
        <NumberSetting setting="hiddenSize" label="Hidden units H" example="8" />
        <SeedInput seed={settings.seed} title="New seed: other weights to begin with, another order of the rows" onChange={takeSeed} />
      </div>
      <div className="select-field">
        <SchemeSelect value={settings.scheme} onChange={(scheme) => edit({ scheme })} />
      </div>
      {hasForgetGate(taken) && (
        <>
          <Switch label="set the forget gate’s bias" isOn={settings.gateBias !== null} onChange={(isOn) => edit({ gateBias: isOn ? 1 : null })} />
          {settings.gateBias !== null && <NumberSetting setting="gateBias" label="Bias of the forget gate" example="1" />}
        </>
      )}
      {data && reader === 'sequence' && canReadBothWays(data.task) && <Switch label="read in both directions" isOn={bidirectional} onChange={(isOn) => edit({ bidirectional: isOn })} />}
    </fieldset>
  );
}

export function LearningSettings() {
  const settings = useRoom('training');
  const edit = useEditRoom('training');
  const optimiser = optimisers[settings.optimiser];
  return (
    <fieldset className="training-group">
      <legend>Learning</legend>
      <div className="training-pair">
        <SelectField label="Optimiser" value={settings.optimiser} choices={optimiserChoices} title={optimiser.words} onChange={(next) => edit({ optimiser: next })} />
        <NumberSetting setting="learningRate" label="η" example="0.01" />
      </div>
      <FineSettings name={optimiser.title} table={hyperparameters} defaults={optimiser.defaults} />
      <SelectField label="Schedule of η" value={settings.schedule} choices={scheduleChoices} title={schedules[settings.schedule].words} onChange={(next) => edit({ schedule: next })} />
      <FineSettings name={`${schedules[settings.schedule].title.toLowerCase()} η`} table={scheduleSettings} defaults={schedules[settings.schedule].defaults} />
      <div className="training-pair">
        <NumberSetting setting="epochs" label="Epochs" example="60" />
        <NumberSetting setting="batchSize" label="Rows a batch" example="8" />
      </div>
      <Switch label="clip the gradient" isOn={settings.clipNorm !== null} onChange={(isOn) => edit({ clipNorm: isOn ? 5 : null })} />
      {settings.clipNorm !== null && <NumberSetting setting="clipNorm" label="To a norm of at most" example="5" />}
      <Switch label="shuffle the rows in each epoch" isOn={settings.shuffled} onChange={(isOn) => edit({ shuffled: isOn })} />
    </fieldset>
  );
}
