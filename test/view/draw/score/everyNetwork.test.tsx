import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { arrivalSymbol } from '../../../../src/engine/clock/ways.ts';
import { PlainColumns } from '../../../../src/view/draw/score/PlainColumns.tsx';
import { Score, type ScoreProps } from '../../../../src/view/draw/score/Score.tsx';
import { movingParts } from '../../../../src/view/draw/score/useMovingParts.ts';
import type { Scene } from '../../../../src/view/scene/scene.ts';
import { play, type Given } from '../scenes.ts';

// What is fetched after the first picture is there.
await movingParts.fetch();

const kinds: readonly (Given & { name: string })[] = [
  { name: 'a picture and its class', task: 'pictures', cell: 'feedforward_tanh' },
  { name: 'a picture and its class, recurrent', task: 'pictures', cell: 'lstm' },
  { name: 'captions', task: 'captions', cell: 'gru' },
  { name: 'names', task: 'names', cell: 'rnn_tanh' },
  { name: 'a review, two biases', task: 'reviews', cell: 'rnn_relu', biases: 'two' },
  { name: 'a review, LSTM with gates', task: 'reviews', cell: 'lstm', gates: true },
  { name: 'a review both ways, GRU', task: 'reviews', cell: 'gru', bidirectional: true },
  { name: 'letters, LSTM', task: 'letters', cell: 'lstm' },
  { name: 'frames both ways', task: 'frames', cell: 'rnn_sigmoid', bidirectional: true },
  { name: 'a gap both ways, LSTM with gates', task: 'gap', cell: 'lstm', bidirectional: true, gates: true },
  { name: 'a translation, LSTM', task: 'translation', cell: 'lstm' },
  { name: 'a translation, original GRU with gates', task: 'translation', cell: 'gru_original', gates: true },
];

/** Wide enough that every column is in view, in numbers. */
function draw(scene: Scene, given: Partial<ScoreProps> = {}) {
  return render(<Score scene={scene} width={3400} height={900} fold={0} selection={null} onSelect={() => {}} onHover={() => {}} digits={2} {...given} />);
}

const norm = (vector: readonly number[]): number => Math.hypot(...vector);

describe.each(kinds)('the score of $name', (kind) => {
  const at = play({ ...kind, epochs: 0 });
  const isBack = (moment: { phase: string }): boolean => moment.phase === 'update';

  it('shows every state and every output once the way forward is done, with the engine’s numbers, and no gradient before its time', () => {
    const scene = at((moment) => moment.phase === 'loss');
    const { container } = draw(scene);
    const { chains, slots } = scene.network.program;
    const shown = (symbol: string, t: number): number[] => [...container.querySelectorAll(`[data-symbol="${symbol}"][data-t="${t}"][data-value]`)].map((mark) => Number(mark.getAttribute('data-value')));
    const answer = slots[scene.anatomy.answer]!;
    for (const { row } of scene.trace.steps.flatMap(({ readout }) => (readout ? [readout] : []))) expect(shown(answer.symbol, row)).toHaveLength(answer.size);
    for (const { chain, row } of scene.trace.steps) {
      for (const slot of chains[chain]!.states) {
        const { symbol, size } = slots[slot]!;
        expect(shown(symbol, row)).toEqual(Array.from({ length: size }, (_, k) => scene.numbers.value({ symbol, t: row, unit: k + 1 })));
      }
    }
    for (const mark of container.querySelectorAll('[data-value]')) {
      const [unit, column] = mark.getAttribute('data-unit')!.split(',').map(Number);
      const t = mark.getAttribute('data-t');
      const reference = { symbol: mark.getAttribute('data-symbol')!, t: t === null ? undefined : Number(t), unit, column };
      expect(Number(mark.getAttribute('data-value'))).toBe(scene.numbers.value(reference));
    }
    expect(container.querySelectorAll('[data-norm]')).toHaveLength(0);
    expect(container.querySelectorAll('[data-edge]').length).toBeGreaterThan(1);
  });

  it('has an edge for every state that goes on and every state that is read out, as wide as what came back over it', () => {
    const scene = at(isBack);
    const { container } = draw(scene);
    const { chains, slots, reads } = scene.network.program;
    const edges = [...container.querySelectorAll('[data-edge][data-norm]')].map((edge) => ({
      name: `${edge.getAttribute('data-gradient')} ${edge.getAttribute('data-t')}`, norm: Number(edge.getAttribute('data-norm')),
    }));
    const vector = (symbol: string, t: number, size: number): number[] => Array.from({ length: size }, (_, k) => scene.numbers.value({ symbol, t, unit: k + 1 }));
    const expected = scene.trace.steps.flatMap(({ chain, previousChain, previousRow, readout }) => [
      ...chains[chain]!.states.map((_, k) => ({ slot: chains[previousChain]!.states[k]!, t: previousRow, way: 'next' as const })),
      ...(readout ? readout.stateRows.map((t, r) => ({ slot: chains[reads[r]!]!.states[0] ?? -1, t, way: 'out' as const })) : []),
    ]);
    for (const { slot, t, way } of expected.filter((each) => each.slot >= 0)) {
      const { symbol, size } = slots[slot]!;
      const found = edges.find(({ name }) => name === `${arrivalSymbol(symbol, way)} ${t}`);
      expect(found, `${arrivalSymbol(symbol, way)} ${t}`).toBeDefined();
      expect(found!.norm).toBeCloseTo(norm(vector(arrivalSymbol(symbol, way), t, size)), 12);
    }
    expect(new Set(edges.map(({ name }) => name)).size).toBe(edges.length);
    // A coordinate that is no number would draw nothing, in silence.
    expect(container.innerHTML).not.toMatch(/ (x|y|width|height|d|transform|font-size)="[^"]*(NaN|Infinity|undefined)/);
  });

  it('does every operation somewhere: a box is at work while one is done in a cell', () => {
    const scene = at((moment) => moment.phase === 'forward' && moment.kind === 'compute');
    const { container } = draw(scene);
    const made = scene.moment!.makes;
    expect(container.querySelectorAll(`[data-symbol="${CSS.escape(made)}"][data-value]`).length).toBeGreaterThan(0);
    expect(container.querySelectorAll('.score-state.is-now')).toHaveLength(1);
  });
});

