// Which networks are drawn: one box to tick for each, in its colour.
import { memo } from 'react';
import { laboratoryCells, type LaboratoryCell } from '../../../../state/laboratory/laboratory.ts';
import { networkNames } from '../../../../state/laboratory/names.ts';
import { useEditLaboratory, useSettings } from '../hooks.ts';
import { networkColour } from './networkColour.ts';

export const NetworksControl = memo(function NetworksControl() {
  const { networks } = useSettings('networks');
  const edit = useEditLaboratory();
  const toggle = (cell: LaboratoryCell): void =>
    edit({ networks: laboratoryCells.filter((each) => (each === cell ? !networks.includes(each) : networks.includes(each))) });
  return (
    <fieldset className="lab-networks">
      <legend className="controls-label">Networks</legend>
      {laboratoryCells.map((cell) => (
        <label key={cell} className="lab-network" style={networkColour(cell)}>
          <input type="checkbox" checked={networks.includes(cell)} onChange={() => toggle(cell)} />
          <span className="lab-network-mark" aria-hidden="true" />
          {networkNames[cell].name}
        </label>
      ))}
    </fieldset>
  );
});
