// The worker's end, spoken to over a MessageChannel as the page would.
import { describe, expect, it } from 'vitest';
import type { Job } from '../../src/engine/job.ts';
import { createNetwork } from '../../src/engine/network.ts';
import { createTrace } from '../../src/engine/run/trace.ts';
import { firstNonFinite, Pass } from '../../src/engine/run/pass.ts';
import { frameBytes, unpack } from '../../src/worker/frame.ts';
import { Page, steppingClock } from './channel.ts';
import { allRows, denseExampleOf, difference, direct, exampleOf, jobOf, longJob, settle, traceDifferences } from './support.ts';

const bce = { topology: 'many-to-one', loss: 'bce', outputSize: 1 } as const;
const mse = { loss: 'mse', outputSize: 2, timeReduction: 'mean' } as const;
const dense = jobOf({ T: 30, model: { ...mse, inputSize: 3 } });

const jobs: Readonly<Record<string, Job>> = {
  'a letter task': jobOf(),
  'one step': jobOf({ T: 1, model: { topology: 'one-to-one' } }),
  'a review with one answer at the end': jobOf({ T: 12, model: bce }),
  'two biases, sigmoid and a mean over time': jobOf({ T: 9, model: { cell: 'rnn_sigmoid', biases: 'two', ...mse } }),
  'dense inputs, which have gradients': {
    ...dense,
    example: denseExampleOf(dense.model, 30, 3),
    recipe: { ...dense.recipe, training: { rows: [], epochs: 0, learningRate: 0 } },
  },
  'an initial state of its own': jobOf({ recipe: { initialStates: { h: [0.5, -0.25, 0, 1] } } }),
  'changes by hand and by updates': jobOf({
    recipe: {
      changes: [
        { kind: 'set', symbol: 'W_hh', unit: 2, column: 3, value: -1.5 },
        { kind: 'update', example: jobOf({ T: 4, seed: 9 }).example, learningRate: 0.3, times: 5 },
        { kind: 'scale', symbol: 'W_hh', factor: 1.1 },
      ],
    },
  }),
  'more steps than a frame holds': longJob(400),
  'states that overflow': jobOf({
    T: 600,
    model: { cell: 'rnn_relu' },
    recipe: { changes: [{ kind: 'scale', symbol: 'W_hh', factor: 50 }] },
  }),
};

describe('what the worker sends', () => {
  it('says first that it is ready', async () => {
    const page = new Page();
    await page.first('ready');
    expect(page.heard).toEqual([{ kind: 'ready' }]);
  });

  for (const [name, job] of Object.entries(jobs)) {
    it(`adds up to the engine's own numbers, bit for bit: ${name}`, async () => {
      const page = new Page();
      page.run(1, job);
      const done = await page.first('done');
      const [started] = page.all('started');
      const right = direct(job);
      const trace = createTrace(createNetwork(job.model), job.example);
      new Pass(trace, right.parameters).startAll(job.recipe.initialStates);
      for (const { phase, from, to, buffer } of page.all('frame')) unpack(trace, phase, from, to, buffer);
      const rows = allRows(trace);
      expect(traceDifferences(trace, right.trace, rows, rows)).toEqual([]);
      expect(difference('parameters', started!.parameters, right.parameters)).toBeNull();
      expect(difference('their gradients', done.parameterGradients, right.trace.parameterGradients)).toBeNull();
      expect(done.loss).toBe(right.loss);
    });
  }

  it('says where the first number stands that is not finite', async () => {
    const page = new Page();
    const overflowing = jobs['states that overflow']!;
    page.run(1, overflowing);
    const done = await page.first('done');
    expect(done.firstNonFinite).not.toBeNull();
    expect(done.firstNonFinite).toEqual(firstNonFinite(direct(overflowing).trace));
    page.run(2, jobs['a letter task']!);
    expect((await page.first('done', 2)).firstNonFinite).toBeNull();
  });

  it('is one frame each way for a short sequence', async () => {
    const page = new Page();
    page.run(1, jobOf({ T: 50 }));
    await page.first('done');
    expect(page.all('frame').map(({ phase, from, to }) => ({ phase, from, to }))).toEqual([
      { phase: 'forward', from: 0, to: 50 },
      { phase: 'backward', from: 0, to: 50 },
    ]);
  });

  it('covers every step once forwards and once backwards, from the end, in frames of one size', async () => {
    const page = new Page();
    page.run(1, longJob());
    await page.first('done');
    const frames = page.all('frame');
    const forward = frames.filter((frame) => frame.phase === 'forward');
    const backward = frames.filter((frame) => frame.phase === 'backward');
    expect(frames).toEqual([...forward, ...backward]);
    expect(forward.flatMap(({ from, to }) => [from, to])).toEqual(ends(forward.length, 5_000, forward[0]!.to));
    expect(backward[0]!.to).toBe(5_000);
    expect(backward.at(-1)!.from).toBe(0);
    backward.slice(1).forEach((frame, k) => expect(frame.to).toBe(backward[k]!.from));
    expect(forward.length).toBeGreaterThan(20);
    for (const { buffer } of frames) expect(buffer.byteLength).toBe(frameBytes);
  });

  it('takes a larger buffer where one step alone is larger than a frame', async () => {
    const page = new Page();
    const training = { rows: [], epochs: 0, learningRate: 0 };
    const job = jobOf({ T: 2, model: { inputSize: 2, hiddenSize: 2, outputSize: 20_000 }, recipe: { training } });
    page.run(1, job);
    const done = await page.first('done');
    expect(done.loss).toBe(direct(job).loss);
    expect(page.all('frame').map(({ from, to }) => [from, to])).toEqual([[0, 1], [1, 2], [1, 2], [0, 1]]);
    expect(Math.max(...page.all('frame').map(({ buffer }) => buffer.byteLength))).toBeGreaterThan(frameBytes);
  });
});

