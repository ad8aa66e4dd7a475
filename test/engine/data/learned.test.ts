// Trainings as the data sets recommend them, which is what the page does when “Start” is pressed.
import { describe, expect, it } from 'vitest';
import type { PreparedData } from '../../../src/engine/data/dataset.ts';
import { prepared, trained } from './sets.ts';

/** Mean loss of a row when each value is said to be the one before it. */
function unchanged({ rows, validation }: PreparedData): number {
  const losses = validation.map((position) => {
    const { inputs, targets } = rows[position]!.example;
    return inputs.kind === 'dense' ? targets.reduce((sum, target, k) => sum + (target - inputs.values[k]!) ** 2, 0) : NaN;
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

/** Mean loss of a row when every answer has its share of the training rows, whatever was read. */
function frequencies({ rows, training, validation, task }: PreparedData): number {
  const counts = new Float64Array(task.outputs.length).fill(1);
  for (const position of training) for (const target of rows[position]!.example.targets) counts[target]! += 1;
  const all = counts.reduce((sum, count) => sum + count, 0);
  return validation.reduce((sum, position) => sum - rows[position]!.example.targets.reduce((loss, target) => loss + Math.log(counts[target]! / all), 0), 0) / validation.length;
}

describe('a training as recommended', () => {
  it('learns the three reviews by heart', () => {
    expect(trained(prepared('reviews')).training).toMatchObject({ accuracy: 1 });
  });

  it('learns negation with a vanilla RNN, where a feed-forward network on a bag of words stays behind', () => {
    const data = prepared('negation');
    expect(trained(data, { cell: 'rnn_tanh' }).validation!.accuracy).toBeGreaterThanOrEqual(0.97);
    expect(trained(data, { reader: 'bag', epochs: 40 }).validation!.accuracy).toBeLessThan(0.8);
  });

  it('recalls the first letter over fifty steps with the LSTM and not with the vanilla RNN', () => {
    const data = prepared('recall');
    expect(trained(data).validation!.accuracy).toBe(1);
    expect(trained(data, { cell: 'rnn_tanh' }).validation!.accuracy).toBeLessThan(0.6);
  });

  it.each([
    ['letters', 1], ['captions', 1],
  ] as const)('learns by heart: %s', (id, accuracy) => {
    expect(trained(prepared(id)).training.accuracy).toBeGreaterThanOrEqual(accuracy);
  });

  it.each([
    ['entities', 0.99], ['gap', 0.99], ['frames', 0.99], ['morse', 0.99], ['parity', 0.97], ['pictures', 0.85], ['phrases', 0.85],
  ] as const)('answers rows that it has not seen: %s', (id, accuracy) => {
    expect(trained(prepared(id)).validation!.accuracy).toBeGreaterThanOrEqual(accuracy);
  });

  it.each([
    ['temperatures', 0.97], ['co2', 0.8], ['sine', 0.2],
  ] as const)('foretells better than that nothing changes: %s', (id, share) => {
    const data = prepared(id);
    expect(trained(data).validation!.loss).toBeLessThan(share * unchanged(data));
  });

  it('adds with an error that is far below that of always saying 1', () => {
    expect(trained(prepared('adding')).validation!.loss).toBeLessThan(0.01);
  });

  it('knows more of names than how frequent each letter is', () => {
    const data = prepared('names');
    expect(trained(data).validation!.loss).toBeLessThan(0.9 * frequencies(data));
  });

  it('cannot know the word of a gap when it reads one way alone', () => {
    const data = prepared('gap');
    const { bidirectional: _, ...oneWay } = data.dataset.task;
    expect(trained({ ...data, dataset: { ...data.dataset, task: oneWay } }).validation!.accuracy).toBeLessThan(0.95);
  });
});
