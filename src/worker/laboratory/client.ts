// The page's end of the laboratory: channels of questions, answered by a pool of workers, and published set by set, never half of one.
import { Channel } from './channel.ts';
import { laboratorySettings, type LaboratoryOptions, type LaboratorySettings } from './options.ts';
import { Pool } from './pool.ts';
import type { PublishedSet, QuestionSet } from './sets.ts';

export interface LaboratoryClient {
  /**
   * Asks a set of questions on a channel. What is under way there may still be published before it, if it is soon whole; what waits is
   * given up. A set that is published already, with all its answers, is not published again. Questions must not be changed afterwards.
   */
  ask(channel: string, questions: QuestionSet): void;
  /** Nobody looks at this channel any more: what is under way is dropped. What was published last is still known to whoever comes back. */
  leave(channel: string): void;
  /** For tests: kills all workers, as by an error. */
  crash(): void;
  /** Ends the workers; nothing is published any more. */
  dispose(): void;
}

export function createLaboratory(options: LaboratoryOptions): LaboratoryClient {
  return new Client(laboratorySettings(options));
}

class Client implements LaboratoryClient {
  private readonly settings: LaboratorySettings;
  private readonly pool: Pool;
  private readonly channels = new Map<string, Channel>();
  /** Whole sets by channel that come with the next picture. */
  private readonly ready = new Map<string, PublishedSet>();
  private isScheduled = false;
  private isDisposed = false;

  constructor(settings: LaboratorySettings) {
    this.settings = settings;
    this.pool = new Pool(settings, settings.size);
  }

  ask(channel: string, questions: QuestionSet): void {
    if (!this.isDisposed) this.channelOf(channel).ask(questions);
  }

  leave(channel: string): void {
    this.channels.get(channel)?.leave();
  }

  crash(): void {
    this.pool.crash();
  }

  dispose(): void {
    this.isDisposed = true;
    for (const channel of this.channels.values()) channel.leave();
    this.ready.clear();
    this.pool.close();
  }

  private channelOf(name: string): Channel {
    let channel = this.channels.get(name);
    if (!channel) {
      const { pool } = this;
      channel = new Channel(name, { ...this.settings, pool, whole: (set) => this.publish(name, set) });
      this.channels.set(name, channel);
    }
    return channel;
  }

  private publish(channel: string, set: PublishedSet): void {
    this.ready.set(channel, set);
    if (this.isScheduled) return;
    this.isScheduled = true;
    this.settings.schedule(() => {
      this.isScheduled = false;
      const sets = [...this.ready];
      this.ready.clear();
      for (const [name, each] of sets) this.settings.onSet(name, each);
    });
  }
}
