// The flow plot at the size of its place, with the step that is pointed at: words, numbers and geometry put together for the drawing.
import { memo, useMemo, useState } from 'react';
import { networkNames } from '../../../../state/laboratory/names.ts';
import { grouped } from '../../../../state/limits.ts';
import { FlowFigure } from '../../../draw/laboratory/flow/FlowFigure.tsx';
import type { Unit } from '../../../layout/flowFate.ts';
import { flowPlot, ghostPaths, type FlowAxes, type FlowPlotGeometry } from '../../../layout/laboratory/flowPlot.ts';
import type { Decades } from '../../../layout/logAxis.ts';
import { exactText } from '../../../theme/format.ts';
import type { LaboratoryCell } from '../../../../state/laboratory/laboratory.ts';
import { valueAt } from './amounts.ts';
import type { FlowSet, NetworkFlow } from './flowSet.ts';
import { firstStep, inOrder, lastName, sumUp } from './flowSentences.ts';
import { quantities } from './quantities.ts';

interface Props {
  readonly set: FlowSet;
  readonly ghost: FlowSet | null;
  readonly unit: Unit;
  readonly atLeast: Decades | null;
  /** The order of the rows, as long as a hand holds a control; null: that of the lines' ends. */
  readonly heldOrder: readonly LaboratoryCell[] | null;
  /** The step that is marked for good; null: none. */
  readonly marked: number | null;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  /** A step of a network that was looked at; null where it was none in particular. */
  readonly onOpen: (k: number, cell: LaboratoryCell | null) => void;
  /** The marked step is given up. */
  readonly onUnmark: () => void;
}

/** Drawn anew with new numbers, not with every change of a control that asks for them. */
export const FlowPicture = memo(function FlowPicture({ set, ghost, unit, atLeast, heldOrder, marked, width, height, textSize, onOpen, onUnmark }: Props) {
  const { steps, lossAt, quantity } = set;
  const networks = useMemo(() => inOrder(set, unit, heldOrder), [set, unit, heldOrder]);
  const [pointed, setPointed] = useState<number | null>(null);
  const words = quantities[quantity];
  const names = useMemo(() => networks.map(({ cell }) => networkNames[cell].short), [networks]);
  const geometry = useMemo(() => {
    const before = (cell: LaboratoryCell): Float64Array | null => ghost?.networks.find((each) => each.cell === cell)?.norms ?? null;
    return flowPlot({
      lines: networks.map(({ cell, norms }) => ({ id: cell, name: networkNames[cell].short, norms, ghost: before(cell) })),
      steps, lossAt, unit, width, height, textSize, atLeast,
      ends: ['first step', 'last step'],
      first: words.first,
      bandWords: words.bands,
    });
  }, [networks, ghost, steps, lossAt, unit, width, height, textSize, atLeast, words]);
  const ghosts = useGhosts(ghost, geometry, { steps, lossAt, unit, first: words.first });

  const wanted = pointed ?? marked;
  const shown = wanted === null ? firstStep(set) : Math.min(wanted, lossAt);
  const last = lastName(set);
  const value = ({ way }: NetworkFlow): string => valueAt(way, shown, unit);
  const unitWords = unit === 'relative' ? `${words.symbol}, × that of ${last}` : words.symbol;
  return (
    <FlowFigure
      geometry={geometry}
      width={width}
      height={height}
      textSize={textSize}
      names={names}
      ghosts={ghosts}
      afterWords="after the loss: no gradient"
      lossWords={lossAt === steps ? 'the loss, at the last step' : `the loss, at step ${grouped(lossAt)}`}
      nothing={geometry.lines.every(({ points }) => points.length === 0) ? 'no line: the values are 0, or too large for float64' : ''}
      shown={shown}
      isMarked={wanted !== null}
      lossAt={lossAt}
      heading={shown === 1 ? 'At the first step' : `At step ${grouped(shown)}${shown === lossAt ? (lossAt === steps ? ', the last' : ', with the loss') : ''}`}
      rows={networks.map((network) => ({
        id: network.cell,
        name: networkNames[network.cell].name,
        value: value(network),
        exact: exactText(network.way[shown] ?? NaN),
        size: sizeWords(network),
      }))}
      words={`Every column is one time step; its ink is ${words.ink}. Click one to see the product of Jacobians that made it.`}
      title={`${words.name} at each of ${grouped(steps)} steps, ${networks.map(({ cell }) => networkNames[cell].name).join(', ')}: ${unitWords}`}
      description={sumUp(set)}
      valueText={`Step ${grouped(shown)}: ${networks.map((network) => `${networkNames[network.cell].name} ${value(network)}`).join(', ')}`}
      openWords={`Opens why, at step ${grouped(shown)}, for`}
      onPoint={(k) => {
        setPointed(k);
        if (k === null && pointed === null && marked !== null) onUnmark();
      }}
      onOpen={(k, id) => onOpen(k, networks.find(({ cell }) => cell === id)?.cell ?? null)}
    />
  );
});

function sizeWords({ facts: { hiddenSize, parameterCount } }: NetworkFlow): string {
  return `H = ${hiddenSize} · ${grouped(parameterCount)} weights`;
}

/** What was before a change, drawn once: it stands still under the hand as long as the axes do. */
function useGhosts(ghost: FlowSet | null, { box, decades }: FlowPlotGeometry, { steps, lossAt, unit, first }: Omit<FlowAxes, 'box' | 'decades'>): ReadonlyMap<string, string> {
  const { x, y, width, height } = box;
  const { low, high } = decades;
  return useMemo(() => {
    const before = ghost?.networks.map(({ cell, norms }) => ({ id: cell, norms })) ?? [];
    return ghostPaths(before, { steps, lossAt, unit, first, box: { x, y, width, height }, decades: { low, high } });
  }, [ghost, steps, lossAt, unit, first, x, y, width, height, low, high]);
}
