import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../../src/engine/clock/clock.ts';
import type { Model as NetworkModel } from '../../../../src/engine/model.ts';
import type { Reference } from '../../../../src/engine/reference.ts';
import { anatomyOf } from '../../../../src/view/anatomy/anatomy.ts';
import { Model } from '../../../../src/view/draw/model/Model.tsx';
import * as parts from '../../../../src/view/draw/score/movingParts.ts';
import type { Paint } from '../../../../src/view/draw/score/paint.ts';
import { modelLayout } from '../../../../src/view/layout/model/model.ts';
import type { Scene } from '../../../../src/view/scene/scene.ts';
import { specOf, type Given } from '../../layout/model/specs.ts';
import { playModel } from './plays.ts';

interface Drawn extends Omit<Given, 'model'> {
  readonly isMoving?: boolean;
  readonly selection?: Reference;
}

function draw(scene: Scene, { isMoving = false, selection, ...given }: Drawn = {}) {
  const anatomy = anatomyOf(scene.network, false);
  const model = modelLayout(specOf({ ...given, model: scene.network.model }));
  // What the model does not look at is left out.
  const paint = { scene, ranges: { of: () => 1, longestGradient: 1 }, digits: 2 } as unknown as Paint;
  const { container } = render(
    <svg>
      <Model paint={paint} anatomy={anatomy} model={model} fold={given.fold ?? 0} hasOutput isMoving={isMoving} selection={selection ?? null} parts={parts} />
    </svg>,
  );
  return container;
}

const numbersOf = (root: Element, symbol: string): number[] =>
  [...root.querySelectorAll(`[data-symbol="${symbol}"]`)].map((each) => Number(each.getAttribute('data-value')));

const textOf = (root: Element): string => [...root.querySelectorAll('text')].map((each) => each.textContent).join(' | ');

const lit = (root: Element): string[] => [...root.querySelectorAll('.score-parameter.is-now')].map((each) => each.getAttribute('data-parameter') ?? '');

const at = (phase: string, test: (moment: Moment) => boolean = () => true) => (moment: Moment): boolean => moment.phase === phase && test(moment);

const networks: readonly Partial<NetworkModel>[] = [
  {}, { cell: 'lstm' }, { cell: 'gru', biases: 'two' }, { cell: 'gru_original' }, { cell: 'feedforward_relu', topology: 'one-to-one' }, { cell: 'lstm', topology: 'one-to-many' },
  { cell: 'rnn_tanh', bidirectional: true }, { cell: 'lstm', bidirectional: true, topology: 'many-to-many-synced' }, { topology: 'encoder-decoder', decoderInputSize: 4 }, { cell: 'gru', topology: 'encoder-decoder' },
];

describe('the numbers in the folded model', () => {
  it.each(networks)('are every entry of every parameter of %o', (model) => {
    const scene = playModel(model)();
    const root = draw(scene);
    for (const { symbol, rows, columns, role } of scene.network.program.parameters) {
      const entries = Array.from({ length: rows * columns }, (_, k) => scene.read({ symbol, unit: Math.floor(k / columns) + 1, ...(role === 'bias' ? {} : { column: (k % columns) + 1 }) }));
      expect([symbol, numbersOf(root, symbol)]).toEqual([symbol, entries]);
    }
  });

  it.each(networks)('are on the way back the totals so far, down to the whole gradient, of %o', (model) => {
    const play = playModel(model);
    const whole = play(at('update'));
    const scene = play(({ index }) => index === whole.clock.phases[2]!.to);
    const root = draw(scene);
    const { program } = scene.network;
    for (const { symbol, offset, rows, columns } of program.parameters) {
      const shown = numbersOf(root, `sum_d${symbol}`);
      expect([symbol, shown.length]).toEqual([symbol, rows * columns]);
      shown.forEach((value, k) => expect(value).toBeCloseTo(scene.trace.parameterGradients[offset + k]!, 12));
    }
  });

  it('are not there before the first term of a gradient has landed', () => {
    const scene = playModel({ cell: 'lstm' })(at('backward', ({ kind }) => kind === 'tile'));
    const symbol = scene.moment!.parameter!;
    expect(numbersOf(draw(scene, { isMoving: true }), `sum_d${symbol}`)).toEqual([]);
    expect(numbersOf(draw(scene), `sum_d${symbol}`).length).toBeGreaterThan(0);
  });

  it('come in the order of the second chain, which is read from the end', () => {
    const play = playModel({ bidirectional: true, topology: 'many-to-many-synced' }, 4);
    const scene = play(at('backward', ({ kind, parameter, t }) => kind === 'tile' && parameter === 'W_hh.reverse' && t === 2));
    const shown = [...draw(scene).querySelectorAll('[data-symbol="sum_dW_hh.reverse"]')];
    expect(new Set(shown.map((each) => each.getAttribute('data-t')))).toEqual(new Set(['2']));
  });

  it('are after the update the new weights, with the old ones in a corner', () => {
    const root = draw(playModel({ cell: 'gru' })(at('update')));
    expect(numbersOf(root, 'W_hz_new')).toHaveLength(16);
    expect(root.querySelectorAll('[data-parameter="W_hz"] .score-ghost')).toHaveLength(16);
  });

  it('are found by their place where there are very many', () => {
    const root = draw(playModel({ cell: 'lstm', hiddenSize: 64, inputSize: 200 })());
    expect(root.querySelectorAll('[data-matrix="W_hf"]')).toHaveLength(1);
    expect(root.querySelectorAll('[data-symbol]').length).toBeLessThan(700);
  });

  it('are written in the folded drawing', () => {
    const root = draw(playModel()(), { fold: 1 });
    expect(root.querySelectorAll('[data-parameter="W_hh"] .score-number')).toHaveLength(16);
  });
});

