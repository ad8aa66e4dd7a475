// The texts, which of them is looked at, and how long padding makes them.
import { useId } from 'react';
import { textSettings } from '../../../../state/workshop/settings/text.ts';
import { shorten } from '../../../../state/words.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { useGesture } from '../../controls/useGesture.ts';
import { SettingSlider } from '../../pages/SettingSlider.tsx';
import { useEditRoom, useRoom } from '../hooks.ts';
import type { StagedTexts } from './stages.ts';

/** As `textSettings.texts` allows. */
const mostLetters = 1200;

/** The slider's end; a link may ask for more. */
const longest = 30;

export function StagesControls({ staged, line }: { readonly staged: StagedTexts; readonly line: number }) {
  const id = useId();
  const { texts, padded, paddedTo, paddedAt } = useRoom('text');
  const edit = useEditRoom('text');
  const gesture = useGesture();
  return (
    <>
      <div className="lab-control text-own">
        <label htmlFor={`${id}-texts`} className="controls-label">
          Texts, one a line
        </label>
        <textarea
          id={`${id}-texts`}
          className="controls-input"
          rows={5}
          maxLength={mostLetters}
          spellCheck={false}
          value={texts}
          aria-describedby={`${id}-words`}
          onChange={(event) => edit({ texts: event.target.value, line: 0 }, gesture.current())}
        />
        <p id={`${id}-words`} className="lab-control-words" role="status">
          {staged.leftOut > 0 ? `The first ${staged.texts.length} texts are read; ${staged.leftOut} more have no room. ` : ''}
          {texts.length >= mostLetters ? `Up to ${mostLetters.toLocaleString('en')} characters are part of a link; more are not taken here. Larger data go into the room “Data”.` : ''}
        </p>
        {texts !== textSettings.texts.first && (
          <button type="button" className="controls-button" onClick={() => edit({ texts: textSettings.texts.first, line: 0 })}>
            The three texts of the course
          </button>
        )}
      </div>
      {staged.texts.length > 1 && (
        <div className="lab-control text-own">
          <label htmlFor={`${id}-line`} className="controls-label">
            One-hot vectors of
          </label>
          <select id={`${id}-line`} className="controls-select" value={line} onChange={(event) => edit({ line: Number(event.target.value) })}>
            {staged.texts.map(({ source }, k) => (
              <option key={k} value={k}>
                text {k + 1}: {shorten(source, 28)}
              </option>
            ))}
          </select>
        </div>
      )}
      {padded && (
        <>
          <SettingSlider
            label="Padded to"
            words="Shorter texts get steps of zeros, longer ones are cut at their end."
            places={{ low: 0, high: Math.max(longest, paddedTo), step: 1 }}
            value={paddedTo}
            valueText={paddedTo === 0 ? 'the longest text' : `${paddedTo} ${paddedTo === 1 ? 'step' : 'steps'}`}
            onChange={(value, held) => edit({ paddedTo: value }, held)}
          />
          <Segmented
            label="Padding stands at the"
            choices={[
              { value: 'end', label: 'end' },
              { value: 'start', label: 'start' },
            ]}
            value={paddedAt}
            onChange={(value) => edit({ paddedAt: value })}
          />
        </>
      )}
    </>
  );
}
