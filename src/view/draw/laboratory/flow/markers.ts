// What tells networks apart beside their colours: a small shape of each, at its line's end and by its name.
import { symbol, symbolCircle, symbolDiamond2, symbolSquare, symbolStar, symbolTriangle, type SymbolType } from 'd3-shape';

const shapes: Readonly<Record<string, SymbolType>> = {
  rnn_tanh: symbolCircle,
  rnn_sigmoid: symbolTriangle,
  rnn_relu: symbolSquare,
  lstm: symbolDiamond2,
  gru: symbolStar,
};

/** The path of a network's shape around 0, 0, of that many square pixels. */
export const markerPath = (id: string, size: number): string => symbol(shapes[id] ?? symbolCircle, size).digits(2)() ?? '';

/** Its colour in the theme. */
export const colourOf = (id: string): string => `var(--network-${id})`;