/** from, to, from, to … of `count` frames of `size` steps over T. */
function ends(count: number, T: number, size: number): number[] {
  return Array.from({ length: count }, (_, k) => [k * size, Math.min((k + 1) * size, T)]).flat();
}

describe('the buffer is the credit', () => {
  it('never has more than 3 buffers out, however long the sequence and however slow the page', async () => {
    const page = new Page();
    page.givesCredit = false;
    page.run(1, longJob());
    await page.count('frame', 3);
    let returned = 0;
    let most = 0;
    while (page.all('done').length === 0) {
      const out = page.all('frame').slice(returned);
      most = Math.max(most, out.length);
      // Hands back one, two or three at a time, in another order than they came.
      const back = out.slice(0, 1 + (returned % 3));
      for (const { buffer } of back.toReversed()) page.say({ kind: 'credit', buffer }, [buffer]);
      returned += back.length;
      await settle(1);
    }
    expect(most).toBe(3);
    expect(page.all('frame').length).toBeGreaterThan(40);
  });

  it('sends no frame without a credit, and one for each', async () => {
    const page = new Page();
    page.givesCredit = false;
    page.run(1, longJob());
    await page.count('frame', 3);
    await settle();
    await page.echo();
    expect(page.all('frame')).toHaveLength(3);
    const { buffer } = page.all('frame')[0]!;
    page.say({ kind: 'credit', buffer }, [buffer]);
    await page.count('frame', 4);
    await settle();
    await page.echo();
    expect(page.all('frame')).toHaveLength(4);
    expect(page.all('done')).toEqual([]);
  });

  it('keeps the buffers that are out when a run is called off: the next run has none either', async () => {
    const page = new Page();
    page.givesCredit = false;
    page.run(1, longJob());
    await page.count('frame', 3);
    page.say({ kind: 'cancel', run: 1 });
    page.run(2, jobOf());
    await page.first('started', 2);
    await settle();
    expect(page.all('frame').every((frame) => frame.run === 1)).toBe(true);
    for (const { buffer } of page.all('frame')) page.say({ kind: 'credit', buffer }, [buffer]);
    await page.first('done', 2);
    expect(page.all('frame')).toHaveLength(5);
  });
});

