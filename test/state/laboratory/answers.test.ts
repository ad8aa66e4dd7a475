// The answers as the page has them: the latest whole set of each channel.
import { describe, expect, it } from 'vitest';
import { createAnswers, type PublishedSet } from '../../../src/state/laboratory/answers.ts';
import { published } from '../../../src/worker/laboratory/sets.ts';
import { answerTo, questionOf } from '../../worker/laboratory/support.ts';

const whole = (seed: number): PublishedSet => published({ flow: questionOf(seed) }, (question) => ({ answer: answerTo(question), problem: null }));

/** Answers in the test's own hands. */
function bench() {
  const heard: string[] = [];
  let publish: (channel: string, set: PublishedSet) => void = () => {};
  const answers = createAnswers((onSet) => {
    heard.push('start');
    publish = onSet;
    return { ask: (channel) => void heard.push(`ask ${channel}`), leave: (channel) => void heard.push(`leave ${channel}`) };
  });
  return { answers, heard, publish: (channel: string, set: PublishedSet) => publish(channel, set) };
}

describe('the answers of the laboratory', () => {
  it('start their workers with the first question, and only then', () => {
    const { answers, heard } = bench();
    answers.leave('main');
    expect(heard).toEqual([]);
    answers.ask('main', {});
    answers.ask('detail', {});
    expect(heard).toEqual(['start', 'ask main', 'ask detail']);
  });

  it('hold the latest set of each channel, and tell of each', () => {
    const { answers, publish } = bench();
    let told = 0;
    answers.subscribe(() => void told++);
    answers.ask('main', {});
    expect(answers.latest('main')).toBeNull();
    const [first, second, third] = [whole(1), whole(2), whole(3)];
    publish('main', first);
    publish('detail', second);
    publish('main', third);
    expect([answers.latest('main'), answers.latest('detail'), told]).toEqual([third, second, 3]);
  });

  it('stay when their channel is left, for whoever comes back', () => {
    const { answers, heard, publish } = bench();
    answers.ask('main', {});
    const set = whole(1);
    publish('main', set);
    answers.leave('main');
    expect(heard.at(-1)).toBe('leave main');
    expect(answers.latest('main')).toBe(set);
  });
});
