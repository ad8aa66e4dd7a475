// What an optimiser or a schedule works with beside η: folded, with its own numbers until others are set.
import { fineSettings, type FineId } from '../../../../state/workshop/settings/training.ts';
import { writeNumber } from '../../../../state/numberText.ts';
import { NumberSetting } from './fields.tsx';

interface Props {
  /** Whose they are. */
  readonly name: string;
  readonly table: Readonly<Record<string, { readonly words: string }>>;
  /** What it has by itself. Of those, what can be set is shown. */
  readonly defaults: Readonly<Partial<Record<string, number>>>;
}

const labels: Readonly<Record<FineId, string>> = {
  momentum: 'Momentum μ',
  alpha: 'α',
  beta1: 'β₁',
  beta2: 'β₂',
  eps: 'ε',
  initialAccumulator: 'S₀, the sum at first',
  gamma: 'γ, factor on η',
  every: 'Epochs to a drop',
  decay: 'Decay d',
  floor: 'Lowest η',
};

const isFine = (id: string): id is FineId => Object.hasOwn(fineSettings, id);

export function FineSettings({ name, table, defaults }: Props) {
  const ids = Object.keys(defaults).filter(isFine);
  if (ids.length === 0) return null;
  return (
    <details className="training-fine">
      <summary>More of {name}</summary>
      {ids.map((id) => (
        <div key={id}>
          <NumberSetting setting={id} label={labels[id]} usual={defaults[id]} example={writeNumber(defaults[id] ?? 0)} />
          <p className="controls-words">{table[id]?.words}</p>
        </div>
      ))}
    </details>
  );
}
