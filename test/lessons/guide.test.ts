// The guide's words: true of the network that they speak of, and of no other.
import { describe, expect, it } from 'vitest';
import { guidePage, type Situation } from '../../src/lessons/guide.ts';

const review: Situation = {
  phase: 'ready', tokens: ['movie', 'was', 'not', 'good'], steps: 4, answers: 1, loss: 'bce', step: 'word', whole: 'sentence', inputs: 'words', isTrained: true,
  wiring: 'one way', state: 'h', layer: 'h', memories: [], gates: [], road: null, inputWeights: 'W_xh', recurrentWeights: 'W_hh', feeding: null, clipping: '',
};

const phases = ['ready', 'forward', 'loss', 'backward', 'update'] as const;

/** All that is said of a network. */
const said = (part: Partial<Situation>): string =>
  phases.map((phase) => guidePage({ ...review, ...part, phase })).map(({ title, paragraphs, next }) => [title, ...paragraphs, next].join(' ')).join(' ');

const lstm: Partial<Situation> = {
  memories: ['c'], gates: ['input gate i: how much is written', 'forget gate f: how much is kept'], road: { state: 'c', gate: 'f' }, inputWeights: '', recurrentWeights: '',
};

describe('the guide', () => {
  it('says when answers come', () => {
    expect(said({})).toContain('Only after the last word does it say');
    expect(said({ answers: 4 })).not.toContain('Only after');
    expect(said({ answers: 4 })).toContain('There is a loss at every step, and they are added.');
    expect(said({ answers: 4, wiring: 'both ways' })).toContain('none is known before the second one has come that far');
    expect(said({ answers: 3, wiring: 'encoder and decoder' })).toContain('There is a loss at every step of the decoder');
  });

  it('speaks of the one matrix only where there is one, and of gates where there are any', () => {
    expect(said({})).toContain('Each multiplies it by the same W_hhᵀ and by the activation’s slope.');
    expect(said(lstm)).not.toMatch(/W_\w|slope/);
    expect(said(lstm)).toContain('on which it is multiplied by f alone');
    expect(said(lstm)).toContain('forget gate f: how much is kept');
    expect(said({ ...lstm, memories: [], road: { state: 'h', gate: 'z' } })).toContain('z says, unit by unit, how much of the old h stays.');
  });

  it('speaks of no time and no memory where there is none', () => {
    const picture: Partial<Situation> = { steps: 0, tokens: [''], step: 'picture', whole: 'picture', inputs: 'numbers', state: '', recurrentWeights: '' };
    expect(said(picture)).not.toMatch(/remember|the memory|factor|every column|step between/);
    expect(said(picture)).toContain('multiplied with all of them');
    expect(guidePage({ ...review, ...picture }).question).toEqual({ kind: 'answer' });
  });

  it('says what is read next where outputs can be', () => {
    expect(said({ feeding: 'free' })).toContain('what it says at one step is what it reads at the next');
    expect(said({ feeding: 'teacher' })).toContain('Teacher forcing');
    expect(said({})).not.toMatch(/freely|Teacher/);
  });

  it('asks a question that the numbers answer', () => {
    expect(guidePage(review).question).toEqual({ kind: 'state', t: 3 });
    expect(guidePage({ ...review, phase: 'backward' }).question).toEqual({ kind: 'gradient' });
  });
});
