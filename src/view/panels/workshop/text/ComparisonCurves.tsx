// Right answers on the rows that are kept apart, epoch by epoch, a line a network.
import { useMemo } from 'react';
import type { ComparedNetwork } from '../../../../state/workshop/text/comparison.ts';
import { LinesPlot, type LineLook } from '../../../draw/plot/LinesPlot.tsx';
import { comparisonCurves } from '../../../layout/workshop/text/comparisonCurves.ts';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';
import { percent } from '../progressWords.ts';
import { readerWords } from './readers.ts';

const looks: Readonly<Record<string, LineLook>> = Object.fromEntries(Object.entries(readerWords).map(([reader, { look }]) => [reader, { ...look, points: 'full' }]));

export function ComparisonCurves({ networks }: { readonly networks: readonly ComparedNetwork[] }) {
  const told = networks.flatMap(({ reader, records }) => {
    const last = records.at(-1);
    return last?.validation?.accuracy == null ? [] : [`${readerWords[reader].short} ${percent(last.validation.accuracy)} after epoch ${last.epoch}`];
  });
  const ended = networks.flatMap(({ reader, problem }) => (problem === null ? [] : [`${readerWords[reader].name}: ${problem}`]));
  return (
    <>
      {ended.map((words) => (
        <p key={words} className="text-problem" role="alert">
          {words}
        </p>
      ))}
      <FigureFrame title="Right answers on reviews that were never learned from" name="bag-padded-rnn" minHeight={280} note={told.length > 0 ? `Validation: ${told.join(', ')}.` : 'Press “Train all three”: the lines grow here, epoch by epoch.'}>
        {(place) => <Drawing networks={networks} label={told.length > 0 ? `Validation accuracy by epochs: ${told.join(', ')}.` : 'Validation accuracy by epochs: nothing is trained yet.'} {...place} />}
      </FigureFrame>
    </>
  );
}

function Drawing({ networks, label, width, height, textSize }: { readonly networks: readonly ComparedNetwork[]; readonly label: string } & FigurePlace) {
  const geometry = useMemo(
    () => comparisonCurves({ lines: networks.map(({ reader, records }) => ({ id: reader, name: readerWords[reader].short, records })), epochs: networks[0]?.job.epochs ?? 1, size: { width, height, textSize } }),
    [networks, width, height, textSize],
  );
  return (
    <svg width={width} height={height} style={{ display: 'block', fontSize: textSize }} role="img" aria-label={label}>
      <LinesPlot geometry={geometry} looks={looks} marked={null} />
    </svg>
  );
}
