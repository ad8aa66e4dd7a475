// Which rows are kept for validation: their share, and the seed that draws them.
import { dataSettings } from '../../../../state/workshop/settings/data.ts';
import { rangeProblem } from '../../../../state/workshop/setting.ts';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import { SettingSlider } from '../../pages/SettingSlider.tsx';
import { SeedInput } from '../../controls/SeedInput.tsx';
import { useEditRoom, useRoom } from '../hooks.ts';

/** A share goes in twentieths; its ends are those of the setting. */
const places = { low: 0, high: 0.9, step: 0.05, ...(dataSettings.share.range && { low: dataSettings.share.range.low, high: dataSettings.share.range.high }) };

export function SplitControls({ data }: { readonly data: PreparedData | null }) {
  const { share, splitSeed } = useRoom('data');
  const edit = useEditRoom('data');
  const take = (value: number): string | null => {
    const problem = rangeProblem('The seed', dataSettings.splitSeed.range, value);
    if (problem === null) edit({ splitSeed: value });
    return problem;
  };
  return (
    <>
      <SettingSlider
        label="Kept for validation"
        words={data ? splitWords(data, share) : 'The rows are on their way.'}
        places={places}
        value={share}
        valueText={`${Math.round(share * 100)} %`}
        onChange={(value, gesture) => edit({ share: Math.round(value * 100) / 100 }, gesture)}
      />
      <SeedInput className="lab-control lab-seed" seed={splitSeed} dieName="New seed of the split" title="Draw other rows for validation" onChange={take} />
      <p className="controls-words">A network never learns from the rows that are kept: they show whether it has understood, or only remembers.</p>
    </>
  );
}

function splitWords({ rows: all, training, validation }: PreparedData, share: number): string {
  const rows = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'row' : 'rows'}`;
  if (validation.length > 0) return `It learns from ${rows(training.length)}; ${rows(validation.length)} ${validation.length === 1 ? 'is' : 'are'} kept.`;
  const isTooFew = share > 0 && all.length > 0 && share * all.length < 1;
  return `It learns from all ${rows(training.length)}; none is kept${isTooFew ? `, as ${Math.round(share * 100)} % of ${rows(all.length)} is less than one` : ''}.`;
}