describe('what takes part in the operation', () => {
  it('is lit: the matrix of one gate, of the chain at work alone', () => {
    const play = playModel({ cell: 'lstm', topology: 'encoder-decoder', decoderInputSize: 4 });
    const root = draw(play(at('forward', ({ parameter }) => parameter === 'W_xg.decoder')));
    expect(lit(root)).toEqual(['W_xg.decoder']);
  });

  it('is every bias that is added at once', () => {
    expect(lit(draw(playModel({ biases: 'two' })(at('forward', ({ makes }) => makes === 'a'))))).toEqual(['b_ih', 'b_hh']);
  });

  it('is on the way to the step before every matrix that has read the state', () => {
    const root = draw(playModel({ cell: 'lstm' })(at('backward', ({ kind, makes }) => kind === 'pass' && makes === 'dh_next')));
    expect(lit(root)).toEqual(['W_hi', 'W_hf', 'W_hg', 'W_ho']);
    expect(root.querySelector('[data-loop="h"] .score-loop')).toHaveClass('is-now');
    expect(root.querySelector('[data-loop="c"] .score-loop')).not.toHaveClass('is-now');
  });

  it('has the columns of the word in view, in all gates of the cell that reads it', () => {
    const play = playModel({ cell: 'gru', bidirectional: true, topology: 'many-to-many-synced' });
    expect(draw(play(at('forward', ({ chain }) => chain === 1))).querySelectorAll('.score-lit-column')).toHaveLength(3);
    expect(draw(play(at('backward'))).querySelectorAll('.score-lit-column')).toHaveLength(0);
  });
});

describe('the letters of the folded model', () => {
  it('are those of the matrices: one for all gates', () => {
    const text = textOf(draw(playModel({ cell: 'lstm' })()));
    for (const letters of ['LSTM', 'Wx·', 'Wh·', 'Why', '| i |', '| f |', '| g |', '| o |']) expect(text).toContain(letters);
  });

  it('name the two cells of a network that has two, and what is handed over', () => {
    expect(textOf(draw(playModel({ bidirectional: true })()))).toMatch(/forward · tanh.*reverse · tanh/);
    expect(textOf(draw(playModel({ topology: 'encoder-decoder', decoderInputSize: 4 })()))).toMatch(/encoder.*decoder.*hands \| over/);
  });

  it('say which columns of the read-out belong to which direction', () => {
    expect(textOf(draw(playModel({ bidirectional: true })()))).toMatch(/forward \| reverse/);
  });

  it('say on the way back that terms are added, and show the latest of them in the tray', () => {
    const scene = playModel({}, 4)(at('backward', ({ kind, parameter, t }) => kind === 'tile' && parameter === 'W_hh' && t === 2));
    const root = draw(scene);
    expect(textOf(root)).toContain('Σ ∂L/∂Whh');
    expect([...root.querySelectorAll('.score-tray .score-time')].map((each) => each.textContent)).toEqual(['t = 4', 't = 3', 't = 2']);
  });

  it('say which columns of a wide matrix are drawn', () => {
    expect(textOf(draw(playModel({ inputSize: 300 })()))).toMatch(/columns 1–\d+ of 300/);
  });
});
