// Counts as bars on a logarithmic scale, and as lines against the length of the longest text, in numbers.
import { ticks } from 'd3-array';
import { scaleLog } from 'd3-scale';
import { readerWeights, type TextSizes } from '../../../../engine/workshop/readerSizes.ts';
import type { DataReader } from '../../../../engine/data/readers.ts';
import { textWidth, type Box } from '../../directLabels.ts';
import { linesPlot, type LinesGeometry } from '../../linesPlot.ts';

interface Size {
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
}

interface SizeBarsInput {
  /** Counts are at least 1. */
  readonly bars: readonly { readonly id: string; readonly name: string; readonly count: number }[];
  readonly size: Size;
}

export interface SizeBarsGeometry {
  readonly bars: readonly (Box & { readonly id: string; readonly name: string; readonly text: string; readonly count: number; readonly textX: number })[];
  /** Powers of ten. */
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly top: number;
  readonly bottom: number;
}

/** A bar begins at one weight. The number stands behind its end. */
export function sizeBars({ bars, size: { width, height, textSize } }: SizeBarsInput): SizeBarsGeometry {
  const texts = bars.map(({ count }) => count.toLocaleString('en'));
  const most = Math.max(10, ...bars.map(({ count }) => count));
  const widest = Math.max(...texts.map((text) => textWidth(text, textSize) * 1.15));
  const across = scaleLog([1, 10 ** Math.ceil(Math.log10(most))], [2, Math.max(40, width - widest - textSize)]);
  const bottom = height - textSize * 1.8;
  const row = bottom / Math.max(1, bars.length);
  const head = textSize * 1.5;
  const decades = Math.round(Math.log10(across.domain()[1]!));
  const every = Math.max(1, Math.ceil(((decades + 1) * textSize * 5.5) / width));
  return {
    top: 0,
    bottom,
    bars: bars.map(({ id, name, count }, k) => {
      const end = across(count);
      return { id, name, count, text: texts[k]!, x: 2, y: k * row + head, width: end - 2, height: Math.max(4, row - head - textSize * 0.5), textX: end + 6 };
    }),
    ticks: Array.from({ length: decades + 1 }, (_, power) => power).filter((power) => power % every === 0).map((power) => ({ x: across(10 ** power), text: (10 ** power).toLocaleString('en') })),
  };
}

/** Words of the longest text that the axis reaches to. */
const mostLength = 200;

export function lengthLines({ sizes, names, size }: { readonly sizes: TextSizes; readonly names: Readonly<Record<DataReader, string>>; readonly size: Size }): LinesGeometry {
  const xs = [...new Set([1, 2, 5, 10, 20, 50, 100, sizes.length, mostLength])].toSorted((a, b) => a - b);
  const readers: readonly DataReader[] = ['padded', 'sequence', 'bag'];
  const lines = readers.map((reader) => {
    const ys = xs.map((length) => {
      const { inputWeights, recurrentWeights } = readerWeights(reader, { ...sizes, length });
      return inputWeights + recurrentWeights;
    });
    return { id: reader, name: names[reader], xs, ys };
  });
  const most = Math.max(...lines.flatMap(({ ys }) => ys));
  return linesPlot({
    lines,
    along: { kind: 'linear', from: 0, to: mostLength, title: 'words of the longest text', isWhole: true },
    height: { kind: 'linear', from: 0, to: most * 1.04, at: ticks(0, most, 4), title: 'weights', write: (count) => count.toLocaleString('en', { notation: 'compact' }) },
    names: 'end',
    // Names are set bold, and need a little more room than is reckoned for them.
    size: { ...size, width: size.width - size.textSize },
  });
}
