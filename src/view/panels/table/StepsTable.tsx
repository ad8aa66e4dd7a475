// The score as a table: a row a time step, with the word, the states, the answer, the loss, and what comes back to the states.
import { useState } from 'react';
import { plainText, roleOf } from '../../../engine/symbols/symbols.ts';
import type { Digits } from '../../theme/format.ts';
import type { Scene } from '../../scene/scene.ts';
import { Pager } from './Pager.tsx';
import { ScrollRegion } from './ScrollRegion.tsx';
import { NoCell, ValueCell } from './ValueCell.tsx';
import { groupsOf, hotRow, pageAround, pageOf } from './values.ts';

export interface StepsTableProps {
  readonly scene: Scene;
  readonly digits: Digits;
  /** What one time step reads: "word", "letter". */
  readonly step: string;
}

export function StepsTable({ scene, digits, step }: StepsTableProps) {
  const { network, trace, moment, tokens } = scene;
  // Follows the clock until the reader leafs through it.
  const [wished, setWished] = useState<number | null>(null);
  const page = pageOf(trace.stepCount, wished ?? pageAround(moment?.t ?? 1));
  const groups = groupsOf(scene);
  const rows = Array.from({ length: page.to - page.from + 1 }, (_, k) => page.from + k);
  const name = (symbol: string): string => plainText(network, { symbol });
  const states = network.program.states.flatMap((index) => network.program.slots[index]?.symbol ?? []);

  return (
    <>
      <Pager page={page} total={trace.stepCount} what="steps" onPage={setWished} />
      <ScrollRegion name="Table of the time steps">
        <table className="table">
          <caption>Time steps</caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>t</th>
              <th scope="col" rowSpan={2} className="table-word">
                {step}
              </th>
              <th scope="col" rowSpan={2}>x is 1 at row</th>
              {groups.map(({ symbol, units }) => (
                <th key={symbol} scope={units === 1 ? 'col' : 'colgroup'} colSpan={units} rowSpan={units === 1 ? 2 : 1} className={`role-${roleOf(network, symbol)}`}>
                  {symbol === 'L' ? 'loss L' : name(symbol)}
                </th>
              ))}
            </tr>
            <tr>
              {groups.flatMap(({ symbol, units }) =>
                units === 1
                  ? []
                  : Array.from({ length: units }, (_, k) => (
                      <th key={`${symbol} ${k}`} scope="col">
                        {symbol === 'p' || symbol === 'y' ? (scene.outputs[k] ?? k + 1) : k + 1}
                      </th>
                    )),
              )}
            </tr>
          </thead>
          <tbody>
            {page.from === 1 && (
              <tr>
                <th scope="row">0</th>
                <td className="table-word">start</td>
                <NoCell />
                {groups.flatMap(({ symbol, units }) =>
                  Array.from({ length: units }, (_, k) =>
                    states.includes(symbol.replace(/^d/, '')) ? (
                      <ValueCell key={`${symbol} ${k}`} scene={scene} digits={digits} reference={{ symbol, t: 0, unit: k + 1 }} />
                    ) : (
                      <NoCell key={`${symbol} ${k}`} />
                    ),
                  ),
                )}
              </tr>
            )}
            {rows.map((t) => (
              <tr key={t} aria-current={moment?.t === t ? 'step' : undefined}>
                <th scope="row">{t}</th>
                <td className="table-word">{tokens[t - 1]}</td>
                <HotCell scene={scene} t={t} />
                {groups.flatMap(({ symbol, units }) =>
                  Array.from({ length: units }, (_, k) => (
                    <ValueCell key={`${symbol} ${k}`} scene={scene} digits={digits} reference={{ symbol, t, unit: k + 1 }} />
                  )),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

function HotCell({ scene, t }: { readonly scene: Scene; readonly t: number }) {
  const row = hotRow(scene, t);
  if (row === null) return <NoCell />;
  return (
    <td className="table-number" data-symbol="x" data-t={t} data-unit={row} data-value="1">
      {row}
    </td>
  );
}
