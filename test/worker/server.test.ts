// The worker's end, spoken to over a MessageChannel as the page would.
import { describe, expect, it } from 'vitest';
import type { Job } from '../../src/engine/job.ts';
import { createNetwork } from '../../src/engine/network.ts';
import { createTrace } from '../../src/engine/run/trace.ts';
import { firstNonFinite, Pass } from '../../src/engine/run/pass.ts';
import { frameBytes, unpack } from '../../src/worker/frame.ts';
import { Page, steppingClock } from './channel.ts';
import { allRows, denseExampleOf, difference, direct, jobOf, longJob, settle, traceDifferences } from './support.ts';

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
  'an initial state of its own': jobOf({ recipe: { initialState: [0.5, -0.25, 0, 1] } }),
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
      if (job.recipe.initialState) new Pass(trace, right.parameters).start(job.recipe.initialState);
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
  it('ends with "cancelled", after which no message of it comes, when a newer run is asked for', async () => {
    const page = new Page();
    page.run(1, longJob());
    await page.count('frame', 5);
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

  it('is not called off by a cancel that names another run', async () => {
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
    page.run(3, jobOf({ recipe: { initialState: [1, 2] } }));
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
