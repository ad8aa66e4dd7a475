// η of each optimiser, before the factor: its usual one, or one's own.
import { RotateCcw } from 'lucide-react';
import type { OptimiserId } from '../../../../engine/learn/optimisers.ts';
import { optimiserIds } from '../../../../engine/workshop/race/rates.ts';
import { rangeProblem } from '../../../../state/workshop/setting.ts';
import { optimiserSettings, rateSetting } from '../../../../state/workshop/settings/optimisers.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { useEditRoom, useRoom } from '../hooks.ts';
import { rateOf, titleOf } from './useRace.ts';

export function RateFields() {
  const settings = useRoom('optimisers');
  const edit = useEditRoom('optimisers');
  const take = (id: OptimiserId) => (value: number): string | null => {
    const problem = rangeProblem(`η of ${titleOf(id)}`, optimiserSettings[rateSetting[id]].range, value);
    if (problem === null) edit({ [rateSetting[id]]: value });
    return problem;
  };
  return (
    <details className="race-rates">
      <summary className="controls-label">Each one’s own η</summary>
      {optimiserIds.map((id) => {
        const isOwn = settings[rateSetting[id]] !== null;
        return (
          <div key={id} className="race-rate">
            <NumberField label={titleOf(id)} size={6} example="0.01" value={rateOf(settings, id)} onCommit={take(id)} />
            {isOwn && (
              <button type="button" className="controls-button" aria-label={`The usual η of ${titleOf(id)}`} title="Back to the usual η" onClick={() => edit({ [rateSetting[id]]: null })}>
                <RotateCcw aria-hidden="true" />
              </button>
            )}
          </div>
        );
      })}
    </details>
  );
}
