// The vectors of both orders: the bag that is counted, and the hidden units of every network when all words are read.
import { useMemo } from 'react';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import type { ComparedNetwork } from '../../../../state/workshop/text/comparison.ts';
import { StateHeat } from '../../../draw/workshop/StateHeat.tsx';
import { heatGrid } from '../../../layout/workshop/heatGrid.ts';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';
import type { ReadNetwork } from './AnswerTable.tsx';
import { GridFigure } from './GridFigure.tsx';
import { readerWords } from './readers.ts';
import type { SentenceInView } from './useComparison.ts';

interface BagProps {
  readonly network: ComparedNetwork;
  readonly data: PreparedData;
  readonly sentence: SentenceInView;
}

export function BagFigure({ network: { encoded }, data, sentence: { words, readings } }: BagProps) {
  const { vocabulary } = data.task;
  const grid = useMemo(() => {
    const columns = vocabulary.filter((word) => words.includes(word));
    const places = columns.map((word) => vocabulary.indexOf(word));
    const values = readings.flatMap((reading) => {
      const { inputs } = encoded.example(reading);
      return inputs.kind === 'dense' ? places.map((place) => inputs.values[place] ?? NaN) : [];
    });
    return { rows: ['as written', 'in this order'], columns, values };
  }, [encoded, vocabulary, words, readings]);
  const rest = vocabulary.length - grid.columns.length;
  return (
    <GridFigure
      title="The bag that both orders give"
      name="bag-of-both-orders"
      label={`The counts of ${grid.columns.length} words, for the sentence as written and in the order that is set: the two rows are equal.`}
      note={`Two equal rows: whatever a network computes from them is equal too. The other ${rest} words of the vocabulary are 0 in both.`}
      {...grid}
    />
  );
}

export function HiddenFigure({ read }: { readonly read: readonly ReadNetwork[] }) {
  return (
    <FigureFrame
      title="The hidden units when all words are read"
      name="hidden-units-of-both-orders"
      minHeight={250}
      note="Two rows a network: the sentence as written, and in the order that is set. Blue is positive, orange negative. The answer is read from these numbers alone."
    >
      {(place) => <Hidden read={read} {...place} />}
    </FigureFrame>
  );
}

/** Times the height of letters that a number of two digits needs; the share of the width that is left beside the names of the rows. */
const nameRoom = { letters: 1.8, share: 0.6 };

/** Every unit's number, or every so many-th where columns are narrow. `letters`: how many of a letter's height the figure is wide. */
function unitNames(H: number, letters: number): string[] {
  const every = Math.max(1, Math.ceil((nameRoom.letters * H) / (letters * nameRoom.share)));
  return Array.from({ length: H }, (_, unit) => (unit % every === 0 ? String(unit + 1) : ''));
}

function Hidden({ read, width, height, textSize }: { readonly read: readonly ReadNetwork[] } & FigurePlace) {
  const rows = useMemo(() => read.flatMap(({ network: { reader } }) => [`${readerWords[reader].short}, as written`, `${readerWords[reader].short}, this order`]), [read]);
  const H = read[0]?.network.job.model.hiddenSize ?? 1;
  const grid = useMemo(() => heatGrid({ units: rows, words: unitNames(H, width / textSize), place: { x: 0, y: 0, width, height }, textSize }), [rows, H, width, height, textSize]);
  const values = useMemo(() => {
    const vectors = read.flatMap(({ states }) => states ?? [null, null]);
    // A column a unit: the numbers of all rows at that unit stand together.
    return Float64Array.from({ length: H * vectors.length }, (_, k) => vectors[k % vectors.length]?.[Math.floor(k / vectors.length)] ?? 0);
  }, [read, H]);
  if (read.some(({ states }) => states === null)) return null;
  return (
    <svg width={width} height={height} fontSize={textSize} style={{ display: 'block' }} role="img" aria-label={`The ${H} hidden units of three networks for both orders of the words.`}>
      <StateHeat grid={grid} title="hidden unit" unitCount={rows.length} stepCount={H} values={values} largest={1} textSize={textSize} pointed={null} unit={null} />
    </svg>
  );
}
