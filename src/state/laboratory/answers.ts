// The answers of the laboratory as the page has them: the latest set of each channel, and who wants to hear of a newer one.
import type { PublishedSet, QuestionSet } from '../../worker/laboratory/sets.ts';

export type { PublishedSet, QuestionSet } from '../../worker/laboratory/sets.ts';

/** What answers: the worker's client, or a test's stand-in. */
interface Answerer {
  readonly ask: (channel: string, questions: QuestionSet) => void;
  readonly leave: (channel: string) => void;
}

export interface Answers extends Answerer {
  /** The latest set of a channel; null until there is one. It stays when the channel is left, and is there at once for whoever comes back. */
  readonly latest: (channel: string) => PublishedSet | null;
  readonly subscribe: (listener: () => void) => () => void;
}

/** `start` makes what answers, with the first question; it hands every set to the function that it is given. */
export function createAnswers(start: (onSet: (channel: string, set: PublishedSet) => void) => Answerer): Answers {
  const sets = new Map<string, PublishedSet>();
  const listeners = new Set<() => void>();
  let answerer: Answerer | null = null;
  const running = (): Answerer => {
    answerer ??= start((channel, set) => {
      sets.set(channel, set);
      for (const listener of listeners) listener();
    });
    return answerer;
  };
  return {
    ask: (channel, questions) => running().ask(channel, questions),
    leave: (channel) => answerer?.leave(channel),
    latest: (channel) => sets.get(channel) ?? null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
