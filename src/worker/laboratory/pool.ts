// Workers that share the questions of all channels. Each has one question at a time; channels take turns, and of one channel's questions
// the one that took longest the last time comes first, so that a set is whole sooner.
import type { Question } from '../../engine/laboratory/questions.ts';
import { Link, type LinkSettings } from '../link.ts';
import { wordsOf } from '../words.ts';
import type { FromLaboratory, ToLaboratory } from './protocol.ts';
import type { Outcome } from './sets.ts';

export interface Task {
  readonly channel: string;
  readonly question: Question;
  /** It is sent to a worker. */
  readonly begun: () => void;
  readonly ended: (outcome: Outcome) => void;
}

type Said = Exclude<FromLaboratory, { kind: 'ready' | 'pong' }>;

/** A task on its way, with the workers it has lost. */
interface Errand {
  readonly task: Task;
  losses: number;
}

interface Line {
  readonly link: Link<ToLaboratory, Said>;
  /** What its worker has been asked and has not said the end of; null: it is free. */
  asked: number | null;
  /** For whom; null also where nobody waits for it any more. */
  errand: Errand | null;
}

/** Workers that one question may lose before it is given up. */
const lossLimit = 3;

const givenUp = (why: string): string =>
  `The background worker was lost ${lossLimit} times in a row on this computation (${why}), so it was given up. Take fewer steps or fewer units, or try once more.`;

const kindOf = ({ kind, setup }: Question): string => `${kind} ${setup.network.cell}`;

export class Pool {
  private readonly settings: LinkSettings<ToLaboratory, Said>;
  private readonly size: number;
  private readonly lines: Line[] = [];
  private waiting: Errand[] = [];
  private lastId = 0;
  /** Channels in the order in which they were served, the latest last. */
  private served: string[] = [];
  /** By kind of question and cell: the milliseconds that the last one took. */
  private readonly took = new Map<string, number>();

  constructor(settings: LinkSettings<ToLaboratory, Said>, size: number) {
    this.settings = settings;
    this.size = size;
  }

  /** Of tasks that are added together the longest is begun first. */
  add(tasks: readonly Task[]): void {
    this.waiting.push(...tasks.map((task) => ({ task, losses: 0 })));
    this.goOn();
  }

  /** Nobody waits for this task any more. */
  drop(task: Task): void {
    this.waiting = this.waiting.filter((errand) => errand.task !== task);
    const line = this.lines.find(({ errand }) => errand?.task === task);
    if (line?.asked == null) return;
    line.link.tell({ kind: 'drop', id: line.asked });
    line.errand = null;
  }

  /** Ends all workers. */
  close(): void {
    this.waiting = [];
    for (const { link } of this.lines.splice(0)) link.close();
  }

  /** For tests: every worker dies, with an error that is seen at once. */
  crash(): void {
    for (const { link } of this.lines) link.lose('it was crashed on purpose');
  }

  private goOn(): void {
    while (this.waiting.length > 0) {
      const line = this.freeLine();
      const errand = line && this.take();
      if (!errand) return;
      this.send(line, errand);
    }
  }

  private freeLine(): Line | null {
    const free = this.lines.find(({ asked }) => asked === null);
    if (free) return free;
    // In the page itself more servers would only get in each other's way.
    const isOnPage = this.lines.some(({ link }) => link.notice !== null);
    return isOnPage || this.lines.length >= this.size ? null : this.newLine();
  }

  /** Takes the errand that is next: of the channel with the fewest under way, among those of the one served longest ago. */
  private take(): Errand | null {
    const rank = (channel: string): number =>
      this.lines.filter(({ errand }) => errand?.task.channel === channel).length * 1e6 + this.served.indexOf(channel);
    const duration = ({ task }: Errand): number => this.took.get(kindOf(task.question)) ?? 0;
    const [next] = this.waiting.toSorted(
      (a, b) => rank(a.task.channel) - rank(b.task.channel) || b.losses - a.losses || duration(b) - duration(a),
    );
    if (!next) return null;
    this.waiting = this.waiting.filter((errand) => errand !== next);
    const { channel } = next.task;
    this.served = [...this.served.filter((each) => each !== channel), channel];
    return next;
  }

  private send(line: Line, errand: Errand): void {
    line.asked = ++this.lastId;
    line.errand = errand;
    try {
      line.link.send({ kind: 'ask', id: line.asked, question: errand.task.question });
    } catch (error) {
      this.release(line);
      errand.task.ended({ answer: null, problem: wordsOf(error) });
      return;
    }
    errand.task.begun();
  }

  private newLine(): Line {
    const line: Line = {
      asked: null,
      errand: null,
      link: new Link<ToLaboratory, Said>(this.settings, {
        hear: (message) => this.hear(line, message),
        lost: (why) => this.lost(line, why),
        absent: () => this.absent(line),
      }),
    };
    this.lines.push(line);
    return line;
  }

  private hear(line: Line, message: Said): void {
    if (message.id !== line.asked) return;
    const { errand } = line;
    this.release(line);
    if (errand && message.kind === 'answered') {
      this.took.set(kindOf(errand.task.question), message.milliseconds);
      errand.task.ended({ answer: message.answer, problem: null });
    } else if (errand && message.kind === 'failed') {
      errand.task.ended({ answer: null, problem: message.words });
    }
    this.goOn();
  }

  private release(line: Line): Errand | null {
    const { errand } = line;
    line.asked = null;
    line.errand = null;
    line.link.rest();
    return errand;
  }

  /** A worker died: a fresh one comes with what it is sent next, and its question is asked again. */
  private lost(line: Line, why: string): void {
    const errand = this.release(line);
    if (errand && ++errand.losses >= lossLimit) errand.task.ended({ answer: null, problem: givenUp(why) });
    else if (errand) this.waiting.push(errand);
    this.goOn();
  }

  /** There are no workers here: one line, in the page, does everything. */
  private absent(line: Line): void {
    const errand = this.release(line);
    if (errand) this.waiting.push(errand);
    const other = this.lines.findIndex((each) => each !== line && each.link.notice !== null);
    if (other >= 0) this.lines.splice(this.lines.indexOf(line), 1);
    this.goOn();
  }
}
