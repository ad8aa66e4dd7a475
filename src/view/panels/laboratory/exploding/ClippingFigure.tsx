// The gradient of all weights before and after clipping: its length, its largest numbers, its direction.
import { useMemo } from 'react';
import { ClipBars } from '../../../draw/laboratory/exploding/ClipBars.tsx';
import { PowerText } from '../../../draw/plot/PowerText.tsx';
import { degreesOf } from '../../../layout/laboratory/clipVector.ts';
import { FigureFrame } from '../../pages/FigureFrame.tsx';
import { inTurn } from '../../pages/inTurn.tsx';
import { clippingWords, degreesText } from './explodingWords.ts';
import { barsHeight } from './heights.ts';
import type { ShownExplosion } from './shown.ts';

export const ClippingFigure = inTurn(function ClippingFigure({ shown: { answer, clipping } }: { readonly shown: ShownExplosion }) {
  const { norm, clippedNorm, cosine, changedEntries } = answer;
  const said = clippingWords(answer, clipping);
  const entries = useMemo(() => answer.entries.map(({ symbol, unit, column, before, after }) => ({ name: `${symbol}[${symbol.startsWith('b') ? unit : `${unit},${column}`}]`, before, after })), [answer.entries]);
  // What has overflowed to ∞ has still a sign; what is no number at all has nothing that a bar could show.
  const hasNumbers = !Number.isNaN(norm) || entries.some(({ before }) => !Number.isNaN(before));
  const isClipped = clipping !== null && changedEntries > 0;
  return (
    <FigureFrame
      title={isClipped ? 'The weights’ gradient, clipped' : 'The weights’ gradient'}
      name="clipping"
      aspect={1.3}
      minHeight={barsHeight}
      note={<span className="lab-exploding-said">{isClipped && <><b className="lab-exploding-red">Red: before.</b> <b className="lab-exploding-blue">Blue: after.</b> </>}<PowerText text={said} /></span>}
    >
      {({ width, height, textSize }) => hasNumbers ? (
        <ClipBars
          width={width}
          height={height}
          textSize={textSize}
          norm={norm}
          clippedNorm={clippedNorm}
          cosine={cosine}
          entries={entries}
          clipping={clipping}
          angleText={degreesText(degreesOf(cosine))}
          label={said}
        />
      ) : (
        <p className="controls-words">There is no gradient to draw.</p>
      )}
    </FigureFrame>
  );
});
