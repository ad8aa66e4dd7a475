// A setting that is dragged: name, number, slider, and a line on what it does. A drag is one entry of the undo menu.
import { useId, useRef, type ReactNode } from 'react';
import { nearestStop } from '../../layout/stops.ts';
import { RangeField } from '../controls/RangeField.tsx';
import { useGesture } from '../controls/useGesture.ts';
import { usePaced } from '../../hooks/usePaced.ts';
import './pages.css';

/** Where it can stand: evenly from `low` to `high`, or at stops of its own, such as those of a logarithmic scale. */
type Places = { readonly low: number; readonly high: number; readonly step: number } | { readonly stops: readonly number[] };

interface Props {
  readonly label: ReactNode;
  /** What it does, in one short line. */
  readonly words: ReactNode;
  readonly places: Places;
  readonly value: number;
  readonly valueText: string;
  /** The gesture names the drag under way. */
  readonly onChange: (value: number, gesture: string) => void;
  readonly marks?: readonly { readonly value: number; readonly label: string }[] | undefined;
  /** Beside the slider. */
  readonly children?: ReactNode;
}

export function SettingSlider({ label, words, places, value, valueText, onChange, marks = [], children }: Props) {
  const gesture = useGesture();
  /** The drag under way: a hand that rests within it does not begin another. */
  const held = useRef<string | null>(null);
  const id = useId();
  const told = usePaced(words);
  const stops = 'stops' in places ? places.stops : null;
  const placeOf = (each: number): number => (stops ? nearestStop(stops, each) : each);
  const { low, high, step } = 'stops' in places ? { low: 0, high: places.stops.length - 1, step: 1 } : places;
  return (
    <div className="lab-control">
      <div className="lab-slider">
        <RangeField
          label={label}
          min={low}
          max={high}
          step={step}
          value={placeOf(value)}
          valueText={valueText}
          marks={marks.map((mark) => ({ ...mark, value: placeOf(mark.value) }))}
          describedBy={id}
          onBegin={() => {
            gesture.renew();
            held.current = gesture.current();
          }}
          onEnd={() => {
            held.current = null;
          }}
          onInput={(place) => onChange(stops?.[place] ?? place, held.current ?? gesture.current())}
        />
        {children}
      </div>
      <p id={id} className="lab-control-words">
        {told}
      </p>
    </div>
  );
}
