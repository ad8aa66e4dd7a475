// A run as a file: written and read again to the last bit, and wrong files met with words.
import { describe, expect, it } from 'vitest';
import { checkpointLimits, thinned } from '../../../src/state/workshop/checkpoints.ts';
import { fromBase64, toBase64 } from '../../../src/state/workshop/base64.ts';
import { keeperOn } from '../../../src/state/workshop/kept.ts';
import type { TrainingRun } from '../../../src/state/workshop/run.ts';
import { readRunFile, writeRunFile } from '../../../src/state/workshop/runFile.ts';
import { Bench, MemoryShelf } from './training.ts';

const run = (): Promise<TrainingRun> => new Bench().trained({ epochs: 2 });

/** A run's file with something changed in it. */
async function changed(change: (written: TrainingRun) => object, around: object = {}): Promise<Blob> {
  const content = JSON.parse(await writeRunFile(await run()).text()) as { readonly run: TrainingRun };
  return new Blob([JSON.stringify({ ...content, ...around, run: { ...content.run, ...change(content.run) } })]);
}
const nothing = (): object => ({});

describe('a run as a file', () => {
  it('comes back to the last bit, with what is not a finite number', async () => {
    const written = await run();
    expect(Number.isNaN(written.records[0]!.gradientNorm)).toBe(true);
    expect(await readRunFile(writeRunFile(written))).toEqual(written);
  });

  it('taken in by another page stands in its list and can be branched; by the same page it is a second one', async () => {
    const from = new Bench();
    const { id } = await from.trained({ epochs: 2 });
    const file = await from.runs.exportRun(id);
    const to = new Bench();
    expect(await to.runs.importRun(file)).toBe('“RNN with tanh, 4 units, Adam, η = 0.01” is taken in: 2 epochs over First tokens.');
    expect(to.run).toEqual(from.run);
    await from.runs.importRun(file);
    expect(new Set(from.state.runs.map((each) => each.id)).size).toBe(2);
    await expect(from.runs.exportRun('run-none')).rejects.toThrow('no longer there');
  });

  it('that is something else is met with what was seen and what is expected', async () => {
    const words = (file: Blob): Promise<string> => new Bench().runs.importRun(file);
    expect(await words(new Blob(['word,label\n']))).toContain('the file is no JSON');
    expect(await words(new Blob(['[]']))).toContain('a file is expected that says “format”');
    expect(await words(new Blob(['3']))).toContain('its JSON holds no object');
    expect(await words(await changed(nothing, { format: 'other' }))).toContain('but this one says “other”');
    expect(await words(await changed(nothing, { version: 2 }))).toBe('This run is of version 2, but this page reads version 1. Open it with the page that wrote it.');
    expect(await words(await changed(() => ({ records: [{}] })))).toContain('records.0');
    expect(await words(await changed(({ job }) => ({ job: { ...job, model: { ...job.model, cell: 'mgu' } } })))).toContain('job.model.cell');
    expect(await words(await changed(({ settings }) => ({ settings: { ...settings, training: { ...settings.training, hiddenSize: 1e9 } } })))).toContain('A setting is out of its range');
    expect(await words(await changed(({ checkpoints }) => ({ checkpoints: [{ ...checkpoints[0], parameters: 'AAA' }] })))).toContain('Numbers of 8 bytes in base64 are expected');
  });

  it('whose weights do not fit its network is refused', async () => {
    const file = await changed(({ job }) => ({ job: { ...job, model: { ...job.model, hiddenSize: 5 } } }));
    await expect(readRunFile(file)).rejects.toThrow('parameters, but');
  });

  it('has its numbers as eight bytes each, the lowest first', () => {
    expect(toBase64(Float64Array.of(1))).toBe('AAAAAAAA8D8=');
    const all = Float64Array.of(0, -0, 1 / 3, NaN, -Infinity, 5e-324, ...Array.from({ length: 9000 }, (_, k) => k * 1.1));
    expect(fromBase64(toBase64(all))).toEqual(all);
    expect(fromBase64('AAAA')).toBeUndefined();
    expect(fromBase64('not base64!')).toBeUndefined();
  });
});

describe('checkpoints', () => {
  const at = (epoch: number): TrainingRun['checkpoints'][number] => ({ epoch, update: epoch, parameters: new Float64Array(10), memory: { id: 'adam', count: epoch, learningRate: 1, values: [new Float64Array(10), new Float64Array(10)] } });
  const upTo = (last: number): TrainingRun['checkpoints'] => Array.from({ length: last + 1 }, (_, k) => at(k));

  it('stay as they are while there are few', () => {
    const few = upTo(199);
    expect(thinned(few)).toBe(few);
  });

  it('are thinned evenly, and the first and the newest are always among them', () => {
    const kept = thinned(upTo(1001)).map(({ epoch }) => epoch);
    expect(kept.length).toBeLessThanOrEqual(checkpointLimits.most);
    expect(kept).toEqual([...Array.from({ length: 126 }, (_, k) => 8 * k), 1001]);
    expect(thinned(upTo(100), { most: 200, bytes: 3 * 240 }).map(({ epoch }) => epoch)).toEqual([0, 64, 100]);
    expect(thinned(upTo(100), { most: 200, bytes: 1 }).map(({ epoch }) => epoch)).toEqual([0, 100]);
  });

  it('are spread evenly however often they are thinned as more come', () => {
    let kept: TrainingRun['checkpoints'] = [];
    for (let epoch = 0; epoch <= 5000; epoch++) kept = thinned([...kept, at(epoch)]);
    const gaps = kept.slice(1).map(({ epoch }, k) => epoch - kept[k]!.epoch);
    expect(kept.length).toBeGreaterThan(90);
    expect(kept.at(-1)!.epoch).toBe(5000);
    expect(new Set(gaps.slice(0, -2)).size).toBe(1);
  });
});

describe('a keeper of runs', () => {
  it('writes only the checkpoints that are new, and takes away those that are gone', async () => {
    const shelf = new MemoryShelf();
    const keeper = keeperOn(shelf);
    const whole = await run();
    await keeper.keep({ ...whole, checkpoints: whole.checkpoints.slice(0, 2) });
    await keeper.keep({ ...whole, name: 'New', checkpoints: [whole.checkpoints[0]!, whole.checkpoints[2]!] });
    const { id } = whole;
    expect(shelf.puts).toEqual([[id, `${id}/0`, `${id}/1`], [id, `${id}/2`]]);
    expect([...shelf.values.keys()].toSorted()).toEqual([id, `${id}/0`, `${id}/2`]);
    const [back] = await keeperOn(shelf).all();
    expect(back).toEqual({ ...whole, name: 'New', checkpoints: [whole.checkpoints[0]!, whole.checkpoints[2]!] });
  });

  it('leaves out what is no run', async () => {
    const shelf = new MemoryShelf();
    await shelf.put([['run-x', 'something'], ['run-y', { run: 1 }]]);
    expect(await keeperOn(shelf).all()).toEqual([]);
  });
});
