// Buttons that make something run away, and one that goes back to what was set before.
import { useState } from 'react';
import { same } from '../../../../state/same.ts';
import { useEditLaboratory, useLaboratory } from '../hooks.ts';
import { presets, settingsOf, type Preset } from './presets.ts';

export function Presets() {
  const laboratory = useLaboratory();
  const edit = useEditLaboratory();
  const [before, setBefore] = useState<Preset['changes'] | null>(null);
  const now = settingsOf(laboratory);
  const isOn = (preset: Preset): boolean => same(now, preset.changes);
  const take = (preset: Preset): void => {
    // From one preset to the next, "back" still leads to what was there before the first.
    if (!presets.some(isOn)) setBefore(now);
    edit(preset.changes);
  };
  return (
    <div className="lab-exploding-presets" role="group" aria-label="Make it explode">
      <span className="controls-label">Make it explode</span>
      {presets.map((preset) => (
        <button key={preset.id} type="button" className="controls-button" aria-pressed={isOn(preset)} onClick={() => take(preset)}>
          {preset.name}
        </button>
      ))}
      {before && !same(now, before) && (
        <button
          type="button"
          className="controls-button"
          onClick={() => {
            edit(before);
            setBefore(null);
          }}
        >
          back
        </button>
      )}
    </div>
  );
}
