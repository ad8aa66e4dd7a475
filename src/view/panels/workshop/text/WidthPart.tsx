// What a fixed width means for short and long sentences, and how many weights it takes beside a bag and an RNN.
import { useMemo } from 'react';
import { readerSize } from '../../../../engine/workshop/readerSizes.ts';
import { useRoom } from '../hooks.ts';
import { FixedWidth } from './FixedWidth.tsx';
import { SizeFigures } from './SizeFigures.tsx';
import './width.css';

export function WidthPart() {
  const { length, vocabulary, units } = useRoom('text');
  const sizes = useMemo(() => ({ length, vocabulary, units }), [length, vocabulary, units]);
  const counted = useMemo(() => (['padded', 'sequence', 'bag'] as const).map((reader) => readerSize(reader, sizes)), [sizes]);
  return (
    <>
      <FixedWidth />
      <SizeFigures sizes={sizes} counted={counted} />
    </>
  );
}
