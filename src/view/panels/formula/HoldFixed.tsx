// Partial beside total derivative: how the number in view moves with a weight when the states before are held fixed, and when they
// move along. Both in symbols, in numbers and in words.
import { useState } from 'react';
import type { Reference } from '../../../engine/reference.ts';
import { unitText } from '../../../engine/reference.ts';
import { plainText } from '../../../engine/symbols/symbols.ts';
import { listed } from '../../../state/words.ts';
import { SymbolText } from '../../draw/numeric/SymbolText.tsx';
import { complete, extentOf, nameOf } from '../../layout/extent.ts';
import type { Scene } from '../../scene/scene.ts';
import { formatNumber, type Digits } from '../../theme/format.ts';
import { derivativeBy, heldNames, strongestWeight } from './held.ts';
import { UnitStepper } from './UnitStepper.tsx';
import { useDerivatives } from './useDerivatives.ts';

interface Props {
  readonly scene: Scene;
  readonly reference: Reference;
  readonly digits: Digits;
}

export function HoldFixed({ scene, reference, digits }: Props) {
  const { network, trace } = scene;
  const [wanted, setWanted] = useState<Reference | null>(null);
  const found = useDerivatives(scene, reference);
  if (!found) return <p className="formula-words" role="status">Computing the way back through {trace.steps.length.toLocaleString('en')} steps …</p>;
  const { parameters } = network.program;
  // A weight that this network does not have, as after a change of the cell, is none to ask about.
  const by = wanted && parameters.some(({ symbol }) => symbol === wanted.symbol) ? complete(network, wanted) : strongestWeight(network, found);
  const [partial, total] = [found.partial, found.total].map((all) => derivativeBy(network, all, by)) as [number, number];
  const symbol = `∂${nameOf(network, reference)}/∂${plainText(network, by)}`;
  const held = listed(heldNames(network, trace.steps, reference));
  const attributes = (kind: 'partial' | 'total', value: number) => ({
    'data-derivative': kind, 'data-of': reference.symbol, 'data-t': reference.t, 'data-of-unit': unitText(reference), 'data-by': by.symbol, 'data-by-unit': unitText(by), 'data-value': `${value}`,
  });
  return (
    <section className="formula-held" aria-label="Partial and total derivative">
      <div className="formula-held-by">
        <label>
          by{' '}
          <select className="formula-held-weight" aria-label="Weight" value={by.symbol} onChange={(event) => setWanted({ symbol: event.target.value })}>
            {parameters.map((each) => (
              <option key={each.symbol} value={each.symbol}>
                {plainText(network, { symbol: each.symbol })}
              </option>
            ))}
          </select>
        </label>
        <UnitStepper extent={extentOf(network, by.symbol)} reference={by} onChange={setWanted} />
      </div>
      <p>
        <SymbolText text={symbol} />{' '}
        with <SymbolText text={held} /> held fixed ={' '}
        <strong {...attributes('partial', partial)}>
          <SymbolText text={formatNumber(partial, digits)} />
        </strong>
        , in total ={' '}
        <strong {...attributes('total', total)}>
          <SymbolText text={formatNumber(total, digits)} />
        </strong>
      </p>
      <p className="formula-held-words">{wordsOf(partial, total, held)}</p>
    </section>
  );
}

/** What the two numbers say. */
function wordsOf(partial: number, total: number, held: string): string {
  if (Object.is(partial, total) || partial === total) return `Both are the same: no earlier step lets this weight move ${held} so that it would matter here.`;
  return `The same weight was used at every step before. Held fixed, only its use at this step counts; in total, it also moved ${held}, and through ${held} the number in view.`;
}
