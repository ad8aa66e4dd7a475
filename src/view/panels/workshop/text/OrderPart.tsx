// What the order of the words is worth: both orders in all three networks, with their vectors and answers, and how well each network learns.
import { useEditRoom } from '../hooks.ts';
import { AccuracyTable } from './AccuracyTable.tsx';
import { AnswerTable } from './AnswerTable.tsx';
import { ComparisonCurves } from './ComparisonCurves.tsx';
import { Guess } from './Guess.tsx';
import { MovableWords } from './MovableWords.tsx';
import { BagFigure, HiddenFigure } from './OrderFigures.tsx';
import { useBoth, useComparison, useSentence, type SentenceInView } from './useComparison.ts';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import type { ComparedNetwork } from '../../../../state/workshop/text/comparison.ts';
import './order.css';

export function OrderPart() {
  const { data, networks } = useComparison();
  const edit = useEditRoom('text');
  const sentence = useSentence(data);
  const [bag, padded, sequence] = networks;
  if (!data || !sentence || !bag || !padded || !sequence) return null;
  return (
    <>
      {sentence.words.length > 0 && (
        <>
          <MovableWords words={sentence.words} order={sentence.order} onOrder={(order) => edit({ order })} />
          <Readings data={data} sentence={sentence} networks={[bag, padded, sequence]} />
        </>
      )}
      <Guess bag={bag} data={data} />
      <ComparisonCurves networks={networks} />
      <AccuracyTable data={data} networks={networks} />
    </>
  );
}

interface ReadingsProps {
  readonly data: PreparedData;
  readonly sentence: SentenceInView;
  readonly networks: readonly [ComparedNetwork, ComparedNetwork, ComparedNetwork];
}

function Readings({ data, sentence, networks: [bag, padded, sequence] }: ReadingsProps) {
  const read = [
    { network: bag, ...useBoth(bag, sentence) },
    { network: padded, ...useBoth(padded, sentence) },
    { network: sequence, ...useBoth(sequence, sentence) },
  ];
  return (
    <>
      <AnswerTable data={data} sentence={sentence} read={read} />
      <BagFigure network={bag} sentence={sentence} data={data} />
      <HiddenFigure read={read} />
    </>
  );
}
