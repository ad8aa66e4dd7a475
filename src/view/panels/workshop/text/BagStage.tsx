// The bag of words: each text as one row of counts, and what became of its order.
import { Segmented } from '../../controls/Segmented.tsx';
import { useEditRoom, useRoom } from '../hooks.ts';
import { GridFigure } from './GridFigure.tsx';
import { Stage } from './Stage.tsx';
import type { StagedTexts } from './stages.ts';

const words = {
  counts: 'How often each word of the vocabulary is in the text. The order of the words is lost: whoever shuffles a text gets the same row.',
  present: 'Whether a word of the vocabulary is in the text, 1 or 0, however often. The order of the words is lost as well.',
  off: 'Off: nothing is counted. A network that reads word by word needs no bag.',
} as const;

export function BagStage({ number, staged: { texts, vocabulary, bags } }: { readonly number: number; readonly staged: StagedTexts }) {
  const { bag } = useRoom('text');
  const edit = useEditRoom('text');
  const V = vocabulary.length;
  const [n, v] = [`${texts.length} ${texts.length === 1 ? 'text' : 'texts'}`, `${V} ${V === 1 ? 'word' : 'words'}`];
  return (
    <Stage
      number={number}
      title="Bag of words"
      words={words[bag]}
      shape={bags ? `${n} × ${v}` : 'nothing'}
      isOn={bag !== 'off'}
      control={
        <Segmented
          label="The bag holds"
          isLabelHidden
          choices={[
            { value: 'counts', label: 'counts' },
            { value: 'present', label: 'present' },
            { value: 'off', label: 'off' },
          ]}
          value={bag}
          onChange={(value) => edit({ bag: value })}
        />
      }
    >
      {bags && (
        <GridFigure
          title="A row a text, a column a word"
          name="bag-of-words"
          label={`Bags of words: ${n} × ${v}.`}
          rows={texts.map((_, k) => `text ${k + 1}`)}
          columns={vocabulary}
          values={bags.flatMap(({ values }) => Array.from(values))}
        />
      )}
    </Stage>
  );
}
