// Sentences of three, five and six words in a network with room for so many: filled up with zeros, or cut.
import { useMemo } from 'react';
import { useRoom } from '../hooks.ts';
import { GridFigure } from './GridFigure.tsx';
import { PaddedLines } from './PaddedLines.tsx';
import { stagedTexts, stepTable } from './stages.ts';

const sentences = 'He is great\nI really liked this film\nIt was a really great day';

export function FixedWidth() {
  const { width } = useRoom('text');
  const staged = useMemo(() => stagedTexts({ texts: sentences, lowerCase: true, stopWords: false, stems: false, bag: 'off', padded: true, paddedTo: width, paddedAt: 'end' }), [width]);
  const short = useMemo(() => stepTable(staged, 0, true), [staged]);
  const V = staged.vocabulary.length;
  if (!staged.padded || !short) return null;
  const ones = short.values.reduce((sum, each) => sum + each, 0);
  const cut = staged.padded.cutOff.map(({ length }) => length);
  return (
    <section className="text-stage" aria-labelledby="text-fixed-width">
      <div className="text-stage-head">
        <h3 id="text-fixed-width">A network with room for {width} {width === 1 ? 'word' : 'words'}</h3>
        <span className="text-stage-shape">
          {width} × {V} = {(width * V).toLocaleString('en')} inputs
        </span>
      </div>
      <p className="controls-words">
        “He is great” has 3 words{width > 3 ? `, so ${width - 3} ${width === 4 ? 'place is' : 'places are'} filled up with zeros` : width < 3 ? `, so ${cut[0]} ${cut[0] === 1 ? 'is' : 'are'} cut off` : ' and fills it'}. {cut.some((count) => count > 0) ? 'What does not fit is lost before the network sees it. ' : ''}
        Each place has weights of its own: what is learned of “great” at place 3 says nothing of “great” at place 5.
      </p>
      <PaddedLines staged={staged} padded={staged.padded} />
      <GridFigure
        title={`“He is great”, ${width < 3 ? 'cut' : 'padded'} to ${width}`}
        name="fixed-width"
        label={`“He is great” as a table of ${short.shape}; ${short.padding.size} of its rows are padding.`}
        note={`The ${width} rows stand beside each other as one input of ${(width * V).toLocaleString('en')} numbers: ${ones} ones, all else zeros.`}
        {...short}
      />
    </section>
  );
}