describe('a run that is called off', () => {
  it('ends with "cancelled", after which no message of it comes', async () => {
    const page = new Page();
    page.run(1, longJob());
    await page.count('frame', 5);
    page.say({ kind: 'cancel', run: 1 });
    page.run(2, jobOf());
    await page.first('done', 2);
    await settle();
    const ofFirst = page.heard.filter((message) => 'run' in message && message.run === 1);
    expect(ofFirst.at(-1)).toEqual({ kind: 'cancelled', run: 1 });
    expect(ofFirst.filter((message) => message.kind === 'cancelled')).toHaveLength(1);
    const cancelledAt = page.heard.findIndex((message) => message.kind === 'cancelled');
    expect(page.heard.slice(cancelledAt + 1).every((message) => !('run' in message) || message.run === 2)).toBe(true);
  });

  it('is called off by "cancel", also while it waits for a credit', async () => {
    const page = new Page();
    page.givesCredit = false;
    page.run(1, longJob());
    await page.count('frame', 3);
    page.say({ kind: 'cancel', run: 1 });
    await page.first('cancelled');
    for (const { buffer } of page.all('frame')) page.say({ kind: 'credit', buffer }, [buffer]);
    await settle();
    await page.echo();
    expect(page.heard.filter((message) => message.kind !== 'pong').at(-1)).toEqual({ kind: 'cancelled', run: 1 });
  });

  it('is not called off by a cancel that names an earlier run', async () => {
    const page = new Page({ now: steppingClock() });
    page.run(7, jobOf());
    page.say({ kind: 'cancel', run: 6 });
    await page.first('done', 7);
    page.say({ kind: 'cancel', run: 7 });
    await page.echo();
    expect(page.all('cancelled')).toEqual([]);
  });

  it('is not even begun when a newer one waits behind it', async () => {
    const page = new Page();
    for (let run = 1; run <= 5; run++) page.run(run, jobOf({ seed: run }));
    await page.first('done', 5);
    expect(page.all('cancelled').map(({ run }) => run)).toEqual([1, 2, 3, 4]);
    expect(page.all('started').map(({ run }) => run)).toEqual([5]);
  });

  it('can be called off in the middle of a training that would last for days', async () => {
    const page = new Page();
    const { rows } = jobOf().recipe.training;
    page.run(1, jobOf({ recipe: { training: { rows, epochs: 1e10, learningRate: 0.01 } } }));
    await page.echo();
    page.say({ kind: 'cancel', run: 1 });
    await page.first('cancelled');
    expect(page.all('started')).toEqual([]);
  });

  it('can be called off in the middle of a single update over a very long sequence', async () => {
    const { example } = longJob(20_000);
    const page = new Page({ now: steppingClock() });
    page.run(1, {
      ...longJob(10),
      recipe: { ...longJob(10).recipe, changes: [{ kind: 'update', example, learningRate: 0.1, times: 1 }] },
    });
    await page.echo();
    await page.echo();
    page.say({ kind: 'cancel', run: 1 });
    await page.first('cancelled');
    expect(page.all('started')).toEqual([]);
  });
});