describe('the score of two directions', () => {
  const at = play({ task: 'frames', cell: 'rnn_tanh', bidirectional: true, epochs: 0 });

  it('lights both states while they are joined', () => {
    const { container } = draw(at((moment) => moment.makes === 'u'));
    expect(container.querySelectorAll('.score-state.is-now')).toHaveLength(2);
  });

  it('labels the arrows of the second direction with its own factors', () => {
    const scene = at((moment) => moment.phase === 'update');
    const { container } = draw(scene);
    const factor = container.querySelector('[data-symbol="factor.reverse"][data-t="2"]');
    expect(Number(factor?.getAttribute('data-value'))).toBe(scene.numbers.factor(2, 1));
    expect(screen.getByRole('button', { name: /^reverse factor of step 2, ×/ })).toBeInTheDocument();
  });

  it('says in words how it is unrolled', () => {
    draw(at());
    expect(screen.getByRole('group', { name: /unrolled over 5 steps in both directions/ })).toBeInTheDocument();
  });
});

describe('the score of an encoder and a decoder', () => {
  const at = play({ task: 'translation', cell: 'lstm', epochs: 0 });

  it('says that the state is handed over, each state by a road of its own', () => {
    const { container } = draw(at((moment) => moment.chain === 1));
    expect(screen.getAllByText('state handed over')).toHaveLength(2);
    expect(container.querySelectorAll('[data-edge^="state h.encoder"], [data-edge^="state c.encoder"]').length).toBeGreaterThanOrEqual(4);
  });

  it('reads what should have come out under teacher forcing, and says so where there is room', () => {
    const { container } = draw(at());
    expect(container.querySelectorAll('[data-edge^="fed"]')).toHaveLength(4);
    expect(screen.getAllByText('the true one').length).toBeGreaterThan(0);
  });

  it('is rewired by a switch: with free running the output itself is read', () => {
    const { container } = draw(play({ task: 'translation', feeding: 'free', epochs: 0 })());
    expect(container.querySelectorAll('[data-edge^="fed"] .is-output')).toHaveLength(4);
    expect(screen.getAllByText('fed back').length).toBeGreaterThan(0);
  });

  it('has no such arrows where inputs are not outputs', () => {
    const { container } = draw(play({ task: 'reviews', epochs: 0 })());
    expect(container.querySelectorAll('[data-edge^="fed"]')).toHaveLength(0);
  });
});

describe('a plain figure', () => {
  it.each(kinds)('of $name has a box for each state, input and output, and no number', (kind) => {
    const scene = play({ ...kind, epochs: 0 })();
    const { container } = draw(scene, { width: 220, height: 200, Plain: PlainColumns });
    const states = scene.trace.steps.reduce((sum, { chain }) => sum + Math.max(scene.network.program.chains[chain]!.states.length, 1), 0);
    const gates = scene.anatomy.staves.some((stave) => stave.kind === 'gates') ? scene.trace.steps.length : 0;
    expect(container.querySelectorAll('.score-plain.is-state')).toHaveLength(states + gates);
    expect(container.querySelectorAll('.score-plain.is-output')).toHaveLength(scene.trace.steps.filter(({ readout }) => readout).length);
    expect(container.querySelectorAll('text, [data-value]')).toHaveLength(0);
    expect(screen.getByRole('img', { name: /unrolled over/ })).toBeInTheDocument();
  });
});
