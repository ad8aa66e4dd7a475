// What the reader sees: the gradient at each step before clipping, and shortened as much as clipping does it, two lines of the same shape.
import { useMemo } from 'react';
import { linesPlot } from '../../../layout/linesPlot.ts';
import { LinesPlot, type LineLook } from '../../plot/LinesPlot.tsx';
import './exploding.css';

interface Props {
  /** ‖∂L/∂h_k‖ by k = 0 … T. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** The name of the second line; null where clipping changes nothing. */
  readonly afterName: string | null;
  readonly lossAt: number;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  readonly label: string;
}

const looks: Readonly<Record<string, LineLook>> = {
  before: { colour: 'var(--danger)' },
  after: { colour: 'var(--role-output)', dashes: '7 4' },
};

const orOverflow = (numbers: Float64Array): Float64Array => numbers.map((each) => (Number.isNaN(each) ? Infinity : each));

export function ClippedFlowPlot({ before, after, afterName, lossAt, width, height, textSize, label }: Props) {
  const geometry = useMemo(() => {
    const xs = Float64Array.from({ length: lossAt }, (_, k) => k + 1);
    const until = (numbers: Float64Array): Float64Array => orOverflow(numbers.subarray(1, lossAt + 1));
    return linesPlot({
      lines: [
        { id: 'before', name: afterName === null ? 'not clipped' : 'before clipping', xs, ys: until(before) },
        ...(afterName === null ? [] : [{ id: 'after', name: afterName, xs, ys: until(after) }]),
      ],
      along: { kind: 'linear', from: 1, to: Math.max(2, before.length - 1), title: 'step k', isWhole: true, write: (k) => k.toLocaleString('en-US') },
      height: null,
      heightTitle: '‖∂L/∂h_k‖',
      names: 'beside or above',
      size: { width, height, textSize },
    });
  }, [before, after, afterName, lossAt, width, height, textSize]);
  return (
    <svg width={width} height={height} style={{ display: 'block', overflow: 'visible', fontSize: textSize }} role="img" aria-label={label}>
      <LinesPlot geometry={geometry} looks={looks} marked={null} />
    </svg>
  );
}
