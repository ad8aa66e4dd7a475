// Questions, an engine that answers them at the test's own pace, and workers over a MessageChannel with a hand on each.
import { onTestFinished } from 'vitest';
import type { Question } from '../../../src/engine/laboratory/questions.ts';
import type { WorkerHandle, WorkerListener } from '../../../src/worker/handle.ts';
import type { Answer, FromLaboratory, ToLaboratory } from '../../../src/worker/laboratory/protocol.ts';
import { serveLaboratory, type AnswerQuestion, type LaboratoryServerOptions } from '../../../src/worker/laboratory/server.ts';
import type { CreateLaboratoryWorker } from '../../../src/worker/laboratory/spawn.ts';

export type FlowQuestion = Extract<Question, { kind: 'flow' }>;

/** A question that the seed tells from others; `moments` is how many pauses its answer takes. */
export const questionOf = (seed: number, moments = 1, cell: 'rnn_tanh' | 'lstm' = 'rnn_tanh'): FlowQuestion => ({
  kind: 'flow',
  quantity: 'state',
  setup: {
    sequence: { steps: moments, seed, strength: 1, lossAt: moments },
    network: { cell, hiddenSize: 2, scheme: 'uniform', stretch: null, gateBias: null },
  },
});

const facts = { parameterCount: 1, hiddenSize: 2, stretch: 1, radius: 1, gamma: 1, loss: 0, overflow: null, deadUnits: 0 };

/** The answer by which a test knows whose it is: its first norm is the question's seed. */
export const answerTo = ({ setup }: Question): Answer => ({ facts, norms: Float64Array.of(setup.sequence.seed, setup.sequence.steps) });

/** The seed of the question that an answer is for. */
export const seedOf = (answer: Answer | null): number | null => (answer && 'norms' in answer ? (answer.norms[0] ?? null) : null);

/** Answers after as many moments as the question has steps; a seed below 0 cannot be answered. */
export class FakeEngine {
  readonly begun: number[] = [];
  readonly answered: number[] = [];

  readonly answer: AnswerQuestion = function* (this: FakeEngine, question: Question): Generator<void, Answer> {
    const { seed, steps } = question.setup.sequence;
    this.begun.push(seed);
    for (let moment = 0; moment < steps; moment++) yield;
    if (seed < 0) throw new Error(`A seed is at least 0, but it is ${seed}.`);
    this.answered.push(seed);
    return answerTo(question);
  }.bind(this);
}

/** A pause that lasts until the test ends it. */
export class Pauses {
  private waiting: (() => void)[] = [];
  readonly pause = (): Promise<void> => new Promise((resolve) => void this.waiting.push(resolve));

  get count(): number {
    return this.waiting.length;
  }

  end(): void {
    for (const each of this.waiting.splice(0)) each();
  }
}

interface Made {
  readonly listener: WorkerListener<FromLaboratory>;
  readonly heard: ToLaboratory[];
  isOver: boolean;
}

/** Workers as `createWorker` makes them. A mute one says that it is ready and nothing more. */
export class LaboratoryWorkshop {
  readonly made: Made[] = [];
  private readonly answer: AnswerQuestion;
  private readonly options: LaboratoryServerOptions;
  private readonly isMute: (index: number) => boolean;

  constructor(answer: AnswerQuestion, options: LaboratoryServerOptions = {}, isMute: (index: number) => boolean = () => false) {
    this.answer = answer;
    this.options = options;
    this.isMute = isMute;
  }

  readonly create: CreateLaboratoryWorker = (listener) => {
    const { port1, port2 } = new MessageChannel();
    const index = this.made.length;
    port1.onmessage = ({ data }: MessageEvent<FromLaboratory>) => {
      if (data.kind === 'ready' || !this.isMute(index)) listener.message(data);
    };
    const server = serveLaboratory(port2, this.answer, this.options);
    const made: Made = { listener, heard: [], isOver: false };
    const handle: WorkerHandle<ToLaboratory> = {
      postMessage: (message, transfer = []) => {
        made.heard.push(message);
        port1.postMessage(message, transfer);
      },
      terminate: () => {
        made.isOver = true;
        server.close();
        port1.close();
        port2.close();
      },
    };
    this.made.push(made);
    onTestFinished(() => handle.terminate());
    return handle;
  };
}
