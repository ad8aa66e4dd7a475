// Weights that read the input, for three kinds of network: as formula with numbers, as bars, and against the length of the longest text.
import { useMemo } from 'react';
import type { ReaderSize, TextSizes } from '../../../../engine/workshop/readerSizes.ts';
import { LinesPlot, type LineLook } from '../../../draw/plot/LinesPlot.tsx';
import { SizeBars } from '../../../draw/workshop/text/SizeBars.tsx';
import { lengthLines, sizeBars } from '../../../layout/workshop/text/sizeBars.ts';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';
import { readerWords } from './readers.ts';
import { formulaOf, madeWords, sizeVerdict } from './sizeWords.ts';

interface Props {
  readonly sizes: TextSizes;
  readonly counted: readonly ReaderSize[];
}

const looks: Readonly<Record<string, LineLook>> = Object.fromEntries(Object.entries(readerWords).map(([reader, { look }]) => [reader, look]));
const colours = Object.fromEntries(Object.entries(looks).map(([reader, { colour }]) => [reader, colour]));

export function SizeFigures({ sizes, counted }: Props) {
  const label = counted.map((each) => `${readerWords[each.reader].name}: ${(each.inputWeights + each.recurrentWeights).toLocaleString('en')} weights`).join('; ');
  return (
    <>
      <dl className="text-formulas">
        {counted.map((each) => (
          <div key={each.reader} data-reader={each.reader}>
            <dt>{readerWords[each.reader].name}</dt>
            <dd>
              <span className="text-formula">{formulaOf(each.reader, sizes).symbols}</span>
              <span className="text-formula">{formulaOf(each.reader, sizes).numbers}</span>
              <small>{madeWords(each)}</small>
            </dd>
          </div>
        ))}
      </dl>
      <p>{sizeVerdict(sizes, counted)}</p>
      <FigureFrame title="Weights between input and hidden units" name="weights-by-reader" minHeight={190} note="On a logarithmic scale: from one line to the next it is ten times as many.">
        {(place) => <Bars counted={counted} label={label} {...place} />}
      </FigureFrame>
      <FigureFrame title="The same as the longest text grows" name="weights-by-length" minHeight={240} note={`With V = ${sizes.vocabulary.toLocaleString('en')} and H = ${sizes.units}. An RNN uses W_xh and W_hh again at every step, so a longer text costs it time, but no weight. A bag does not grow either: it has given up the order.`}>
        {(place) => <Lines sizes={sizes} {...place} />}
      </FigureFrame>
    </>
  );
}

function Bars({ counted, label, width, height, textSize }: Pick<Props, 'counted'> & { readonly label: string } & FigurePlace) {
  const geometry = useMemo(
    () => sizeBars({ bars: counted.map(({ reader, inputWeights, recurrentWeights }) => ({ id: reader, name: readerWords[reader].name, count: inputWeights + recurrentWeights })), size: { width, height, textSize } }),
    [counted, width, height, textSize],
  );
  return <SizeBars geometry={geometry} colours={colours} {...{ width, height, textSize, label }} />;
}

function Lines({ sizes, width, height, textSize }: Pick<Props, 'sizes'> & FigurePlace) {
  const geometry = useMemo(
    () => lengthLines({ sizes, names: { bag: readerWords.bag.short, padded: readerWords.padded.short, sequence: readerWords.sequence.short }, size: { width, height, textSize } }),
    [sizes, width, height, textSize],
  );
  return (
    <svg width={width} height={height} style={{ display: 'block', fontSize: textSize }} role="img" aria-label="Weights of the three networks for a longest text of 1 to 200 words: padded words need more with every word, the others always the same.">
      <LinesPlot geometry={geometry} looks={looks} marked={sizes.length} />
    </svg>
  );
}
