// Validation accuracy of several networks by epochs, as lines in numbers.
import type { EpochRecord } from '../../../../engine/workshop/job.ts';
import { linesPlot, type LinesGeometry } from '../../linesPlot.ts';

interface ComparisonInput {
  readonly lines: readonly { readonly id: string; readonly name: string; readonly records: readonly EpochRecord[] }[];
  /** That are planned: the end of the axis along. */
  readonly epochs: number;
  readonly size: { readonly width: number; readonly height: number; readonly textSize: number };
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

export function comparisonCurves({ lines, epochs, size }: ComparisonInput): LinesGeometry {
  return linesPlot({
    lines: lines.map(({ id, name, records }) => ({ id, name, xs: records.map(({ epoch }) => epoch), ys: records.map(({ validation }) => validation?.accuracy ?? NaN) })),
    along: { kind: 'linear', from: 0, to: Math.max(1, epochs), title: 'epoch', isWhole: true },
    height: { kind: 'linear', from: 0, to: 1.04, at: [0, 0.25, 0.5, 0.75, 1], title: 'right answers', write: percent },
    names: 'end',
    // Names are set bold, and need a little more room than is reckoned for them.
    size: { ...size, width: size.width - size.textSize },
  });
}
