import { describe, expect, it } from 'vitest';
import type { EpochRecord } from '../../../../../src/engine/workshop/job.ts';
import { distinctNames, limitId, lineId, thinned, trainingCurves, type CurveRun, type CurvesInput } from '../../../../../src/view/layout/workshop/curves.ts';

const size = { width: 600, height: 240, textSize: 12 };

/** Epochs 0 … losses.length − 1; validation is a tenth above. */
function runOf(id: string, losses: readonly number[], name = id): CurveRun {
  const records = losses.map((loss, epoch): EpochRecord => ({
    epoch, update: epoch * 10, training: { loss, accuracy: 1 - loss / 2 }, validation: { loss: loss * 1.1, accuracy: 0.5 }, gradientNorm: epoch === 0 ? NaN : loss * 3, learningRate: 0.01,
  }));
  return { id, name, records };
}

const plot = (input: Partial<CurvesInput>) => trainingCurves({ shown: null, overlaid: [], measure: 'loss', limit: null, epochs: 10, size, ...input });
const names = (input: Partial<CurvesInput>): string[] => plot(input).labels.map(({ text }) => text);

describe('curves of a training', () => {
  it('are a line for the rows it learns from and one for those kept apart, each with its name', () => {
    const { lines } = plot({ shown: runOf('a', [1, 0.5, 0.2]) });
    expect(lines.map(({ id, points }) => [id, points.length])).toEqual([
      [lineId('a', 'training'), 3],
      [lineId('a', 'validation'), 3],
    ]);
    expect(names({ shown: runOf('a', [1, 0.5]) }).toSorted()).toEqual(['training', 'validation']);
  });

  it('stand on an axis as long as the epochs that are planned, or those that are done, whichever are more', () => {
    const shown = runOf('a', [1, 0.5, 0.2]);
    const { xOf, box } = plot({ shown, epochs: 4 });
    expect(xOf(4)).toBeCloseTo(box.x + box.width);
    expect(xOf(2)).toBeCloseTo(box.x + box.width / 2);
    const longer = plot({ shown, epochs: 1 });
    expect(longer.xOf(2)).toBeCloseTo(longer.box.x + longer.box.width);
  });

  it('have no line where nothing was kept apart', () => {
    const run = runOf('a', [1, 0.5]);
    const shown = { ...run, records: run.records.map((record) => ({ ...record, validation: null })) };
    expect(plot({ shown }).lines.map(({ id }) => id)).toEqual([lineId('a', 'training')]);
  });

  it('are named by their runs where runs are compared, the one in view last, over the others', () => {
    const shown = runOf('a', [1, 0.5], 'LSTM, 8 units, η = 0.1');
    const other = runOf('b', [1, 0.7], 'LSTM, 8 units, η = 0.5');
    expect(plot({ shown, overlaid: [other] }).lines.at(-1)?.id).toBe(lineId('a', 'validation'));
    expect(names({ shown, overlaid: [other] }).toSorted()).toEqual(['η = 0.1', 'η = 0.5']);
  });

  it('lay the run in view over itself only once', () => {
    const shown = runOf('a', [1, 0.5]);
    expect(plot({ shown, overlaid: [shown] }).lines).toHaveLength(2);
  });

  it('take a logarithmic axis for a loss that has run away', () => {
    expect(plot({ shown: runOf('a', [1, 2, 3]) }).heightTicks.every(({ exponent }) => exponent === null)).toBe(true);
    expect(plot({ shown: runOf('a', [1, 2, 3000]) }).heightTicks.every(({ exponent }) => exponent !== null)).toBe(true);
  });

  it('show the norm of the gradient, and the limit of clipping where norms come near it', () => {
    const shown = runOf('a', [1, 0.5, 0.2]);
    const drawn = (limit: number | null) => plot({ shown, measure: 'norm', limit }).lines.map(({ id, points }) => [id, points.length]);
    expect(drawn(null)).toEqual([[lineId('a', 'norm'), 2]]);
    expect(drawn(5)).toEqual([[limitId, 2], [lineId('a', 'norm'), 2]]);
    expect(drawn(1000)).toEqual([[lineId('a', 'norm'), 2]]);
  });

  it('show single batches as long as there are few whole epochs', () => {
    const batches = [{ epoch: 0.1, loss: 2 }, { epoch: 0.2, loss: 1.5 }];
    const hasBatches = (count: number) => plot({ shown: { ...runOf('a', Array.from({ length: count }, () => 1)), batches } }).lines.some(({ id }) => id === lineId('a', 'batches'));
    expect(hasBatches(2)).toBe(true);
    expect(hasBatches(9)).toBe(false);
  });
});

describe('long runs', () => {
  it('keep the first and the last of their points, and no more than can be seen', () => {
    const all = Array.from({ length: 5001 }, (_, k) => k);
    const few = thinned(all);
    expect(few.length).toBeLessThanOrEqual(400);
    expect([few[0], few.at(-1)]).toEqual([0, 5000]);
    expect(thinned([1, 2, 3])).toEqual([1, 2, 3]);
  });
});

describe('names on a plot', () => {
  it('are what tells runs apart', () => {
    expect(distinctNames(['RNN, Adam, η = 0.1', 'RNN, SGD, η = 0.1'])).toEqual(['Adam', 'SGD']);
    expect(distinctNames(['mine', 'RNN, SGD'])).toEqual(['mine', 'RNN, SGD']);
    expect(distinctNames(['same', 'same'])).toEqual(['same', 'same']);
    expect(distinctNames(['a name that is much too long for a plot'])[0]).toHaveLength(22);
  });
});
