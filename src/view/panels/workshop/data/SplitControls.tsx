// Which rows are kept for validation: their share, and the seed that draws them.
import { Dices } from 'lucide-react';
import { dataSettings } from '../../../../state/workshop/settings/data.ts';
import { rangeWords, within } from '../../../../state/workshop/setting.ts';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import { LabSlider } from '../../laboratory/controls/LabSlider.tsx';
import { NumberField } from '../../controls/NumberField.tsx';
import { useEditRoom, useRoom } from '../hooks.ts';

/** The largest seed that the die throws: short enough to be read out in class. */
const largestThrow = 9999;

/** A share goes in twentieths; its ends are those of the setting. */
const places = { low: 0, high: 0.9, step: 0.05, ...(dataSettings.share.range && { low: dataSettings.share.range.low, high: dataSettings.share.range.high }) };

export function SplitControls({ data }: { readonly data: PreparedData | null }) {
  const { share, splitSeed } = useRoom('data');
  const edit = useEditRoom('data');
  const take = (value: number): string | null => {
    const { range } = dataSettings.splitSeed;
    if (range && within(range, value) !== value) return `A seed has to be ${rangeWords(range)}.`;
    edit({ splitSeed: value });
    return null;
  };
  const throwDie = (): void => {
    // The one number that no seed decides; what follows from it is in the document.
    const thrown = 1 + Math.floor(Math.random() * (largestThrow - 1));
    edit({ splitSeed: thrown === splitSeed ? thrown + 1 : thrown });
  };
  return (
    <>
      <LabSlider
        label="Kept for validation"
        words={data ? splitWords(data) : 'The rows are on their way.'}
        places={places}
        value={share}
        valueText={`${Math.round(share * 100)} %`}
        onChange={(value, gesture) => edit({ share: Math.round(value * 100) / 100 }, gesture)}
      />
      <div className="lab-control lab-seed">
        <NumberField label="Seed" isWhole size={5} example="1" value={splitSeed} onCommit={take} />
        <button type="button" className="controls-button" aria-label="New seed of the split" title="Draw other rows for validation" onClick={throwDie}>
          <Dices aria-hidden="true" />
        </button>
      </div>
      <p className="controls-words">A network never learns from the rows that are kept: they show whether it has understood, or only remembers.</p>
    </>
  );
}

function splitWords({ training, validation }: PreparedData): string {
  const rows = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'row' : 'rows'}`;
  return validation.length === 0 ? `It learns from all ${rows(training.length)}; none is kept.` : `It learns from ${rows(training.length)}; ${rows(validation.length)} are kept.`;
}
