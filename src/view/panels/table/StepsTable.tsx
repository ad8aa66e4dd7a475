// The score as a table: a row a time step of a sequence, with what is read, the states, the answer, the loss, and what comes back to them.
import { useState } from 'react';
import { parseSymbol, plainText, roleOf } from '../../../engine/symbols/symbols.ts';
import type { Axis } from '../../../engine/topology/index.ts';
import { anatomyOf } from '../../anatomy/anatomy.ts';
import { portsOf } from '../../anatomy/ports.ts';
import { SymbolText } from '../../draw/numeric/SymbolText.tsx';
import { valueAttributes } from '../../draw/valueAttributes.ts';
import type { Digits } from '../../theme/format.ts';
import type { Scene } from '../../scene/scene.ts';
import { axisOf, sequenceName, tokenAt } from '../timeNames.ts';
import { Pager } from './Pager.tsx';
import { ScrollRegion } from './ScrollRegion.tsx';
import { NoCell, ValueCell } from './ValueCell.tsx';
import { groupsOf, hotRow, inputOf, pageAround, pageOf, stepsAPage, type Columns, type Group } from './values.ts';

interface StepsTableProps {
  readonly scene: Scene;
  readonly axis: Axis;
  readonly columns: Columns;
  readonly digits: Digits;
  /** What one time step reads: "word", "letter". */
  readonly step: string;
  /** Whether PyTorch's names stand beside the network's. */
  readonly ports: boolean;
}

export function StepsTable({ scene, axis, columns, digits, step, ports }: StepsTableProps) {
  const { network, trace, moment } = scene;
  // Follows the clock until the reader leafs through it.
  const [wished, setWished] = useState<number | null>(null);
  const input = inputOf(scene, axis);
  const groups = [...(input.isOneHot ? [] : [{ symbol: input.symbol, units: input.units }]), ...groupsOf(scene, axis, columns)];
  const length = stepsAPage(groups.reduce((sum, { units }) => sum + units, 0));
  const total = trace.sequences[0]?.lengths[axis] ?? 0;
  const now = moment && axisOf(network, moment.chain) === axis ? moment.t : 0;
  const page = pageOf(total, wished ?? pageAround(now, length), length);
  const rows = Array.from({ length: page.to - page.from + 1 }, (_, k) => page.from + k);
  const whose = sequenceName(network, axis);
  const name = whose === '' ? 'Time steps' : `Time steps of the ${whose}`;

  return (
    <>
      <Pager page={page} total={total} what={whose === '' ? 'steps' : `steps of the ${whose}`} onPage={setWished} />
      <ScrollRegion name={whose === '' ? 'Table of the time steps' : `Table of the ${whose}’s time steps`}>
        <table className="numbers numbers-columns table">
          <caption>{name}</caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>t</th>
              <th scope="col" rowSpan={2} className="table-word">
                {step}
              </th>
              {input.isOneHot && (
                <th scope="col" rowSpan={2}>
                  <SymbolText text={plainText(network, { symbol: input.symbol })} /> is 1 at row
                </th>
              )}
              {groups.map(({ symbol, units }) => (
                <th key={symbol} scope={units === 1 ? 'col' : 'colgroup'} colSpan={units} rowSpan={units === 1 ? 2 : 1} className={`role-${roleOf(network, symbol)}`}>
                  <Heading scene={scene} symbol={symbol} ports={ports} />
                </th>
              ))}
            </tr>
            <tr>
              {groups.flatMap(({ symbol, units }) =>
                units === 1
                  ? []
                  : Array.from({ length: units }, (_, k) => (
                      <th key={`${symbol} ${k}`} scope="col">
                        {unitName(scene, symbol, k) ?? k + 1}
                      </th>
                    )),
              )}
            </tr>
          </thead>
          <tbody>
            {[...(page.from === 1 ? [0] : []), ...rows].map((t) => (
              <tr key={t} aria-current={now > 0 && now === t ? 'step' : undefined}>
                <th scope="row">
                  {t}
                  {ports && <Ports names={endsOf(scene, groups, t)} />}
                </th>
                <td className="table-word">{t === 0 ? 'start' : tokenAt(scene, axis, t)}</td>
                {input.isOneHot && <HotCell scene={scene} axis={axis} symbol={input.symbol} t={t} />}
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

function Heading({ scene: { network, trace }, symbol, ports }: { readonly scene: Scene; readonly symbol: string; readonly ports: boolean }) {
  const { kind, index } = parseSymbol(network, symbol);
  const isLoss = kind === 'value' && network.program.instructions.some(({ stage, out }) => stage === 'loss' && out === index);
  return (
    <>
      <SymbolText text={`${isLoss ? 'loss ' : ''}${plainText(network, { symbol })}`} />
      {ports && <Ports names={portsOf(network, trace.steps, { symbol })} />}
    </>
  );
}

function Ports({ names }: { readonly names: readonly string[] }) {
  return names.length === 0 ? null : <> <span className="table-ports">= {names.join(', ')}</span></>;
}

/** PyTorch's names of a row's states that are not those of every row. */
function endsOf({ network, trace: { steps } }: Scene, groups: readonly Group[], t: number): string[] {
  const names = groups.flatMap(({ symbol }) => {
    const always = portsOf(network, steps, { symbol });
    return portsOf(network, steps, { symbol, t }).filter((name) => !always.includes(name));
  });
  return [...new Set(names)];
}

/** Outputs and what is read have names; other units are numbered. */
function unitName({ network, outputs, words }: Scene, symbol: string, k: number): string | undefined {
  const { kind, index } = parseSymbol(network, symbol);
  const { chains, slots } = network.program;
  if (kind === 'value' && index === anatomyOf(network, false).answer) return outputs[k];
  const axis = slots[index]?.axis ?? 0;
  return chains.some(({ input }) => input === index) ? words[axis]?.[k] : undefined;
}

function HotCell({ scene, axis, symbol, t }: { readonly scene: Scene; readonly axis: Axis; readonly symbol: string; readonly t: number }) {
  const row = hotRow(scene, axis, t);
  if (row === null) return <NoCell />;
  return (
    <td {...valueAttributes({ symbol, t, unit: row }, 1)}>
      {row}
    </td>
  );
}
