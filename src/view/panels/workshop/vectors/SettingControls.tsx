// What word2vec is told: model, window, negative samples, lengths, rate, epochs, seed.
import { rangeProblem, type Range } from '../../../../state/workshop/setting.ts';
import { vectorSettings, type VectorSettings } from '../../../../state/workshop/settings/vectors.ts';
import { logStops } from '../../../layout/stops.ts';
import { formatNumber } from '../../../theme/format.ts';
import { SeedInput } from '../../controls/SeedInput.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { Switch } from '../../controls/Switch.tsx';
import { SettingSlider } from '../../pages/SettingSlider.tsx';
import { useEditRoom, useRoom } from '../hooks.ts';
import { kindNames, kindWords } from './words.ts';

type NumberKey = 'window' | 'negatives' | 'dimension' | 'epochs' | 'learningRate';

const epochStops = logStops({ low: 1, high: 5000, ratio: 1.15, decimals: 0 });
const rateStops = logStops({ low: 0.001, high: 10, ratio: 1.1, decimals: 3 });
const thresholdStops = logStops({ low: 0.0001, high: 0.1, ratio: 1.5, decimals: 4 });

/** The threshold that a switch begins with. */
const firstThreshold = 0.01;

const sliders: readonly { readonly key: NumberKey; readonly label: string; readonly stops?: readonly number[]; readonly words: (value: number) => string }[] = [
  { key: 'window', label: 'Window', words: (value) => `Up to ${value} word${value === 1 ? '' : 's'} to each side.` },
  { key: 'negatives', label: 'Negative samples', words: (value) => (value === 0 ? '0: the full softmax over all words.' : 'Random words against each word to predict; 0 is the full softmax.') },
  { key: 'dimension', label: 'Numbers of a vector', words: () => 'The dimension D of the vectors.' },
  { key: 'learningRate', label: 'Learning rate η', stops: rateStops, words: () => 'At first; it falls evenly to almost 0.' },
  { key: 'epochs', label: 'Epochs', stops: epochStops, words: () => 'How often the text is gone through.' },
];

const rangeOf = (key: NumberKey): Range => vectorSettings[key].range ?? { low: 0, high: 1, whole: false };

export function SettingControls() {
  const settings = useRoom('vectors');
  const edit = useEditRoom('vectors');
  return (
    <>
      <div className="lab-control">
        <Segmented label="Model" choices={[{ value: 'skipgram', label: kindNames.skipgram }, { value: 'cbow', label: kindNames.cbow }]} value={settings.kind} onChange={(kind) => edit({ kind })} />
        <p className="lab-control-words">{kindWords[settings.kind]}</p>
      </div>
      {sliders.map(({ key, label, stops, words }) => {
        const { low, high } = rangeOf(key);
        return (
          <SettingSlider
            key={key}
            label={label}
            words={words(settings[key])}
            places={stops ? { stops } : { low, high, step: 1 }}
            value={settings[key]}
            valueText={key === 'learningRate' ? formatNumber(settings[key], 3) : settings[key].toLocaleString('en')}
            onChange={(value, gesture) => edit({ [key]: value }, gesture)}
          />
        );
      })}
      <SubsamplingControl threshold={settings.subsampling} onChange={(subsampling, gesture) => edit({ subsampling }, gesture)} />
      <SeedInput
        className="lab-control lab-seed"
        seed={settings.seed}
        title="New seed: other first vectors, another order"
        onChange={(seed) => {
          const problem = rangeProblem('The seed', vectorSettings.seed.range, seed);
          if (problem === null) edit({ seed });
          return problem;
        }}
      />
    </>
  );
}

function SubsamplingControl({ threshold, onChange }: { readonly threshold: VectorSettings['subsampling']; readonly onChange: (value: VectorSettings['subsampling'], gesture?: string) => void }) {
  return (
    <div className="lab-control">
      <Switch label="Leave out frequent words now and then" isOn={threshold !== null} onChange={(isOn) => onChange(isOn ? firstThreshold : null)} />
      {threshold !== null && (
        <SettingSlider
          label="Threshold t"
          words="A word that is a part f of the text stays with probability √(t/f), in each epoch anew."
          places={{ stops: thresholdStops }}
          value={threshold}
          valueText={formatNumber(threshold, 4)}
          onChange={onChange}
        />
      )}
    </div>
  );
}
