// What is true of the sentence, where only the reader can tell: whether the reviewer liked the film.
import { readingOf } from '../../../state/reading.ts';
import { Segmented } from '../controls/Segmented.tsx';
import { useDispatch, useDocument } from '../stores.tsx';

export function LabelControl() {
  const target = useDocument(({ document }) => document.label ?? readingOf(document).targets[0] ?? 0);
  const dispatch = useDispatch();
  return (
    <Segmented
      label="The reviewer"
      choices={[
        { value: '1', label: 'liked it: 1' },
        { value: '0', label: 'did not: 0' },
      ]}
      value={target === 1 ? '1' : target === 0 ? '0' : null}
      onChange={(label) => dispatch({ type: 'setLabel', label: Number(label) })}
    />
  );
}
