// The flow plot as a table: what is left at every step, a column a network; and all of its numbers in a file, with every digit.
import { Download } from 'lucide-react';
import { memo, useState } from 'react';
import { networkNames } from '../../../../state/laboratory/names.ts';
import { grouped } from '../../../../state/limits.ts';
import { download } from '../../../draw/export/download.ts';
import { colourOf } from '../../../draw/laboratory/flow/markers.ts';
import { PowerText } from '../../../draw/plot/PowerText.tsx';
import { SymbolText } from '../../../draw/numeric/SymbolText.tsx';
import type { Unit } from '../../../layout/flowFate.ts';
import { exactText } from '../../../theme/format.ts';
import { ScrollRegion } from '../../table/ScrollRegion.tsx';
import { valueAt } from './amounts.ts';
import type { FlowSet } from './flowSet.ts';
import { lastName } from './flowSentences.ts';
import { quantities } from './quantities.ts';

interface Props {
  readonly set: FlowSet;
  readonly unit: Unit;
}

/** Written only while it is open: it may have thousands of numbers. */
export const FlowTable = memo(function FlowTable(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="lab-flow-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The numbers as a table</summary>
      {isOpen && <Numbers {...props} />}
    </details>
  );
});

/** The steps that have a number, from the loss back. */
const stepsOf = ({ lossAt, quantity }: FlowSet): number[] => Array.from({ length: Math.max(0, lossAt - quantities[quantity].first + 1) }, (_, k) => lossAt - k);

function Numbers({ set, unit }: Props) {
  const { networks, quantity } = set;
  const { name, symbol } = quantities[quantity];
  const measure = unit === 'relative' ? `, as a multiple of that at ${lastName(set)}` : '';
  return (
    <>
      <p className="lab-flow-table-head">
        <span>
          <SymbolText text={symbol} />, {name}
          {measure}. From the loss back.
        </span>
        <button type="button" className="tool" title="The norms themselves, with every digit, for a spreadsheet" onClick={() => download(new Blob([csvOf(set)], { type: 'text/csv' }), `gradient-flow-${quantity}.csv`)}>
          <Download size={15} aria-hidden />
          <span>Save as CSV</span>
        </button>
      </p>
      <ScrollRegion name="Table of what is left at every step">
        <table className="numbers numbers-columns">
          <caption className="controls-hidden">
            {name} of every network at every step{measure}
          </caption>
          <thead>
            <tr>
              <th scope="col">step k</th>
              {networks.map(({ cell }) => (
                <th key={cell} scope="col" style={{ color: colourOf(cell) }}>
                  {networkNames[cell].name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stepsOf(set).map((k) => (
              <tr key={k}>
                <th scope="row">{grouped(k)}</th>
                {networks.map(({ cell, way }) => (
                  <td key={cell} title={exactText(way[k] ?? NaN)}>
                    <PowerText text={valueAt(way, k, unit)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

/** The norms as they were computed, in the same order; what float64 cannot hold is empty. */
export function csvOf(set: FlowSet): string {
  const head = ['step', ...set.networks.map(({ cell }) => networkNames[cell].name)];
  const rows = stepsOf(set).map((k) => [k, ...set.networks.map(({ way }) => (Number.isFinite(way[k] ?? NaN) ? way[k] : ''))]);
  return [head, ...rows].map((cells) => cells.join(',')).join('\n');
}
