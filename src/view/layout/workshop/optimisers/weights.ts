// The weights of a race by name: W_hh[2,3] for a position among the parameters, and back.
import type { Network } from '../../../../engine/network.ts';
import { spell } from '../../../../engine/symbols/spelling.ts';

interface WeightBlock {
  /** As the reader writes it. */
  readonly symbol: string;
  readonly rows: number;
  readonly columns: number;
  readonly offset: number;
  /** What its columns stand for; none where they are units. */
  readonly columnNames: readonly string[];
}

export interface WeightNames {
  readonly count: number;
  readonly blocks: readonly WeightBlock[];
}

/** x and y, one number each. */
export const bowlWeights: WeightNames = { count: 2, blocks: ['x', 'y'].map((symbol, offset) => ({ symbol, rows: 1, columns: 1, offset, columnNames: [] })) };

/** `words`: the vocabulary that the network's inputs stand for; none where they stand for something else. */
export function weightsOf(network: Network, words: readonly string[]): WeightNames {
  const { parameters, parameterCount } = network.program;
  return {
    count: parameterCount,
    blocks: parameters.map(({ symbol, rows, columns, offset, role }) => ({
      symbol: spell(network, symbol),
      rows,
      columns,
      offset,
      columnNames: role === 'input' && columns === words.length ? words : [],
    })),
  };
}

interface WeightPlace {
  readonly block: WeightBlock;
  /** From 1. */
  readonly row: number;
  readonly column: number;
}

/** The block and the entry of a position; the last where there are not so many. */
export function placeOfWeight({ blocks, count }: WeightNames, weight: number): WeightPlace {
  const at = Math.min(weight, count - 1);
  const block = blocks.findLast(({ offset }) => offset <= at)!;
  const within = at - block.offset;
  return { block, row: Math.floor(within / block.columns) + 1, column: (within % block.columns) + 1 };
}

export const positionOf = ({ block, row, column }: WeightPlace): number => block.offset + (row - 1) * block.columns + column - 1;

/** `W_hh[2,3]`, `b_h[2]`, `x`. */
export function weightName(names: WeightNames, weight: number): string {
  const { block, row, column } = placeOfWeight(names, weight);
  if (block.rows === 1 && block.columns === 1) return block.symbol;
  return `${block.symbol}[${row}${block.columns === 1 ? '' : `,${column}`}]`;
}
