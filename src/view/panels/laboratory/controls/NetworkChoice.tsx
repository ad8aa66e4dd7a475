// The network that is looked into: one of five, each in its colour.
import { useId } from 'react';
import { laboratoryCells, type LaboratoryCell } from '../../../../state/laboratory/laboratory.ts';
import { networkNames } from '../../../../state/laboratory/names.ts';
import { useEditLaboratory, useSettings } from '../hooks.ts';
import { networkColour } from './networkColour.ts';

interface Props {
  /** Those that this experiment can look into; left out: all. */
  readonly cells?: readonly LaboratoryCell[] | undefined;
  readonly legend?: string;
}

export function NetworkChoice({ cells = laboratoryCells, legend = 'Network' }: Props) {
  const { network } = useSettings('network');
  const edit = useEditLaboratory();
  const name = useId();
  return (
    <fieldset className="lab-networks">
      <legend className="controls-label">{legend}</legend>
      {cells.map((cell) => (
        <label key={cell} className="lab-network" style={networkColour(cell)}>
          <input type="radio" name={name} checked={network === cell} onChange={() => edit({ network: cell })} />
          <span className="lab-network-mark" aria-hidden="true" />
          {networkNames[cell].name}
        </label>
      ))}
    </fieldset>
  );
}
