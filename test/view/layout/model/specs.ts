// Folded models of every kind of network, among staves as high as a score of that size would have them.
import type { Model } from '../../../../src/engine/model.ts';
import { createNetwork } from '../../../../src/engine/network.ts';
import { anatomyOf, type Anatomy } from '../../../../src/view/anatomy/anatomy.ts';
import { modelWidthOf } from '../../../../src/view/layout/model/width.ts';
import { stavesOf } from '../../../../src/view/layout/score/staves.ts';
import type { Band, ModelSpec } from '../../../../src/view/layout/model/types.ts';

export const base: Model = { cell: 'rnn_tanh', topology: 'many-to-one', loss: 'cross_entropy', biases: 'one', timeReduction: 'sum', inputSize: 5, hiddenSize: 4, outputSize: 3 };

/** The staves of a score of that height, by their ids. */
const bandsOf = (anatomy: Anatomy, height: number): Record<string, Band> =>
  Object.fromEntries(stavesOf({ anatomy, height }).list.map(({ id, y, height: high, by: [first, second] }) => [id, { ...(first.rows > 0 ? first : second), y, height: high }]));

export interface Given {
  readonly model?: Partial<Model>;
  readonly width?: number;
  readonly height?: number;
  readonly fold?: number;
  readonly left?: number;
  readonly litColumns?: readonly [number, number];
  readonly stateWidth?: number;
}

export function specOf({ model = {}, width = 1174, height = 686, fold = 0, left = 0, litColumns = [0, 0], stateWidth = 92 }: Given = {}): ModelSpec {
  const anatomy = anatomyOf(createNetwork({ ...base, ...model }), false);
  return {
    anatomy, fold, left, litColumns, stateWidth,
    staves: bandsOf(anatomy, height),
    total: { width, height },
    width: modelWidthOf(anatomy, width),
    outputWidth: stateWidth + 10,
    inputWidth: Math.min(stateWidth, 64),
  };
}
