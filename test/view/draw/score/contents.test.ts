import { describe, expect, it } from 'vitest';
import { contentsOf, type Content } from '../../../../src/view/draw/score/contents.ts';
import { currentPlace } from '../../../../src/view/draw/score/current.ts';
import type { Scene } from '../../../../src/view/scene/scene.ts';
import { play, type Given } from '../scenes.ts';

const phrase = ({ sign, symbol, t, words, isLater }: Content): string => `${sign}${words ?? `${symbol}${t === undefined ? '' : `@${t}`}`}${isLater ? '…' : ''}`;

/** What stands in a stave's box at the place in view, or at another row of its sequence. */
function say(scene: Scene, id: string, row = currentPlace(scene).row, isRoomy = true): string {
  const stave = scene.anatomy.staves.find((each) => each.id === id)!;
  const isPaired = scene.moment?.phase === 'backward' || scene.moment?.phase === 'update';
  return contentsOf({ scene, place: { axis: currentPlace(scene).axis, row }, stave, isRoomy, isPaired }).contents.map(phrase).join(' ');
}

const after = (given: Given, phase: string, t: number, makes: string): Scene => play({ epochs: 0, ...given })((moment) => moment.phase === phase && moment.t === t && moment.makes === makes);

describe('a box in which something is worked', () => {
  it('shows the sum that a product belongs to, and what is only added later as an empty place', () => {
    expect(say(after({}, 'forward', 2, 'W_xh·x'), 'h')).toBe('W_xh·x@2 +W_hh·h@2 +b_h…');
    expect(say(after({ biases: 'two' }, 'forward', 2, 'a'), 'h')).toBe('W_xh·x@2 +W_hh·h@2 +b_ih +b_hh =a@2');
  });

  it('shows the sum with what it comes to, then the argument with what it is squashed to', () => {
    expect(say(after({}, 'forward', 2, 'a'), 'h')).toBe('W_xh·x@2 +W_hh·h@2 +b_h =a@2');
    expect(say(after({}, 'forward', 2, 'h'), 'h')).toBe('a@2 →h@2');
  });

  it('shows only what a long sum comes to where there is no room', () => {
    expect(say(after({}, 'forward', 2, 'a'), 'h', 2, false)).toBe('a@2');
  });

  it('shows a product with its sign, with the state of the step before where it takes that', () => {
    expect(say(after({ cell: 'lstm' }, 'forward', 2, 'f⊙c'), 'c')).toBe('f@2 ⊙c@1 =f⊙c@2');
    expect(say(after({ cell: 'lstm' }, 'forward', 2, 'c'), 'c')).toBe('f⊙c@2 +i⊙g@2 =c@2');
    expect(say(after({ cell: 'lstm' }, 'forward', 2, 'h'), 'h')).toBe('o@2 ⊙tanh_c@2 =h@2');
  });

  it('works a gate in the stave of gates where there is one, and beside the state that it leads to where there is none', () => {
    expect(say(after({ cell: 'lstm', gates: true }, 'forward', 1, 'a_o'), 'gates')).toBe('W_xo·x@1 +W_ho·h@1 +b_o =a_o@1');
    expect(say(after({ cell: 'lstm' }, 'forward', 1, 'a_o'), 'h')).toBe('W_xo·x@1 +W_ho·h@1 +b_o =a_o@1');
    expect(say(after({ cell: 'lstm' }, 'forward', 1, 'f'), 'c')).toBe('a_f@1 →f@1');
  });

  it('calls the state that a decoder is handed by its name in the encoder', () => {
    const scene = play({ task: 'translation', cell: 'lstm', epochs: 0 })((moment) => moment.makes === 'f⊙c.decoder');
    const T = scene.trace.stepCount;
    expect(say(scene, 'c')).toBe(`f.decoder@1 ⊙c.encoder@${T} =f⊙c.decoder@1`);
  });

  it('keeps the answer of the other rows: what joins both directions has twice as many', () => {
    expect(say(after({ task: 'frames', bidirectional: true }, 'forward', 3, 'u'), 'outputs')).toBe('p@3');
  });
});

describe('a box at rest', () => {
  it('shows its state, or all of its gates', () => {
    const scene = after({ cell: 'lstm', gates: true }, 'forward', 2, 'h');
    expect(say(scene, 'h', 1)).toBe('h@1');
    expect(say(scene, 'gates', 1)).toBe('i@1 f@1 g@1 o@1');
  });

  it('stands each number beside its gradient on the way back', () => {
    const scene = after({ cell: 'lstm', gates: true }, 'backward', 2, 'dh_next');
    expect(say(scene, 'c', 4)).toBe('c@4 dc@4');
    expect(say(scene, 'gates', 3)).toBe('i@3 di@3 f@3 df@3 g@3 dg@3 o@3 do@3');
  });

  it('shows the latest of the read-out, and the gradient of the score', () => {
    expect(say(after({}, 'loss', 4, 'L'), 'outputs')).toBe('p@4');
    expect(say(after({}, 'backward', 4, 'dh_out'), 'outputs')).toBe('p@4 dy@4');
  });
});

describe('where gradients meet', () => {
  it('shows each part as it comes, then their sum', () => {
    const given: Given = { task: 'letters' };
    expect(say(after(given, 'backward', 3, 'dh_out'), 'h')).toBe('h@3 output +future');
    expect(say(after(given, 'backward', 3, 'dh'), 'h')).toBe('output +future =dh@3');
  });

  it('names the parts at the memory of an LSTM: what is shown of it, and what is kept', () => {
    expect(say(after({ cell: 'lstm' }, 'backward', 3, 'dc'), 'c')).toBe('own step +future =dc@3');
  });

  it('shows what a gradient came through beside what it comes to', () => {
    expect(say(after({}, 'backward', 3, 'da'), 'h')).toBe('h@3 dh@3 →da@3');
    expect(say(after({ cell: 'lstm' }, 'backward', 3, 'da_f'), 'c')).toBe('c@3 df@3 →da_f@3');
  });

  it('keeps that while the terms for the weights are collected', () => {
    expect(say(after({}, 'backward', 3, 'dW_xh'), 'h')).toBe('h@3 dh@3 →da@3');
  });
});
