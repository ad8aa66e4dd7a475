// What a case's network reads and should put out: a batch of sequences, held against the sizes of the config.
import type { Example, Model } from '../engine/model.ts';
import { decoderInputSizeOf } from '../engine/network.ts';
import { topologyOf } from '../engine/topology/index.ts';
import { batchAxis, lengthAt, numbersAt, positionsAt, type Axis } from './read.ts';
import type { SequenceCase } from './schema.ts';
import type { Setting } from './setting.ts';

/** What a row of a file says of its lengths, in addition to its lists. */
export interface Lengths {
  readonly T?: number | undefined;
  readonly decoderT?: number | undefined;
  readonly readoutSteps?: readonly number[] | undefined;
}

/**
 * The batch of a row, with dense inputs, so that ∂L/∂x is computed for every entry. `at` is what its fields' paths begin
 * with, `from` where its lengths are said.
 */
export function examplesOf({ network, B, topology }: Setting, row: Pick<SequenceCase, 'inputs' | 'decoderInputs' | 'targets'>, lengths: Lengths, at = '', from = 'config.'): Example[] {
  const { model } = network;
  const isSplit = model.topology === 'encoder-decoder';
  const steps = (field: 'inputs' | 'decoderInputs', name: 'T' | 'decoderT'): Axis => {
    const said = lengths[name];
    const seen = lengthAt(row[field], `${at}${field}`);
    return said === undefined ? seen : { size: said, from: `${from}${name}` };
  };
  const over = batchAxis(B);
  const T = steps('inputs', 'T');
  const inputs = numbersAt(row.inputs, `${at}inputs`, [T, ...over, { size: model.inputSize, from: 'config.inputSize' }]);
  if (topology === 'one-to-one' && T.size !== 1) throw new Error(`${at}inputs has ${T.size} steps, but 1 is expected for one-to-one.`);
  if (!isSplit && row.decoderInputs) throw new Error(`${at}decoderInputs are given, but ${topology} has no decoder: nothing is expected.`);
  const decoderT = isSplit ? steps('decoderInputs', 'decoderT') : { size: 0, from: '' };
  const decoderX: Axis = { size: decoderInputSizeOf(model), from: 'config.decoderInputSize' };
  const decoder = isSplit ? numbersAt(row.decoderInputs, `${at}decoderInputs`, [decoderT, ...over, decoderX]) : undefined;

  const reads = readoutsOf(model, [T.size, decoderT.size], lengths.readoutSteps);
  const R: Axis = { size: reads.length, from: reads.length === 1 ? `${topology} reads out once` : `${topology} reads out ${reads.length} times` };
  const targets = targetsAt(row.targets, `${at}targets`, [R, ...over], model);
  return batchOf(B, model, inputs, targets, decoder);
}

/** Class positions with these axes, or for other losses that many lists of numbers. */
export function targetsAt(value: unknown, path: string, axes: readonly Axis[], { loss, outputSize }: Model): Float64Array {
  const Y: Axis = { size: outputSize, from: 'config.outputSize' };
  return loss === 'cross_entropy' ? positionsAt(value, path, axes, Y) : numbersAt(value, path, [...axes, Y]);
}

/** The examples of a batch from arrays [T][B][…]. */
export function batchOf(B: number, model: Model, inputs: Float64Array, targets: Float64Array, decoder?: Float64Array): Example[] {
  return Array.from({ length: B }, (_, b) => ({
    inputs: { kind: 'dense', values: sequenceOf(inputs, B, model.inputSize, b) },
    targets: sequenceOf(targets, B, model.loss === 'cross_entropy' ? 1 : model.outputSize, b),
    ...(decoder ? { decoderInputs: { kind: 'dense', values: sequenceOf(decoder, B, decoderInputSizeOf(model), b) } } : {}),
  }));
}

/** The steps at which a topology reads out, from 0. Where the file says them too, they have to be the same. */
function readoutsOf(model: Model, lengths: readonly [number, number], said: readonly number[] | undefined): number[] {
  const steps = topologyOf(model).steps(lengths);
  const reads = steps.flatMap(({ readout }) => (readout ? [readout.row - 1] : [])).sort((a, b) => a - b);
  if (said && said.join() !== reads.join()) {
    throw new Error(`config.readoutSteps is [${said.join(', ')}], but [${reads.join(', ')}] is expected, where the topology reads out.`);
  }
  return reads;
}

/** The rows of one sequence of a batch [T][B][size], one after another. */
function sequenceOf(all: Float64Array, B: number, size: number, b: number): Float64Array {
  if (B === 1) return all;
  const own = new Float64Array(all.length / B);
  for (let t = 0; t * size < own.length; t++) own.set(all.subarray((t * B + b) * size, (t * B + b + 1) * size), t * size);
  return own;
}
