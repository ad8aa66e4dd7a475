// The plot as a table: every step with its word, its gradient and what part of that nearest to the loss this is.
import { useState } from 'react';
import { grouped } from '../../../state/limits.ts';
import { PowerText } from '../../draw/plot/PowerText.tsx';
import { SymbolText } from '../../draw/numeric/SymbolText.tsx';
import { valueAttributes } from '../../draw/valueAttributes.ts';
import { fateAt } from '../../layout/flowFate.ts';
import type { Reference } from '../../../engine/reference.ts';
import { formatNumber, type Digits } from '../../theme/format.ts';
import { ScrollRegion } from '../table/ScrollRegion.tsx';
import { formatRatio } from './flowWords.ts';

interface Props {
  readonly norms: Float64Array;
  /** The step of the way by its name, its token, and its state. */
  readonly nameOf: (k: number) => string;
  readonly tokenOf: (k: number) => string;
  readonly reference: (k: number) => Reference;
  /** ‖∂L/∂h‖ as it is written. */
  readonly heading: string;
  /** "last word". */
  readonly near: string;
  readonly knownFrom: number;
  readonly digits: Digits;
  readonly step: string;
}

/** The most rows that are written out. */
const mostRows = 1000;

const fates = { left: '', vanished: 'vanished', zero: 'exactly 0', exploded: 'exploded', overflow: 'too large for float64' } as const;

export function GradientTable({ norms, nameOf, tokenOf, reference, heading, near, knownFrom, digits, step }: Props) {
  const [isOpen, setOpen] = useState(false);
  const T = norms.length - 1;
  const last = norms[T] ?? 0;
  const rows = Array.from({ length: Math.min(T, mostRows) }, (_, k) => T - k);
  return (
    <details className="gradient-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The numbers as a table</summary>
      {isOpen && (
        <div className="gradient-table-all">
          <ScrollRegion name="Table of the gradient at every step">
          <table className="numbers numbers-columns">
            <caption className="controls-hidden">The gradient at every step, from the {near} back</caption>
            <thead>
              <tr>
                <th scope="col">t</th>
                <th scope="col">{step}</th>
                <th scope="col">
                  <SymbolText text={heading} />
                </th>
                <th scope="col">of the {near}’s</th>
                <th scope="col">
                  <span className="controls-hidden">What became of it</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((t) => (
                <tr key={t}>
                  <th scope="row">{nameOf(t)}</th>
                  <td>{tokenOf(t)}</td>
                  <td {...valueAttributes(reference(t), t >= knownFrom ? (norms[t] ?? null) : null)}>
                    <PowerText text={formatNumber(norms[t] ?? 0, digits)} />
                  </td>
                  <td>{last > 0 && Number.isFinite(last) && <PowerText text={`× ${formatRatio(norms[t] ?? 0, last)}`} />}</td>
                  <td>{fates[fateAt(norms, t)]}</td>
                </tr>
              ))}
            </tbody>
          </table>
          </ScrollRegion>
          {T > mostRows && <p className="controls-words">The last {grouped(mostRows)} of {grouped(T)} steps.</p>}
        </div>
      )}
    </details>
  );
}