describe('a run that a newer one waits for', () => {
  const { rows } = jobOf().recipe.training;

  it('is finished, if it does not take long; of those that wait, the latest alone is begun', async () => {
    const page = new Page({ now: () => 0 });
    page.run(1, longJob(400));
    await page.count('frame', 1);
    for (let run = 2; run <= 5; run++) page.run(run, jobOf({ seed: run }));
    await page.first('done', 5);
    expect(page.all('done').map(({ run }) => run)).toEqual([1, 5]);
    expect(page.all('cancelled').map(({ run }) => run)).toEqual([2, 3, 4]);
    expect(page.all('started').map(({ run }) => run)).toEqual([1, 5]);
    const order = page.heard.flatMap((message) => ('run' in message ? [message.run] : [])).filter((run) => run === 1 || run === 5);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('goes as far as its forward pass, if it takes long', async () => {
    const page = new Page({ grace: 0 });
    page.run(1, longJob());
    await page.count('frame', 2);
    page.run(2, jobOf());
    await page.first('done', 2);
    const frames = page.all('frame').filter(({ run }) => run === 1);
    expect(frames.every(({ phase }) => phase === 'forward')).toBe(true);
    expect(frames.at(-1)!.to).toBe(5_000);
    expect(page.all('cancelled').map(({ run }) => run)).toEqual([1]);
  });

  it('is called off in the middle of its training, if that takes long', async () => {
    const page = new Page({ now: steppingClock(), grace: 200 });
    page.run(1, jobOf({ recipe: { training: { rows, epochs: 1e10, learningRate: 0.01 } } }));
    await page.echo();
    page.run(2, jobOf());
    await page.first('done', 2);
    expect(page.all('started').map(({ run }) => run)).toEqual([2]);
    expect(page.all('cancelled').map(({ run }) => run)).toEqual([1]);
  });

  it('that fails makes way for it', async () => {
    const page = new Page();
    page.run(1, jobOf({ recipe: { training: { rows, epochs: 3000, learningRate: 0.01 }, changes: [{ kind: 'scale', symbol: 'W_zz', factor: 2 }] } }));
    await page.echo();
    page.run(2, jobOf());
    await page.first('done', 2);
    expect(page.all('failed').map(({ run }) => run)).toEqual([1]);
  });

  it('is called off with it by a cancel that names the newer one', async () => {
    const page = new Page({ now: () => 0 });
    page.run(1, longJob(20_000));
    await page.count('frame', 1);
    page.run(2, jobOf());
    page.say({ kind: 'cancel', run: 2 });
    await page.count('cancelled', 2);
    await settle();
    expect(page.all('done')).toEqual([]);
  });
});

describe('two chains', () => {
  const model = { hiddenSize: 48, outputSize: 3, bidirectional: true } as const;
  const noTraining = { training: { rows: [], epochs: 0, learningRate: 0 } };
  const translated: Job = (() => {
    const job = jobOf({ model: { topology: 'encoder-decoder', hiddenSize: 48, decoderInputSize: 5 }, recipe: noTraining });
    const { inputs } = exampleOf(job.model, 300, 3);
    const read = exampleOf({ ...job.model, topology: 'many-to-many-synced' }, 500, 4);
    return { ...job, example: { inputs, decoderInputs: read.inputs, targets: read.targets } };
  })();
  const both = jobOf({ T: 400, model: { ...model, topology: 'many-to-one', cell: 'lstm' }, recipe: noTraining });

  it.each<[string, Job]>([
    ['that meet at the last answer', both],
    ['that meet at every answer', jobOf({ T: 400, model: { ...model, cell: 'gru' }, recipe: { ...noTraining, initialStates: { 'h.reverse': Array.from({ length: 48 }, (_, k) => k / 48) } } })],
    ['with dense inputs for both', { ...both, example: denseExampleOf(both.model, 400, 5) }],
    ['one after the other', translated],
  ])('%s travel in many frames, bit for bit', async (_, job) => {
    const page = new Page();
    page.run(1, job);
    await page.first('done');
    expect(page.all('frame').length).toBeGreaterThan(4);
    const right = direct(job);
    const trace = createTrace(createNetwork(job.model), job.example);
    new Pass(trace, right.parameters).startAll(job.recipe.initialStates);
    for (const { phase, from, to, buffer } of page.all('frame')) unpack(trace, phase, from, to, buffer);
    trace.network.program.slots.forEach(({ symbol }, s) => {
      expect(difference(symbol, trace.values[s]!, right.trace.values[s]!)).toBeNull();
      expect(difference(`d${symbol}`, trace.gradients[s]!, right.trace.gradients[s]!)).toBeNull();
    });
  });
});

describe('a free run', () => {
  const model = { topology: 'one-to-many', inputSize: 5, outputSize: 5 } as const;
  const free = (job: Job): Job => ({ ...job, feeding: 'free' });
  const long = (() => {
    const job = jobOf({ T: 30, model: { topology: 'many-to-many-synced' }, recipe: { initialisation: { scheme: 'uniform', scale: 1, seed: 2 } } });
    return free(job);
  })();

  it('tells what it reads, which is what comes out', async () => {
    const page = new Page();
    page.run(1, long);
    const { example, problem } = await page.first('started');
    await page.first('done');
    expect(problem).toBeNull();
    expect(example).toEqual(direct(long).trace.example);
    const { inputs } = example!;
    expect(inputs.kind === 'one-hot' && inputs.indices[0]).toBe((long.example.inputs as { indices: Int32Array }).indices[0]);
  });

  it('that cannot go on says why and reads the sentence', async () => {
    const page = new Page();
    const job = free(jobOf({ T: 12, model: { ...model, topology: 'many-to-many-synced', cell: 'rnn_relu' }, recipe: { changes: [{ kind: 'scale', symbol: 'W_hh', factor: 1e300 }] } }));
    page.run(1, job);
    const { example, problem } = await page.first('started');
    expect(example).toBeNull();
    expect(problem).toMatch(/^No output can be chosen at t = \d+: .* So the sentence is read instead of what comes out\.$/);
    await page.first('done');
  });

  it('can be called off', async () => {
    const page = new Page({ now: steppingClock() });
    page.run(1, free(longJob(50_000)));
    await page.echo();
    page.say({ kind: 'cancel', run: 1 });
    await page.first('cancelled');
    expect(page.all('started')).toEqual([]);
  });
});

describe('while it computes', () => {
  it('answers a ping', async () => {
    const page = new Page();
    page.run(1, longJob(50_000));
    await page.count('frame', 1);
    page.say({ kind: 'ping', beat: 41 });
    expect(await page.first('pong')).toEqual({ kind: 'pong', beat: 41 });
    expect(page.all('done')).toEqual([]);
  });

  it('pauses as often as its time asks for, and not oftener', async () => {
    let pauses = 0;
    let time = 0;
    const pause = (): Promise<void> => {
      pauses += 1;
      return Promise.resolve();
    };
    const page = new Page({ chunk: 8, now: () => time, pause });
    page.run(1, jobOf());
    await page.first('done');
    expect(pauses).toBe(1); // the one that lets newer runs be heard
    time = 0;
    const slow = new Page({ chunk: 8, now: () => time++, pause });
    pauses = 0;
    slow.run(1, longJob(2_000));
    await slow.first('done');
    expect(pauses).toBeGreaterThan(3);
    expect(pauses).toBeLessThanOrEqual(time / 8 + 1);
  });
});

describe('what goes wrong', () => {
  it('is told in words, and the next run is fine', async () => {
    const page = new Page();
    page.run(1, jobOf({ T: 0 }));
    expect(await page.first('failed', 1)).toEqual({
      kind: 'failed',
      run: 1,
      words: 'There is nothing to read: the sequence has 0 steps, and at least 1 is needed.',
    });
    page.run(2, jobOf({ recipe: { changes: [{ kind: 'scale', symbol: 'W_zz', factor: 2 }] } }));
    expect((await page.first('failed', 2)).words).toBe(
      'This network has no parameter "W_zz"; it has W_xh, W_hh, b_h, W_hy, b_y.',
    );
    page.run(3, jobOf({ recipe: { initialStates: { h: [1, 2] } } }));
    expect((await page.first('failed', 3)).words).toBe('h₀ needs 4 numbers, but 2 were given.');
    page.run(4, jobOf());
    await page.first('done', 4);
  });

  it('is told before a long training, if it can be known before', async () => {
    const page = new Page();
    const { rows } = jobOf().recipe.training;
    page.run(1, jobOf({ T: 0, recipe: { training: { rows, epochs: 1e10, learningRate: 0.01 } } }));
    expect((await page.first('failed')).words).toMatch(/nothing to read/);
  });

  it('ends the run when an error was caught nowhere else, and is nobody\'s when nothing runs', async () => {
    const page = new Page();
    expect(page.server.report(new Error('lost'))).toBe(false);
    page.run(1, longJob());
    await page.first('started');
    expect(page.server.report(new Error('A promise was broken.'))).toBe(true);
    expect(await page.first('failed')).toEqual({ kind: 'failed', run: 1, words: 'A promise was broken.' });
    const count = page.heard.length;
    await settle();
    expect(page.heard.slice(count).filter((message) => message.kind !== 'pong')).toEqual([]);
  });

  it('is said in a student\'s words when there is no memory left', async () => {
    const page = new Page();
    page.run(1, longJob());
    await page.first('started');
    page.server.report(new RangeError('Array buffer allocation failed'));
    expect((await page.first('failed')).words).toBe(
      'The browser has no memory left for so many numbers. Take fewer steps or fewer units. (Array buffer allocation failed)',
    );
  });
});
