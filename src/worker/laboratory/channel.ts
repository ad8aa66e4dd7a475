// One channel of questions: a set is under way, the latest that was asked since waits behind it, and what was answered last is remembered.
import type { Pool, Task } from './pool.ts';
import { published, questionKey, sameQuestions, type Outcome, type PublishedSet, type QuestionSet } from './sets.ts';

interface ChannelSettings {
  readonly pool: Pick<Pool, 'add' | 'drop'>;
  /** A set is whole. */
  readonly whole: (set: PublishedSet) => void;
  readonly grace: number;
  readonly rest: (taken: number) => number;
  readonly now: () => number;
  readonly later: (callback: () => void, milliseconds: number) => () => void;
}

/** A question under way by its key: its task, or what became of it. */
type Errands = Map<string, Task | Outcome>;

interface UnderWay {
  readonly questions: QuestionSet;
  readonly errands: Errands;
  /** When the first of its questions was sent to a worker; null while a newer set can take its place at no cost. */
  beganAt: number | null;
}

const isOutcome = (errand: Task | Outcome): errand is Outcome => 'answer' in errand;

export class Channel {
  private readonly name: string;
  private readonly settings: ChannelSettings;
  /** The last whole set, and its answers by key. */
  private last: PublishedSet | null = null;
  private answers = new Map<string, Outcome>();
  private current: UnderWay | null = null;
  private waiting: QuestionSet | null = null;
  private stopTimer: () => void = () => {};
  /** No set begins before that: the picture of the last one has its turn. */
  private restsUntil = -Infinity;

  constructor(name: string, settings: ChannelSettings) {
    this.name = name;
    this.settings = settings;
  }

  ask(questions: QuestionSet): void {
    const { current } = this;
    this.waiting = null;
    if (!current) {
      if (!this.isAnswered(questions)) this.beginRested(questions);
    } else if (!sameQuestions(questions, current.questions)) {
      this.waiting = questions;
      this.giveWay();
    }
  }

  /** Drops what is under way. */
  leave(): void {
    this.stopTimer();
    this.waiting = null;
    const { current } = this;
    this.current = null;
    if (current) this.dropAll(current.errands);
  }

  /** Whether the last whole set has all of these answers. A problem is worth another try. */
  private isAnswered(questions: QuestionSet): boolean {
    const { last } = this;
    return last !== null && sameQuestions(questions, last.questions) && Object.values(last.problems).every((problem) => problem === null);
  }

  /** Begins a set, as soon as the rest after the last one is over. */
  private beginRested(questions: QuestionSet): void {
    const { now, later } = this.settings;
    const left = this.restsUntil - now();
    if (left <= 0) return this.begin(questions);
    this.waiting = questions;
    this.stopTimer();
    this.stopTimer = later(() => {
      if (this.waiting) this.ask(this.waiting);
    }, left);
  }

  /** Begins a set. What is known, or is under way for the set before, is not asked again. */
  private begin(questions: QuestionSet): void {
    this.stopTimer();
    this.waiting = null;
    const former: Errands = this.current?.errands ?? new Map();
    const fresh: Task[] = [];
    const errands: Errands = new Map();
    for (const question of Object.values(questions)) {
      const key = questionKey(question);
      if (errands.has(key)) continue;
      const errand = this.answers.get(key) ?? former.get(key) ?? this.taskOf(key, question);
      if (!isOutcome(errand) && errand !== former.get(key)) fresh.push(errand);
      former.delete(key);
      errands.set(key, errand);
    }
    const hasBegun = this.current?.beganAt != null && [...errands.values()].some((errand) => !isOutcome(errand) && !fresh.includes(errand));
    this.current = { questions, errands, beganAt: hasBegun ? this.settings.now() : null };
    this.dropAll(former);
    this.settings.pool.add(fresh);
    this.finish();
  }

  private taskOf(key: string, question: Task['question']): Task {
    const task: Task = {
      channel: this.name,
      question,
      begun: () => {
        const { current } = this;
        if (current?.errands.get(key) === task) current.beganAt ??= this.settings.now();
      },
      ended: (outcome) => {
        const { current } = this;
        if (current?.errands.get(key) !== task) return;
        current.errands.set(key, outcome);
        this.finish();
      },
    };
    return task;
  }

  /** Publishes the current set if it is whole, and begins the one that waits. */
  private finish(): void {
    const { current } = this;
    if (!current) return;
    const outcomes = new Map<string, Outcome>();
    for (const [key, errand] of current.errands) if (isOutcome(errand)) outcomes.set(key, errand);
    if (outcomes.size < current.errands.size) return;
    this.stopTimer();
    this.current = null;
    this.answers = new Map([...outcomes].filter(([, { problem }]) => problem === null));
    this.last = published(current.questions, (question) => outcomes.get(questionKey(question)) ?? { answer: null, problem: 'It was not asked.' });
    this.settings.whole(this.last);
    const now = this.settings.now();
    this.restsUntil = now + this.settings.rest(now - (current.beganAt ?? now));
    const { waiting } = this;
    if (waiting) this.ask(waiting);
  }

  /** The waiting set takes the current one's place at once, or as soon as its grace is over. */
  private giveWay(): void {
    const { current, waiting } = this;
    if (!current || !waiting) return;
    const { grace, now, later } = this.settings;
    const left = current.beganAt === null ? 0 : current.beganAt + grace - now();
    this.stopTimer();
    if (left <= 0) this.begin(waiting);
    else this.stopTimer = later(() => this.giveWay(), left);
  }

  private dropAll(errands: Errands): void {
    for (const errand of errands.values()) if (!isOutcome(errand)) this.settings.pool.drop(errand);
  }
}
