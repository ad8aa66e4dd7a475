// What the strip explains: what the reader has asked about, or else what the clock has just done, at the reader's unit.
import { useMemo, useState } from 'react';
import type { Reference } from '../../../engine/reference.ts';
import { complete } from '../../layout/extent.ts';
import type { Scene } from '../../scene/scene.ts';
import { madeBy, subjectOf } from './subject.ts';

interface Subject {
  readonly reference: Reference | null;
  /** From now on this unit is shown of whatever the clock makes; null: the strongest. */
  readonly follow: (unit: Pick<Reference, 'unit' | 'column'> | null) => void;
}

export function useSubject(scene: Scene | null, selection: Reference | null): Subject {
  const [unit, follow] = useState<Pick<Reference, 'unit' | 'column'> | null>(null);
  const reference = useMemo(() => {
    if (selection || !scene?.moment) return selection;
    if (!unit || scene.moment.kind === 'update') return subjectOf(scene);
    return complete(scene.network, { ...madeBy(scene.moment), unit: unit.unit, column: unit.column });
  }, [scene, selection, unit]);
  return { reference, follow };
}
