// Sizes of what does not grow with the numbers inside a cell's drawing: signs, gaps, borders; and what they take together.
import type { Dataflow } from './dataflow.ts';

/** Letters that go with smaller signs cannot be read. */
export const leastScale = 0.6;

/** In pixels. */
export interface Metrics {
  readonly scale: number;
  readonly circle: number;
  readonly box: number;
  readonly boxHeight: number;
  /** Between a sign and its vector. */
  readonly gap: number;
  /** Before each layer. */
  readonly gutter: number;
  /** Above a vector. */
  readonly label: number;
  readonly lineGap: number;
  readonly rowGap: number;
  readonly track: number;
  /** From the border to what stands at it. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** All sizes times `scale`; where an output is read its line needs room on top. */
export const metricsOf = (scale: number, isReadOut: boolean): Metrics => ({
  scale, circle: 22 * scale, box: 38 * scale, boxHeight: 16 * scale, gap: 6 * scale, gutter: 18 * scale, label: 12.5 * scale,
  lineGap: 3.5 * scale, rowGap: 8 * scale, track: 8 * scale, left: 14 * scale, right: 26 * scale, top: (isReadOut ? 20 : 8) * scale, bottom: 26 * scale,
});

/** Whether an operation is drawn as a box: a product with a matrix. */
export const isProduct = (parameters: readonly number[], operation: string): boolean => parameters.length > 0 && operation === 'multiply';

/** Width of the widest sign of a layer. */
export function glyphWidthIn({ nodes }: Dataflow, layer: number, { box, circle }: Metrics): number {
  return nodes.some((node) => node.layer === layer && isProduct(node.parameters, node.instruction.operation)) ? box : circle;
}

/** Room for the gradients over single uses of what comes in. */
export const useRoom = 8;

/** What all layers and the borders take across, without any numbers. */
export function fixedWidth(flow: Dataflow, metrics: Metrics, tracks: number): number {
  const { left, right, gap, gutter, track } = metrics;
  let width = left + gap + tracks * track + useRoom * metrics.scale + right;
  for (let layer = 0; layer < flow.layers; layer++) width += gutter + asideIn(flow, layer, metrics) + biasRoom(flow, layer, metrics) + glyphWidthIn(flow, layer, metrics) + gap;
  return width;
}

/** What stands on a road stands aside of what else is in its layer, so that lines can come up to it from the rows below. */
export function asideIn({ nodes }: Dataflow, layer: number, { circle }: Metrics): number {
  const own = nodes.filter((node) => node.layer === layer);
  return own.some(({ road }) => road >= 0) && own.some(({ road }) => road < 0) ? circle * 0.9 : 0;
}

/** Several biases beside one sum need more room than the gutter has. */
export const biasRoom = ({ nodes }: Dataflow, layer: number, { scale }: Metrics): number =>
  nodes.reduce((most, node) => (node.layer === layer && node.instruction.operation !== 'multiply' ? Math.max(most, node.parameters.length - 1) : most), 0) * 32 * scale;
