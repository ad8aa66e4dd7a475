// What is trained: task, lags, size, updates, learning rate and seed. What is changed while a training runs is for the next one.
import { laboratoryLimits, laboratoryProblem } from '../../../../state/laboratory/limits.ts';
import type { LagPlan } from '../../../../state/laboratory/laboratory.ts';
import { logStops } from '../../../layout/stops.ts';
import { formatNumber } from '../../../theme/format.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { SettingSlider } from '../../pages/SettingSlider.tsx';
import { useEditLaboratory, useSettings } from '../hooks.ts';
import { gateChoices } from './words.ts';

/** Lags to choose from. */
const lagChoices = [5, 10, 20, 30, 40, 50, 70, 100];
const updateStops = [50, 100, 200, 300, 400, 600, 800, 1000, 1500, 2000, 3000, 5000];
const rateStops = [0.0005, 0.001, 0.002, 0.003, 0.005, 0.007, 0.01, 0.015, 0.02, 0.03, 0.05, 0.1];
const sizeStops = logStops({ low: laboratoryLimits.hiddenSize.low, high: laboratoryLimits.hiddenSize.high, ratio: 1.1, decimals: 0 });

export function PlanControls() {
  const { lag } = useSettings('lag');
  const edit = useEditLaboratory();
  const change = (changes: Partial<LagPlan>, gesture?: string): void => edit({ lag: { ...lag, ...changes } }, gesture);
  const gates = gateChoices(lag.gateBias);
  return (
    <>
      <Segmented
        label="Task"
        choices={[
          { value: 'recall', label: 'first token' },
          { value: 'adding', label: 'adding' },
        ]}
        value={lag.task}
        onChange={(task) => change({ task })}
      />
      <LagChoice lags={lag.lags} onChange={(lags) => change({ lags })} />
      <SettingSlider label="Hidden units H" words="The same for all three networks." places={{ stops: sizeStops }} value={lag.hiddenSize} valueText={String(lag.hiddenSize)} onChange={(hiddenSize, gesture) => change({ hiddenSize }, gesture)} />
      <SettingSlider label="Updates" words="Each reads 32 new sequences. Who gets all of two tests in a row right is done earlier." places={{ stops: updateStops }} value={lag.updates} valueText={lag.updates.toLocaleString('en-US')} onChange={(updates, gesture) => change({ updates }, gesture)} />
      <SettingSlider label="Learning rate η" words="Of Adam; gradients are clipped to norm 1." places={{ stops: rateStops }} value={lag.learningRate} valueText={formatNumber(lag.learningRate, lag.learningRate < 0.01 ? 4 : 3)} onChange={(learningRate, gesture) => change({ learningRate }, gesture)} />
      <Segmented label="Gates start" choices={gates} value={gates.find(({ bias }) => bias === lag.gateBias)?.value ?? null} onChange={(choice) => change({ gateBias: gates.find(({ value }) => value === choice)?.bias ?? null })} />
      <NumberField
        label="Seed"
        isWhole
        size={5}
        example="7"
        value={lag.seed}
        onCommit={(seed) => {
          const problem = laboratoryProblem('seed', seed);
          if (problem === null) change({ seed });
          return problem;
        }}
      />
    </>
  );
}

/** Which lags are trained; one at least. */
function LagChoice({ lags, onChange }: { readonly lags: readonly number[]; readonly onChange: (lags: readonly number[]) => void }) {
  // One that a link has beside those is a choice as well.
  const all = [...new Set([...lagChoices, ...lags])].sort((a, b) => a - b);
  return (
    <fieldset className="lab-lag-lags">
      <legend className="controls-label">Lags, in steps</legend>
      {all.map((lag) => {
        const isOn = lags.includes(lag);
        const isOnly = isOn && lags.length === 1;
        return (
          <label key={lag} className="lab-lag-lag" title={isOnly ? 'One lag at least is trained' : undefined}>
            <input type="checkbox" checked={isOn} disabled={isOnly} onChange={() => onChange(isOn ? lags.filter((each) => each !== lag) : [...lags, lag].sort((a, b) => a - b))} />
            <span>{lag}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
