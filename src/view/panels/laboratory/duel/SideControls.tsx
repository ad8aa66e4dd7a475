// One side of the duel: cell, size, first weights, scale of W_hh, the gate's bias and the strength of the input. What a side does not set
// itself is as the laboratory has it.
import { useId } from 'react';
import type { Setup } from '../../../../engine/laboratory/setup.ts';
import { laboratoryCells, type Duellist } from '../../../../state/laboratory/laboratory.ts';
import { laboratoryLimits } from '../../../../state/laboratory/limits.ts';
import { networkNames } from '../../../../state/laboratory/names.ts';
import { keepingGate } from '../../../../state/laboratory/setups.ts';
import { logStops, nearestStop } from '../../../layout/stops.ts';
import { formatNumber } from '../../../theme/format.ts';
import { SymbolText } from '../../../draw/numeric/SymbolText.tsx';
import { RangeField } from '../../controls/RangeField.tsx';
import { SchemeSelect } from '../../controls/SchemeSelect.tsx';
import { useGesture } from '../../controls/useGesture.ts';

interface Props {
  readonly letter: 'A' | 'B';
  readonly colour: string;
  readonly own: Duellist;
  /** What the side comes to. */
  readonly setup: Setup;
  readonly onChange: (changes: Partial<Duellist>, gesture?: string) => void;
}

const { stretch: stretchLimit, strength: strengthLimit, hiddenSize: sizeLimit, gateBias: biasLimit } = laboratoryLimits;
const stretchStops = logStops({ low: stretchLimit.low, high: stretchLimit.high, ratio: 1.01, decimals: 2 });
const strengthStops = logStops({ low: strengthLimit.low, high: strengthLimit.high, ratio: 1.05, decimals: 2 });

const stretchKinds = [
  { value: 'singular', label: 'by singular value σ' },
  { value: 'radius', label: 'by spectral radius ρ' },
  { value: 'none', label: 'as it starts' },
] as const;

export function SideControls({ letter, colour, own, setup, onChange }: Props) {
  const id = useId();
  const gesture = useGesture();
  const { network, sequence } = setup;
  const { stretch, gateBias } = network;
  const gate = keepingGate[own.cell];
  return (
    <fieldset className="lab-duel-side" style={{ borderColor: colour }}>
      <legend style={{ color: colour }}>{letter}</legend>
      <label htmlFor={`${id}-cell`} className="controls-hidden">
        {letter}: network
      </label>
      <select id={`${id}-cell`} className="controls-select" value={own.cell} onChange={(event) => onChange({ cell: laboratoryCells.find((each) => each === event.target.value) ?? own.cell })}>
        {laboratoryCells.map((cell) => (
          <option key={cell} value={cell}>
            {networkNames[cell].name}
          </option>
        ))}
      </select>
      <SchemeSelect hiddenLabel={`${letter}: first weights`} value={network.scheme} onChange={(scheme) => onChange({ scheme })} />
      {/* Here, as an option of a select cannot set an index low. */}
      <label htmlFor={`${id}-stretch`} className="controls-label">
        <span className="controls-hidden">{letter}:</span> <SymbolText text="Scale of W_hh" />
      </label>
      <select
        id={`${id}-stretch`}
        className="controls-select"
        value={stretch?.by ?? 'none'}
        onChange={(event) => {
          const kind = stretchKinds.find(({ value }) => value === event.target.value)?.value ?? 'none';
          onChange({ stretch: kind === 'none' ? null : { by: kind, value: stretch?.value ?? 0.95 } });
        }}
      >
        {stretchKinds.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {stretch && (
        <RangeField
          label={<><span className="controls-hidden">{letter}:</span>{' '}<SymbolText text={`${stretch.by === 'singular' ? 'σ' : 'ρ'} of W_hh`} /></>}
          min={0}
          max={stretchStops.length - 1}
          step={1}
          value={nearestStop(stretchStops, stretch.value)}
          valueText={formatNumber(stretch.value)}
          onBegin={gesture.renew}
          onInput={(place) => onChange({ stretch: { by: stretch.by, value: stretchStops[place] ?? stretch.value } }, gesture.current())}
        />
      )}
      {gate !== null && (
        <RangeField
          label={<><span className="controls-hidden">{letter}:</span>{' '}bias of gate {gate}{gateBias === null ? ', as the scheme has it' : ''}</>}
          min={biasLimit.low}
          max={biasLimit.high}
          step={0.1}
          value={gateBias ?? 0}
          valueText={gateBias === null ? '–' : formatNumber(gateBias, 2)}
          onBegin={gesture.renew}
          onInput={(value) => onChange({ gateBias: Number(value.toFixed(1)) }, gesture.current())}
        />
      )}
      <RangeField
        label={<><span className="controls-hidden">{letter}:</span>{' '}hidden units</>}
        min={sizeLimit.low}
        max={sizeLimit.high}
        step={1}
        value={network.hiddenSize}
        valueText={String(network.hiddenSize)}
        onBegin={gesture.renew}
        onInput={(hiddenSize) => onChange({ hiddenSize }, gesture.current())}
      />
      <RangeField
        label={<><span className="controls-hidden">{letter}:</span>{' '}input ×</>}
        min={0}
        max={strengthStops.length - 1}
        step={1}
        value={nearestStop(strengthStops, sequence.strength)}
        valueText={formatNumber(sequence.strength)}
        onBegin={gesture.renew}
        onInput={(place) => onChange({ strength: strengthStops[place] ?? sequence.strength }, gesture.current())}
      />
    </fieldset>
  );
}
