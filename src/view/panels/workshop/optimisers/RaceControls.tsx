// What can be changed of the race: the problem, how long it is, every η, the weight that is followed, and the plane of the picture.
import { cells } from '../../../../engine/cells/index.ts';
import type { Model } from '../../../../engine/model.ts';
import { rangeProblem } from '../../../../state/workshop/setting.ts';
import type { OptimiserRoomSettings } from '../../../../state/workshop/settings/optimisers.ts';
import { trainingSettings } from '../../../../state/workshop/settings/training.ts';
import { logStops } from '../../../layout/stops.ts';
import { significant } from '../../../layout/workshop/optimisers/significant.ts';
import { SeedInput } from '../../controls/SeedInput.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { SettingSlider } from '../../pages/SettingSlider.tsx';
import { useEditRoom, useOpenRoom, useRoom } from '../hooks.ts';
import { usePrepared } from '../usePrepared.ts';
import { RateFields } from './RateFields.tsx';
import { shortNames, type Race } from './useRace.ts';
import { WeightPicker } from './WeightPicker.tsx';
import type { WeightNames } from '../../../layout/workshop/optimisers/weights.ts';

const stretchStops = logStops({ low: 1, high: 1000, ratio: 1.06, decimals: 0 });
const updateStops = [10, 20, 50, 100, 200, 300, 500, 1000, 2000, 3000, 5000];
const factorStops = logStops({ low: 0.001, high: 1000, ratio: 1.1, decimals: 3 });

export function RaceControls({ race }: { readonly race: Race | null }) {
  const weights = race?.weights ?? null;
  const settings = useRoom('optimisers');
  const { problem, stretch, updates, rate } = settings;
  const edit = useEditRoom('optimisers');
  return (
    <>
      <Segmented
        label="Problem"
        choices={[
          { value: 'network', label: 'your network' },
          { value: 'bowl', label: 'a bowl' },
        ]}
        value={problem}
        onChange={(value) => edit({ problem: value })}
      />
      {problem === 'network' && <NetworkWords model={race?.problem.kind === 'network' ? race.problem.model : null} count={weights?.count ?? 0} />}
      {problem === 'bowl' && (
        <SettingSlider label="Stretch κ of the bowl" words="½ (x² + κ y²): how much steeper it is upwards than across." places={{ stops: stretchStops }} value={stretch} valueText={significant(stretch)} onChange={(value, gesture) => edit({ stretch: value }, gesture)} />
      )}
      <SettingSlider label="Updates" words="All make as many, with the same batches." places={{ stops: updateStops }} value={updates} valueText={updates.toLocaleString('en')} onChange={(value, gesture) => edit({ updates: value }, gesture)} />
      <SettingSlider
        label="Every η times"
        words="One factor for all of them. Too large, and some run away."
        places={{ stops: factorStops }}
        value={rate}
        valueText={significant(rate)}
        marks={[0.001, 1, 1000].map((value) => ({ value, label: String(value) }))}
        onChange={(value, gesture) => edit({ rate: value }, gesture)}
      />
      <RateFields />
      {problem === 'network' && <SeedControl />}
      {weights && <WeightPicker label="Follow the weight" names={weights} weight={settings.weight} onChange={(weight) => edit({ weight })} />}
      {weights && problem === 'network' && <PlaneControls settings={settings} weights={weights} onEdit={edit} />}
    </>
  );
}

/** Which network it is, and where it is set. */
function NetworkWords({ model, count }: { readonly model: Model | null; readonly count: number }) {
  const { data } = usePrepared();
  const open = useOpenRoom();
  return (
    <p className="lab-control-words">
      {data && model && `“${data.task.title}”, ${cells[model.cell].title}, ${model.hiddenSize} units, ${count.toLocaleString('en')} weights. `}
      Set in{' '}
      <button type="button" className="race-link" onClick={() => open('data')}>
        Data
      </button>{' '}
      and{' '}
      <button type="button" className="race-link" onClick={() => open('training')}>
        Training
      </button>
      .
    </p>
  );
}

/** The seed of the weights to begin with, and of the order of the rows: the same as in the room Training. */
function SeedControl() {
  const { seed } = useRoom('training');
  const edit = useEditRoom('training');
  const take = (value: number): string | null => {
    const problem = rangeProblem('The seed', trainingSettings.seed.range, value);
    if (problem === null) edit({ seed: value });
    return problem;
  };
  return <SeedInput className="lab-control lab-seed" seed={seed} title="New seed: other weights to begin with, another order of the rows" onChange={take} />;
}

interface PlaneProps {
  readonly settings: OptimiserRoomSettings;
  readonly weights: WeightNames;
  readonly onEdit: (changes: Partial<OptimiserRoomSettings>) => void;
}

/** Which plane of the loss is shown. */
function PlaneControls({ settings: { plane, first, second, through, shown }, weights, onEdit }: PlaneProps) {
  return (
    <>
      <Segmented
        label="Plane of the picture"
        choices={[
          { value: 'principal', label: 'where the paths go' },
          { value: 'weights', label: 'two weights' },
        ]}
        value={plane}
        onChange={(value) => onEdit({ plane: value })}
      />
      {plane === 'weights' && <WeightPicker label="Across" names={weights} weight={first} onChange={(weight) => onEdit({ first: weight })} />}
      {plane === 'weights' && <WeightPicker label="Up" names={weights} weight={second} onChange={(weight) => onEdit({ second: weight })} />}
      <Segmented
        label="All else is held"
        choices={[
          { value: 'start', label: 'as at the start' },
          { value: 'end', label: `as ${shortNames[shown]} ends` },
        ]}
        value={through}
        onChange={(value) => onEdit({ through: value })}
      />
    </>
  );
}
