import { act, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { describe, expect, test } from 'vitest';
import { createAnswers, type PublishedSet } from '../../../../src/state/laboratory/answers.ts';
import { laboratoryCommand } from '../../../../src/state/laboratory/edit.ts';
import { setupsOf } from '../../../../src/state/laboratory/setups.ts';
import { published } from '../../../../src/worker/laboratory/sets.ts';
import { AnswersContext } from '../../../../src/view/panels/laboratory/answersContext.ts';
import { useAnswers, useLaboratory } from '../../../../src/view/panels/laboratory/hooks.ts';
import { drawPage } from '../../page.tsx';

/** Answers in the test's own hands. */
function bench() {
  const asked: string[] = [];
  const open = new Set<string>();
  let latest: PublishedSet['questions'] = {};
  let publish: (channel: string, set: PublishedSet) => void = () => {};
  const answers = createAnswers((onSet) => {
    publish = onSet;
    return {
      ask: (channel, questions) => {
        open.add(channel);
        latest = questions;
        asked.push(Object.values(questions).map(({ setup }) => setup.sequence.steps).join(' '));
      },
      leave: (channel) => void open.delete(channel),
    };
  });
  /** What was asked last cannot be answered: the words come as they would from the worker. */
  const refuse = (words: string): void => act(() => publish('test', published(latest, () => ({ answer: null, problem: words }))));
  return { answers, asked, open, refuse };
}

function Reader() {
  const setup = setupsOf(useLaboratory()).rnn_tanh;
  const set = useAnswers('test', { flow: { kind: 'flow', setup, quantity: 'state' } });
  return <p data-testid="set">{set ? `${set.questions.flow.setup.sequence.steps} ${set.problems.flow}` : 'nothing'}</p>;
}

const drawn = (work: ReturnType<typeof bench>) =>
  drawPage(
    <StrictMode>
      <AnswersContext.Provider value={work.answers}>
        <Reader />
      </AnswersContext.Provider>
    </StrictMode>,
  );

describe('asking the laboratory', () => {
  test('asks when the settings change, and shows the last whole set with its own questions until the newer one is there', () => {
    const work = bench();
    const page = drawn(work);
    const shown = (): string => screen.getByTestId('set').textContent ?? '';
    expect(shown()).toBe('nothing');
    work.refuse('no');
    expect(shown()).toBe('30 no');
    const edit = (steps: number): void => {
      const { document, dispatch } = page.stores.documents.getState();
      act(() => void dispatch(laboratoryCommand(document, { steps })));
    };
    edit(50);
    expect(shown()).toBe('30 no');
    work.refuse('not yet');
    expect(shown()).toBe('50 not yet');
    expect(new Set(work.asked)).toEqual(new Set(['30', '50']));
  });

  test('does not ask again when something else changes', () => {
    const work = bench();
    const page = drawn(work);
    const { length } = work.asked;
    const { document, dispatch } = page.stores.documents.getState();
    act(() => void dispatch(laboratoryCommand(document, { window: 3 })));
    expect(work.asked).toHaveLength(length);
  });

  test('leaves the channel when nobody looks any more', () => {
    const work = bench();
    const page = drawn(work);
    expect([...work.open]).toEqual(['test']);
    page.unmount();
    expect([...work.open]).toEqual([]);
  });
});
