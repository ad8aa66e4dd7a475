// The selected number of a dense input: a slider and a field from 0 to 1 that change it while the hand moves.
import { inputsOf } from '../../../engine/run/sequences.ts';
import { plainText } from '../../../engine/symbols/symbols.ts';
import { givenOf } from '../../anatomy/given.ts';
import { PowerText } from '../../draw/plot/PowerText.tsx';
import { valueAttributes } from '../../draw/valueAttributes.ts';
import { formatNumber } from '../../theme/format.ts';
import { NumberField } from '../controls/NumberField.tsx';
import { RangeField } from '../controls/RangeField.tsx';
import { useGesture } from '../controls/useGesture.ts';
import { useDispatch, useScene, useView } from '../stores.tsx';
import './weights.css';

export function InputInspector() {
  const scene = useScene();
  const selection = useView((state) => state.selection);
  const digits = useView((state) => state.digits);
  const dispatch = useDispatch();
  const gesture = useGesture();
  const given = scene && selection ? givenOf(scene.network, selection) : null;
  if (!scene || given?.kind !== 'input' || inputsOf(scene.trace.example, given.axis)?.kind !== 'dense') return null;
  const { symbol, axis, t, unit } = given;
  const reference = { symbol, t, unit };
  const value = scene.numbers.value(reference);
  const name = plainText(scene.network, reference);
  const set = (next: number, drag?: string): string | null => dispatch({ type: 'editInput', axis, t, unit, value: next, gesture: drag });
  return (
    <section className="value-inspector" aria-label={`Change ${name}`}>
      <h3>
        <span {...valueAttributes(reference, value)}>
          {name}, {scene.words[axis][unit - 1] ?? `unit ${unit}`} = <PowerText text={formatNumber(value, digits)} />
        </span>
      </h3>
      <div className="value-inspector-row">
        <RangeField label={name} isHeadHidden min={0} max={1} step={0.01} value={value} valueText={formatNumber(value, digits)} onBegin={gesture.renew} onInput={(next) => set(next, gesture.current())} />
        <NumberField label={`${name}, to the last digit`} isLabelHidden value={value} size={14} onCommit={set} />
      </div>
    </section>
  );
}
