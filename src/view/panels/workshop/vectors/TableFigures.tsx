// Cosines of some words with each other, learned and one-hot; and the loss, epoch by epoch.
import { useMemo } from 'react';
import { cosineTable, type WordVectors } from '../../../../engine/word2vec/vectors.ts';
import { CosineGrid } from '../../../draw/workshop/vectors/CosineGrid.tsx';
import { LinesPlot } from '../../../draw/plot/LinesPlot.tsx';
import { linesPlot } from '../../../layout/linesPlot.ts';
import { cosineGrid } from '../../../layout/workshop/vectors/cosineGrid.ts';
import { thinned } from '../../../layout/workshop/curves.ts';
import { formatNumber } from '../../../theme/format.ts';
import { useNarrow } from '../../controls/useNarrow.ts';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';
import { useView } from '../../stores.tsx';
import { useRoom } from '../hooks.ts';
import { nameOf, tableWords, wordInView } from './choice.ts';
import type { Learned } from './useLearning.ts';

export function TableFigures({ learned }: { readonly learned: Learned }) {
  const { corpus, vectors } = learned;
  const { corpus: source, word } = useRoom('vectors');
  const isPhone = useNarrow();
  const isLarge = useView(({ theme }) => theme === 'projector');
  const inView = wordInView(corpus, source, word);
  const words = useMemo(() => tableWords(corpus, source, inView, isPhone || isLarge ? 7 : 12), [corpus, source, inView, isPhone, isLarge]);
  const names = useMemo(() => words.map((each) => nameOf(corpus, each)), [corpus, words]);
  const own = useMemo(() => cosineTable(vectors, words), [vectors, words]);
  const oneHot = useMemo(() => cosineTable(oneHotVectors(words.length)), [words]);
  return (
    <div className="vectors-pair">
      <FigureFrame title="Cosines of the learned vectors" name="cosine-table" minHeight={330} note="1: the same direction. 0: a right angle. −1: opposite directions.">
        {(place) => <Grid names={names} table={own} place={place} what="Cosine similarity of learned vectors" />}
      </FigureFrame>
      <FigureFrame title="Cosines of the one-hot vectors" name="cosine-table-one-hot" minHeight={330} note="Each word is like itself and like no other: a network that reads one-hot vectors is told nothing of what words have in common.">
        {(place) => <Grid names={names} table={oneHot} place={place} what="Cosine similarity of one-hot vectors" />}
      </FigureFrame>
    </div>
  );
}

/** The identity: as many of the vocabulary's one-hot vectors as are looked at. All other entries are 0 and change no cosine. */
function oneHotVectors(n: number): WordVectors {
  return { values: Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : 0)), dimension: n };
}

function Grid({ names, table, place: { width, height, textSize }, what }: { readonly names: readonly string[]; readonly table: (number | null)[][]; readonly place: FigurePlace; readonly what: string }) {
  const geometry = useMemo(() => cosineGrid(names, { width, height, textSize }), [names, width, height, textSize]);
  const first = names.slice(1).map((name, k) => `${name} ${formatNumber(table[0]?.[k + 1] ?? NaN, 2)}`);
  return <CosineGrid geometry={geometry} table={table} width={width} height={height} textSize={textSize} description={`${what}: ${names[0]} with ${first.join(', ')}.`} />;
}

export function LossFigure({ learned }: { readonly learned: Learned }) {
  const { losses } = learned.moment;
  const { epochs, negatives, kind } = learned.job;
  const summed = `${kind === 'skipgram' ? 'added up over the words around' : 'of the word in the middle'}${negatives > 0 ? ', negative samples included' : ''}`;
  return (
    <FigureFrame title="Loss" name="word-vectors-loss" minHeight={200} note={losses.length === 0 ? 'No epoch is done yet.' : `Mean over the examples of an epoch, ${summed}.`}>
      {(place) => <Loss losses={losses} epochs={epochs} place={place} />}
    </FigureFrame>
  );
}

function Loss({ losses, epochs, place: { width, height, textSize } }: { readonly losses: Float64Array; readonly epochs: number; readonly place: FigurePlace }) {
  const geometry = useMemo(() => {
    const points = thinned(Array.from(losses, (loss, k) => ({ epoch: k + 1, loss })));
    const most = losses.reduce((a, b) => Math.max(a, b), 0);
    return linesPlot({
      lines: [{ id: 'loss', name: '', xs: points.map(({ epoch }) => epoch), ys: points.map(({ loss }) => loss) }],
      along: { kind: 'linear', from: 0, to: Math.max(1, epochs, losses.length), title: 'epoch', isWhole: true, write: (epoch) => epoch.toLocaleString('en') },
      height: { kind: 'linear', from: 0, to: most > 0 ? most * 1.05 : 1, title: 'loss' },
      size: { width, height, textSize },
    });
  }, [losses, epochs, width, height, textSize]);
  const last = losses.at(-1);
  const words = last === undefined ? 'Loss by epoch; no epoch is done yet.' : `Loss by epoch: from ${formatNumber(losses[0] ?? NaN, 3)} to ${formatNumber(last, 3)} after ${losses.length}.`;
  return (
    <svg width={width} height={height} style={{ display: 'block', fontSize: textSize }} role="img" aria-label={words}>
      <LinesPlot geometry={geometry} looks={{ loss: { colour: 'var(--role-output)' } }} marked={null} />
    </svg>
  );
}
