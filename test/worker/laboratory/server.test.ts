// The worker's end, over a MessageChannel: each question gets one end, and nothing of it follows.
import { describe, expect, it, onTestFinished } from 'vitest';
import type { FromLaboratory, ToLaboratory } from '../../../src/worker/laboratory/protocol.ts';
import { serveLaboratory, type AnswerQuestion, type LaboratoryServer, type LaboratoryServerOptions } from '../../../src/worker/laboratory/server.ts';
import { steppingClock } from '../channel.ts';
import { settle, until } from '../support.ts';
import { FakeEngine, answerTo, questionOf } from './support.ts';

/** A page that speaks the protocol by hand. */
class Page {
  readonly heard: FromLaboratory[] = [];
  readonly server: LaboratoryServer;
  private readonly port: MessagePort;

  constructor(answer: AnswerQuestion, options: LaboratoryServerOptions = {}) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    port1.onmessage = ({ data }: MessageEvent<FromLaboratory>) => void this.heard.push(data);
    this.server = serveLaboratory(port2, answer, options);
    onTestFinished(() => {
      this.server.close();
      port1.close();
      port2.close();
    });
  }

  say(message: ToLaboratory): void {
    this.port.postMessage(message);
  }

  async ends(count: number): Promise<string[]> {
    const ends = (): string[] => this.heard.flatMap((message) => ('id' in message ? [`${message.kind} ${message.id}`] : []));
    await until(() => ends().length >= count);
    await settle();
    return ends();
  }
}

describe('a worker of the laboratory', () => {
  it('says first that it hears, and answers what it is asked', async () => {
    const page = new Page(new FakeEngine().answer);
    const question = questionOf(3);
    page.say({ kind: 'ask', id: 1, question });
    await page.ends(1);
    expect(page.heard).toEqual([{ kind: 'ready' }, { kind: 'answered', id: 1, answer: answerTo(question), milliseconds: expect.any(Number) as number }]);
  });

  it('answers one question after another, in their order', async () => {
    const page = new Page(new FakeEngine().answer, { now: steppingClock() });
    page.say({ kind: 'ask', id: 1, question: questionOf(1, 30) });
    page.say({ kind: 'ask', id: 2, question: questionOf(2) });
    expect(await page.ends(2)).toEqual(['answered 1', 'answered 2']);
  });

  it('hears a ping in the middle of its work', async () => {
    const page = new Page(new FakeEngine().answer, { now: steppingClock() });
    page.say({ kind: 'ask', id: 1, question: questionOf(1, 200) });
    page.say({ kind: 'ping', beat: 5 });
    await page.ends(1);
    expect(page.heard.map(({ kind }) => kind)).toEqual(['ready', 'pong', 'answered']);
  });

  it('stops in the middle of what is dropped, and goes on with the next', async () => {
    const engine = new FakeEngine();
    const page = new Page(engine.answer, { now: steppingClock() });
    page.say({ kind: 'ask', id: 1, question: questionOf(1, 1e6) });
    page.say({ kind: 'ask', id: 2, question: questionOf(2) });
    page.say({ kind: 'drop', id: 1 });
    expect(await page.ends(2)).toEqual(['dropped 1', 'answered 2']);
    expect(engine.answered).toEqual([2]);
  });

  it('never begins what is dropped while it waits', async () => {
    const engine = new FakeEngine();
    const page = new Page(engine.answer, { now: steppingClock() });
    page.say({ kind: 'ask', id: 1, question: questionOf(1, 50) });
    page.say({ kind: 'ask', id: 2, question: questionOf(2) });
    page.say({ kind: 'drop', id: 2 });
    expect(await page.ends(2)).toEqual(['dropped 2', 'answered 1']);
    expect(engine.begun).toEqual([1]);
  });

  it('leaves alone what is dropped too late', async () => {
    const page = new Page(new FakeEngine().answer);
    page.say({ kind: 'ask', id: 1, question: questionOf(1) });
    await page.ends(1);
    page.say({ kind: 'drop', id: 1 });
    expect(await page.ends(1)).toEqual(['answered 1']);
  });

  it('says in words what cannot be answered, and answers the next', async () => {
    const page = new Page(new FakeEngine().answer);
    page.say({ kind: 'ask', id: 1, question: questionOf(-1) });
    page.say({ kind: 'ask', id: 2, question: questionOf(2) });
    expect(await page.ends(2)).toEqual(['failed 1', 'answered 2']);
    expect(page.heard).toContainEqual({ kind: 'failed', id: 1, words: 'A seed is at least 0, but it is -1.' });
  });

  it('gives the arrays of an answer away, but never a window into a larger memory', async () => {
    const [norms, memory] = [Float64Array.of(1, 2, 3), new Float64Array(10).fill(7)];
    const facts = { parameterCount: 1, hiddenSize: 1, stretch: 1, radius: 1, gamma: 1, loss: 0, overflow: null, deadUnits: 0 };
    const answers = [{ facts, norms }, { facts, norms: memory.subarray(2, 4) }];
    const page = new Page(function* () {
      yield;
      return answers.shift() ?? { facts, norms };
    });
    page.say({ kind: 'ask', id: 1, question: questionOf(1) });
    page.say({ kind: 'ask', id: 2, question: questionOf(2) });
    await page.ends(2);
    expect(page.heard.flatMap((message) => (message.kind === 'answered' && 'norms' in message.answer ? [[...message.answer.norms]] : []))).toEqual([
      [1, 2, 3],
      [7, 7],
    ]);
    expect(norms).toHaveLength(0);
    expect(memory).toHaveLength(10);
  });

  it('ends the question under way where an error was caught nowhere', async () => {
    const page = new Page(new FakeEngine().answer, { now: steppingClock() });
    expect(page.server.report(new Error('nobody asked'))).toBe(false);
    page.say({ kind: 'ask', id: 1, question: questionOf(1, 1e6) });
    await settle();
    expect(page.server.report(new Error('lost its way'))).toBe(true);
    page.say({ kind: 'ask', id: 2, question: questionOf(2) });
    expect(await page.ends(2)).toEqual(['failed 1', 'answered 2']);
  });
});
