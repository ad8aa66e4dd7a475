// The weights and biases, each as a small table that can be opened, with its gradient and its new value once they are known.
import { useState } from 'react';
import type { ParameterSlot } from '../../../engine/equation/program.ts';
import { plainText } from '../../../engine/symbols/symbols.ts';
import { axisOf } from '../timeNames.ts';
import { parameterGroups } from '../parameterGroups.ts';
import { SymbolText } from '../../draw/numeric/SymbolText.tsx';
import type { Digits } from '../../theme/format.ts';
import type { Scene } from '../../scene/scene.ts';
import { Pager } from './Pager.tsx';
import { ScrollRegion } from './ScrollRegion.tsx';
import { ValueCell } from './ValueCell.tsx';
import { entryOf, pageOf, versionsOf } from './values.ts';

interface WeightTablesProps {
  readonly scene: Scene;
  readonly digits: Digits;
}

export function WeightTables({ scene, digits }: WeightTablesProps) {
  const { parameters } = scene.network.program;
  const groups = parameterGroups(scene.network);
  return groups.map(({ id, name, words, parameters: own }) => (
    <section key={id} aria-label={`Weights of the ${name}`}>
      {/* Where there is one cell and its output, what stands where says itself. */}
      {groups.length > 2 && (
        <h4 className="table-group">
          <SymbolText text={name} />
          {words !== '' && <span className="table-size">: {words}</span>}
        </h4>
      )}
      {own.flatMap((index) => parameters[index] ?? []).map((parameter) => (
        <WeightTable key={parameter.symbol} scene={scene} digits={digits} parameter={parameter} />
      ))}
    </section>
  ));
}

function WeightTable({ scene, digits, parameter }: WeightTablesProps & { readonly parameter: ParameterSlot }) {
  const [isOpen, setOpen] = useState(false);
  const { symbol, rows, columns, role } = parameter;
  const size = role === 'bias' ? `${rows}` : `${rows} × ${columns}`;
  return (
    <details className="table-weight" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <SymbolText text={plainText(scene.network, { symbol })} /> <span className="table-size">{size}</span>
      </summary>
      {/* A closed table costs nothing. */}
      {isOpen &&
        versionsOf(scene, symbol).map((version) => (
          <Matrix key={version} scene={scene} digits={digits} parameter={parameter} version={version} />
        ))}
    </details>
  );
}

function Matrix({ scene, digits, parameter, version }: WeightTablesProps & { readonly parameter: ParameterSlot; readonly version: string }) {
  const [wished, setWished] = useState(1);
  const { symbol, rows, columns, role } = parameter;
  const page = pageOf(columns, wished);
  const shown = Array.from({ length: page.to - page.from + 1 }, (_, k) => page.from + k);
  const name = plainText(scene.network, { symbol: version });
  const user = scene.network.program.instructions.find(({ args }) => args.some((arg) => arg.kind === 'parameter' && scene.network.program.parameters[arg.index] === parameter));
  const axis = axisOf(scene.network, user?.chain ?? 0);
  const head = (column: number): string => (role === 'input' ? (scene.words[axis]?.[column - 1] ?? `${column}`) : `${column}`);
  const rowHead = (unit: number): string => (role === 'output' ? (scene.outputs[unit - 1] ?? `${unit}`) : `${unit}`);
  return (
    <>
      <Pager page={page} total={columns} what="columns" onPage={setWished} />
      <ScrollRegion name={`Table of ${name}`}>
        <table className="numbers numbers-columns table">
          <caption>
            <SymbolText text={name} />
          </caption>
          {role !== 'bias' && (
            <thead>
              <tr>
                <th scope="col">row</th>
                {shown.map((column) => (
                  <th key={column} scope="col">
                    {head(column)}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {Array.from({ length: rows }, (_, k) => k + 1).map((unit) => (
              <tr key={unit}>
                <th scope="row">{rowHead(unit)}</th>
                {shown.map((column) => (
                  <ValueCell key={column} scene={scene} digits={digits} reference={entryOf(scene.network, symbol, version, unit, column)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
