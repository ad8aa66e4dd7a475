// "What does a network read of a sentence?": from text to numbers stage by stage, what the order of words is worth, and what a fixed width costs.
import { useMemo } from 'react';
import { Segmented } from '../../controls/Segmented.tsx';
import { ExperimentLayout } from '../../laboratory/ExperimentLayout.tsx';
import { useEditRoom, useRoom } from '../hooks.ts';
import { StagesControls } from './StagesControls.tsx';
import { StagesPart } from './StagesPart.tsx';
import { stagedTexts } from './stages.ts';
import './text.css';

const title = 'What does a network read of a sentence?';

export function TextRoom() {
  return <Stages />;
}

/** The room's three parts, one in view at a time. */
function Parts() {
  const { part } = useRoom('text');
  const edit = useEditRoom('text');
  return (
    <Segmented
      label="Look at"
      choices={[
        { value: 'stages', label: 'the stages' },
        { value: 'order', label: 'the order of words' },
        { value: 'width', label: 'a fixed width' },
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
    <ExperimentLayout
      isOpen
      title={title}
      words={<p>Networks compute with numbers. Each stage below changes the texts a little: switch it, and see what goes on to the next.</p>}
      controls={<StagesControls staged={staged} line={own} />}
    >
      <Parts />
      <StagesPart staged={staged} line={own} />
    </ExperimentLayout>
  );
}
