// The fixed width of the example, and the three sizes that parameters are counted for.
import { textSettings } from '../../../../state/workshop/settings/text.ts';
import { logStops } from '../../../layout/stops.ts';
import { SettingSlider } from '../../pages/SettingSlider.tsx';
import { useEditRoom, useRoom } from '../hooks.ts';

const stopsOf = (low: number, high: number): readonly number[] => logStops({ low, high, ratio: 1.1, decimals: 0 });

const stops = { vocabulary: stopsOf(10, 100_000), units: stopsOf(1, 512) };

/** The million: ten words of a vocabulary of 10,000, read by ten units. */
const course = { length: textSettings.length.first, vocabulary: textSettings.vocabulary.first, units: textSettings.units.first };

export function WidthControls() {
  const { width, length, vocabulary, units } = useRoom('text');
  const edit = useEditRoom('text');
  const isCourse = length === course.length && vocabulary === course.vocabulary && units === course.units;
  return (
    <>
      <SettingSlider label="Fixed width" words="Words that the network of the example has room for." places={{ low: 1, high: 12, step: 1 }} value={width} valueText={`${width} ${width === 1 ? 'word' : 'words'}`} onChange={(value, held) => edit({ width: value }, held)} />
      <SettingSlider label="Longest text T" words="In words. Only a fixed width has to pay for it." places={{ low: 1, high: 200, step: 1 }} value={length} valueText={length.toLocaleString('en')} onChange={(value, held) => edit({ length: value }, held)} />
      <SettingSlider
        label="Vocabulary V"
        words="Different words: the length of a one-hot vector."
        places={{ stops: stops.vocabulary }}
        value={vocabulary}
        valueText={vocabulary.toLocaleString('en')}
        marks={[10, 1000, 100_000].map((value) => ({ value, label: value.toLocaleString('en') }))}
        onChange={(value, held) => edit({ vocabulary: value }, held)}
      />
      <SettingSlider label="Hidden units H" words="Each is connected to every input." places={{ stops: stops.units }} value={units} valueText={units.toLocaleString('en')} onChange={(value, held) => edit({ units: value }, held)} />
      {!isCourse && (
        <div className="lab-control text-own">
          <button type="button" className="controls-button" onClick={() => edit(course)}>
            10 × 10,000 × 10 again
          </button>
        </div>
      )}
    </>
  );
}
