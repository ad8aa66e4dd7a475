// How many time steps: those of the sentence, or a generated sequence of 2 to 1,000.
import { useDispatch, useDocument } from '../stores.tsx';
import { RangeField } from '../controls/RangeField.tsx';
import { Segmented } from '../controls/Segmented.tsx';
import { useGesture } from '../controls/useGesture.ts';
import { grouped } from '../../../state/limits.ts';

/** Lengths that the slider takes: every one while they are few, then about 5 % apart. */
export const lengths: readonly number[] = [...new Set(Array.from({ length: 141 }, (_, k) => Math.round(2 * 500 ** (k / 140))))];

/** Where the reader begins who has not chosen a length yet: long enough to see a gradient vanish. */
const firstLength = 30;

/** The slider's place for a length: the nearest one. */
export function placeOf(length: number): number {
  let best = 0;
  lengths.forEach((each, k) => {
    if (Math.abs(each - length) < Math.abs((lengths[best] ?? 0) - length)) best = k;
  });
  return best;
}

export function StepsControl({ stepCount }: { readonly stepCount: number }) {
  const dispatch = useDispatch();
  const length = useDocument((state) => state.document.generatedLength);
  const gesture = useGesture();
  const generate = (next: number | null, drag?: string): void => {
    dispatch({ type: 'setGeneratedLength', length: next, gesture: drag });
  };
  return (
    <div className="gradient-steps">
      <Segmented
        label="Time steps"
        choices={[
          { value: 'sentence', label: length === null ? `the sentence (${grouped(stepCount)})` : 'the sentence' },
          { value: 'generated', label: 'generated' },
        ]}
        value={length === null ? 'sentence' : 'generated'}
        onChange={(choice) => generate(choice === 'sentence' ? null : firstLength)}
      />
      {length !== null && (
        <RangeField
          label="Length T"
          min={0}
          max={lengths.length - 1}
          step={1}
          value={placeOf(length)}
          valueText={`${grouped(length)} steps`}
          marks={[2, 10, 100, 1000].map((each) => ({ value: placeOf(each), label: grouped(each) }))}
          onBegin={gesture.renew}
          onInput={(index) => generate(lengths[index] ?? firstLength, gesture.current())}
        />
      )}
    </div>
  );
}
