// "What does a network read of a sentence?": from text to numbers stage by stage, what the order of words is worth, and what a fixed width costs.
import { useMemo } from 'react';
import { Segmented } from '../../controls/Segmented.tsx';
import { PageLayout } from '../../pages/PageLayout.tsx';
import { useEditRoom, useRoom } from '../hooks.ts';
import { OrderControls } from './OrderControls.tsx';
import { OrderPart } from './OrderPart.tsx';
import { StagesControls } from './StagesControls.tsx';
import { StagesPart } from './StagesPart.tsx';
import { stagedTexts } from './stages.ts';
import { useOpenComparison } from './useComparison.ts';
import { WidthControls } from './WidthControls.tsx';
import { WidthPart } from './WidthPart.tsx';
import './text.css';

const title = 'What does a network read of a sentence?';

export function TextRoom() {
  const { part } = useRoom('text');
  if (part === 'order') return <Order />;
  return part === 'width' ? <Width /> : <Stages />;
}

/** The room's three parts, one in view at a time. */
function Parts() {
  const { part } = useRoom('text');
  const edit = useEditRoom('text');
  return (
    <Segmented
      label="Look at"
      choices={[
        { value: 'stages', label: 'stages' },
        { value: 'order', label: 'order of words' },
        { value: 'width', label: 'fixed width' },
      ]}
      value={part}
      onChange={(value) => edit({ part: value })}
    />
  );
}

function Stages() {
  const { texts, lowerCase, stopWords, stems, bag, padded, paddedTo, paddedAt, line } = useRoom('text');
  const staged = useMemo(() => stagedTexts({ texts, lowerCase, stopWords, stems, bag, padded, paddedTo, paddedAt }), [texts, lowerCase, stopWords, stems, bag, padded, paddedTo, paddedAt]);
  const own = Math.min(line, Math.max(0, staged.texts.length - 1));
  return (
    <PageLayout
      isOpen
      title={title}
      words={<p>Networks compute with numbers. Each stage below changes the texts a little: switch it, and see what goes on to the next.</p>}
      controls={<StagesControls staged={staged} line={own} />}
    >
      <Parts />
      <StagesPart staged={staged} line={own} />
    </PageLayout>
  );
}

function Order() {
  const { problem } = useOpenComparison();
  return (
    <PageLayout
      isOpen
      title={title}
      words={<p>The same words in another order can say the opposite. Three networks read the sentence: a bag of words, padded one-hot vectors beside each other, and an RNN, word by word.</p>}
      controls={<OrderControls />}
    >
      <Parts />
      {problem !== null && (
        <p className="text-problem" role="alert">
          {problem}
        </p>
      )}
      <OrderPart />
    </PageLayout>
  );
}

function Width() {
  return (
    <PageLayout
      isOpen
      title={title}
      words={<p>A feed-forward network has an input for every word at every place: as many as the longest text has. Shorter texts are filled up with zeros, and every place costs weights.</p>}
      controls={<WidthControls />}
    >
      <Parts />
      <WidthPart />
    </PageLayout>
  );
}
