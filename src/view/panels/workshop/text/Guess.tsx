// "How often will the bag be right where the order alone decides?": a guess first, and after the training what came of it.
import { useMemo, useState } from 'react';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import type { ComparedNetwork } from '../../../../state/workshop/text/comparison.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { percent } from '../progressWords.ts';
import { keptRows, useAccuracies } from './useComparison.ts';

type Share = 'nearly always' | 'three in four' | 'half of them' | 'less than half';

const shares: readonly Share[] = ['nearly always', 'three in four', 'half of them', 'less than half'];

/** The guess that is nearest to a share of right answers. */
export function shareOf(accuracy: number): Share {
  if (accuracy < 0.45) return 'less than half';
  if (accuracy <= 0.6) return 'half of them';
  return accuracy < 0.9 ? 'three in four' : 'nearly always';
}

export function Guess({ data, bag }: { readonly data: PreparedData; readonly bag: ComparedNetwork }) {
  const [guess, choose] = useState<Share | null>(null);
  const kept = useMemo(() => keptRows(data), [data]);
  const accuracy = useAccuracies(bag, kept)?.reordered ?? null;
  const isTrained = bag.isOver && bag.records.length > 1;
  const told = accuracy === null || guess === null ? '' : isTrained ? `${shareOf(accuracy) === guess ? 'Yes' : 'No'}: it is right on ${percent(accuracy)} of them.` : 'Now train all three.';
  return (
    <div className="text-guess">
      <p>
        <strong>Predict first.</strong> Some of the reviews kept apart have the very same words as another review with the other label. After the training, how many of them will the bag of words get right?
      </p>
      <Segmented label="How many of them" isLabelHidden choices={shares.map((value) => ({ value, label: value }))} value={guess} onChange={choose} />
      <p role="status">{told}</p>
    </div>
  );
}
