// The laboratory worker's end: answers questions one after another, in chunks of some milliseconds, so that one can be dropped on the way.
import type { Question } from '../../engine/laboratory/questions.ts';
import { nextTurn } from '../turn.ts';
import { wordsOf } from '../words.ts';
import type { Answer, FromLaboratory, ToLaboratory } from './protocol.ts';
import { buffersOf } from './transfer.ts';

/** What a worker's global scope and a port of a MessageChannel have in common. */
interface LaboratoryPort {
  postMessage(message: FromLaboratory, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToLaboratory>) => void) | null;
}

/** Computes an answer and yields now and then; throws an `Error` in words. The arrays of an answer are given away. */
export type AnswerQuestion = (question: Question) => Generator<void, Answer>;

export interface LaboratoryServerOptions {
  /** Milliseconds of work between two pauses. */
  readonly chunk?: number;
  /** Milliseconds, from any beginning. */
  readonly now?: () => number;
  /** Resolves when messages that were waiting have been heard. */
  readonly pause?: () => Promise<void>;
}

export interface LaboratoryServer {
  /** Ends the question under way with this error, in words. False where there is none. */
  report(error: unknown): boolean;
  /** Drops everything and hears no more. */
  close(): void;
}

/** Begins to hear a port. */
export function serveLaboratory(port: LaboratoryPort, answer: AnswerQuestion, options: LaboratoryServerOptions = {}): LaboratoryServer {
  const server = new QuestionServer(port, answer, options);
  port.onmessage = ({ data }) => server.hear(data);
  port.postMessage({ kind: 'ready' }, []);
  return server;
}

interface Asked {
  readonly id: number;
  readonly question: Question;
}

class QuestionServer implements LaboratoryServer {
  private readonly port: LaboratoryPort;
  private readonly answer: AnswerQuestion;
  private readonly chunk: number;
  private readonly now: () => number;
  private readonly pause: () => Promise<void>;
  private waiting: Asked[] = [];
  /** Being `current` is what keeps a question going. */
  private current: Asked | null = null;

  constructor(port: LaboratoryPort, answer: AnswerQuestion, { chunk = 8, now = () => performance.now(), pause = nextTurn }: LaboratoryServerOptions) {
    this.port = port;
    this.answer = answer;
    this.chunk = chunk;
    this.now = now;
    this.pause = pause;
  }

  hear(message: ToLaboratory): void {
    switch (message.kind) {
      case 'ask':
        this.waiting.push({ id: message.id, question: message.question });
        this.goOn();
        break;
      case 'drop':
        this.drop(message.id);
        break;
      case 'ping':
        this.port.postMessage({ kind: 'pong', beat: message.beat }, []);
        break;
    }
  }

  report(error: unknown): boolean {
    if (!this.current) return false;
    this.end({ kind: 'failed', id: this.current.id, words: wordsOf(error) });
    return true;
  }

  close(): void {
    this.waiting = [];
    this.current = null;
    this.port.onmessage = null;
  }

  private drop(id: number): void {
    if (this.current?.id === id) {
      this.end({ kind: 'dropped', id });
    } else if (this.waiting.some((asked) => asked.id === id)) {
      this.waiting = this.waiting.filter((asked) => asked.id !== id);
      this.port.postMessage({ kind: 'dropped', id }, []);
    }
  }

  private goOn(): void {
    if (this.current) return;
    this.current = this.waiting.shift() ?? null;
    if (this.current) void this.work(this.current);
  }

  /** Says what became of the current question, and begins the next. */
  private end(message: Extract<FromLaboratory, { id: number }>): void {
    this.port.postMessage(message, message.kind === 'answered' ? buffersOf(message.answer) : []);
    this.current = null;
    this.goOn();
  }

  /** Drives a question to its answer, or until it is no longer the current one. */
  private async work(asked: Asked): Promise<void> {
    const beganAt = this.now();
    let since = beganAt;
    try {
      const steps = this.answer(asked.question);
      let step = steps.next();
      for (; step.done !== true; step = steps.next()) {
        if (this.now() - since < this.chunk) continue;
        await this.pause();
        since = this.now();
        if (this.current !== asked) return;
      }
      this.end({ kind: 'answered', id: asked.id, answer: step.value, milliseconds: this.now() - beganAt });
    } catch (error) {
      if (this.current === asked) this.report(error);
    }
  }
}
