// What the reader sees inside an opened cell, on the way forward and on the way back.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../../src/engine/clock/clock.ts';
import { norm } from '../../../../src/engine/math/linear.ts';
import Inside, { type InsideProps } from '../../../../src/view/draw/inside/Inside.tsx';
import { paintOf } from '../../../../src/view/draw/score/paint.ts';
import { layoutOf } from '../../../../src/view/draw/score/scoreSpec.ts';
import type { Scene } from '../../../../src/view/scene/scene.ts';
import { minimal, run, type Asked } from './cells.ts';

const isAt = (phase: string, t: number, makes: string) => (moment: Moment) => moment.phase === phase && moment.t === t && moment.makes === makes;
const isOver = (moment: Moment): boolean => moment.phase === 'update';

function draw(scene: Scene, given: Partial<InsideProps> = {}): HTMLElement {
  const layout = layoutOf(scene, { width: 1200, height: 700, fold: 0, zoom: 1, scrollX: 0 });
  const props: InsideProps = { paint: paintOf(scene, layout, 2, false), rect: { x: 0, y: 0, width: 1000, height: 380 }, chain: 0, row: 2, stateY: [], inputX: undefined, outputX: undefined, selection: null, ...given };
  // Many tests look at one picture, so it is not taken off a page after each.
  const root = document.createElement('div');
  root.innerHTML = renderToStaticMarkup(<svg><Inside {...props} /></svg>);
  return root;
}

/** Every drawn value of a symbol at a row: by unit. */
const valuesOf = (root: Element, symbol: string, t: number): number[] =>
  [...root.querySelectorAll(`[data-symbol="${symbol}"][data-t="${t}"][data-value]`)].map((mark) => Number(mark.getAttribute('data-value')));

const exact = ({ numbers }: Scene, symbol: string, t: number, size = 4): number[] => Array.from({ length: size }, (_, k) => numbers.value({ symbol, t, unit: k + 1 }));

const edge = (root: Element, id: string): Element | null => root.querySelector(`[data-edge="${id}"]`);

describe('the inside of a cell on the way forward', () => {
  const scene = run({ cell: 'lstm' }).at(isAt('forward', 2, 'c'));
  const root = draw(scene);

  it('shows every number that is there, with all its digits', () => {
    for (const symbol of ['W_xi·x', 'W_hi·h', 'a_i', 'i', 'a_f', 'f', 'g', 'o', 'f⊙c', 'i⊙g', 'c']) expect(valuesOf(root, symbol, 2)).toEqual(exact(scene, symbol, 2));
    expect(valuesOf(root, 'h', 1)).toEqual(exact(scene, 'h', 1));
    expect(valuesOf(root, 'c', 1)).toEqual(exact(scene, 'c', 1));
  });

  it('shows none that the playhead has not come to', () => {
    expect(valuesOf(root, 'h', 2)).toEqual([]);
    expect(valuesOf(root, 'tanh_c', 2)).toEqual([]);
    expect(edge(root, 'h→next')).toHaveClass('is-future');
    expect(root.querySelectorAll('[data-norm]')).toHaveLength(0);
  });

  it('lights the operation that was just done, with the lines into it', () => {
    expect([...root.querySelectorAll('.inside-node.is-now')].map((node) => node.getAttribute('data-makes'))).toEqual(['c']);
    expect([...root.querySelectorAll('.inside-edge.is-now')].map((each) => each.getAttribute('data-edge'))).toEqual(['f⊙c→c', 'i⊙g→c']);
  });

  it('lights nothing in the cell of another step', () => {
    expect(draw(scene, { row: 1 }).querySelectorAll('.is-now')).toHaveLength(0);
  });

  it('makes every number a button with a name', () => {
    const marks = [...root.querySelectorAll('[data-value]')];
    expect(marks.length).toBeGreaterThan(60);
    for (const mark of marks) {
      expect(mark).toHaveAttribute('role', 'button');
      expect(mark.getAttribute('aria-label')).toMatch(/\[\d\], .+/);
    }
  });

  it('names its gates in words, its weights and its biases', () => {
    const text = root.textContent;
    for (const words of ['input gate', 'forget gate', 'candidate', 'output gate']) expect([...root.querySelectorAll('.inside-title')].map((each) => each.textContent)).toContain(words);
    expect(root.querySelectorAll('.inside-weight')).toHaveLength(8);
    expect(root.querySelectorAll('.inside-bias')).toHaveLength(4);
    expect(text).toContain('“was”, column 2');
  });

  it('lights the number that is selected', () => {
    const lit = draw(scene, { selection: { symbol: 'f', t: 2, unit: 3 } }).querySelectorAll('.is-lit');
    expect([...lit].map((each) => [each.getAttribute('data-symbol'), each.getAttribute('data-unit')])).toEqual([['f', '3']]);
  });
});

const kinds: readonly (readonly [string, Asked, { chain?: number; row?: number }])[] = [
  ['a vanilla cell', { cell: 'rnn_relu' }, {}],
  ['an LSTM', { cell: 'lstm', topology: 'many-to-many-synced' }, {}],
  ['a GRU', { cell: 'gru', biases: 'two' }, {}],
  ['the GRU of the paper', { cell: 'gru_original' }, {}],
  ['a hidden layer', { cell: 'feedforward_sigmoid', topology: 'one-to-one', dense: true }, { row: 1 }],
  ['a cell that is in no table', { standIn: minimal }, {}],
  ['the second direction', { cell: 'lstm', bidirectional: true, topology: 'many-to-many-synced' }, { chain: 1 }],
  ['a decoder at its first step', { cell: 'gru', topology: 'encoder-decoder' }, { chain: 1, row: 1 }],
];

describe.each(kinds)('the way back through %s', (_, asked, place) => {
  const scene = run(asked).at(isOver);
  const { chain = 0, row = 2 } = place;
  const root = draw(scene, place);
  const { program } = scene.network;
  const edges = [...root.querySelectorAll('[data-edge]')];

  it('has a line with a gradient for every use of a value in the cell', () => {
    const uses = program.instructions.flatMap(({ chain: own, args }) => (own === chain ? args.filter(({ kind }) => kind === 'slot') : []));
    const within = edges.filter((each) => !/→(?:next|output)$/.test(each.getAttribute('data-edge') ?? ''));
    expect(within).toHaveLength(uses.length);
    for (const each of within) expect(each).toHaveAttribute('data-norm');
  });

  it('says the length of the gradient over every line exactly as the engine has it', () => {
    for (const each of edges) {
      const [symbol, at] = [each.getAttribute('data-gradient') ?? '', Number(each.getAttribute('data-gradient-t'))];
      const length = each.getAttribute('data-norm');
      if (length === null || symbol === '') continue;
      const base = program.slots.find((slot) => symbol.startsWith(`d${slot.symbol}`) && /^(?:_(?:out|here|next))?$/.test(symbol.slice(slot.symbol.length + 1)));
      expect(Number(length)).toBeCloseTo(norm(Float64Array.from(exact(scene, symbol, at, base?.size))), 14);
    }
  });

  it('draws over every use what the engine brings back over this use alone', () => {
    for (const each of edges) {
      const [, from = '', to = ''] = /^←?(.*)→(.*?)(?:#\d)?$/.exec(each.getAttribute('data-edge') ?? '') ?? [];
      const at = program.instructions.findIndex(({ out }) => program.slots[out]?.symbol === to);
      if (at < 0) continue;
      const k = program.instructions[at]?.args.findIndex((arg) => arg.kind === 'slot' && program.slots[arg.index]?.symbol === from) ?? -1;
      expect(Number(each.getAttribute('data-norm'))).toBe(norm(scene.numbers.useGradient(at, k, row) ?? new Float64Array(0)));
    }
  });

  it('shows gradients of what it made, with all their digits', () => {
    for (const { out } of program.instructions.filter((each) => each.chain === chain)) {
      const { symbol = '', size = 0 } = program.slots[out] ?? {};
      expect(valuesOf(root, `d${symbol}`, row)).toEqual(exact(scene, `d${symbol}`, row, size));
    }
  });
});

describe('the way back', () => {
  it('shows values and gradients side by side where there is room', () => {
    const scene = run({}).at(isOver);
    const root = draw(scene);
    expect(valuesOf(root, 'h', 2)).toEqual(exact(scene, 'h', 2));
    expect(valuesOf(root, 'dh', 2)).toEqual(exact(scene, 'dh', 2));
  });

  it('lets values stand until their gradients come', () => {
    const scene = run({ cell: 'lstm' }).at(isAt('backward', 2, 'da_f'));
    const root = draw(scene);
    expect(valuesOf(root, 'da_f', 2)).toEqual(exact(scene, 'da_f', 2));
    expect(valuesOf(root, 'da_i', 2)).toEqual([]);
    expect(valuesOf(root, 'a_i', 2)).toEqual(exact(scene, 'a_i', 2));
    expect([...root.querySelectorAll('.inside-node.is-now')].map((node) => node.getAttribute('data-makes'))).toEqual(['f']);
    expect(edge(root, 'a_f→f')).toHaveClass('is-now');
    expect(edge(root, '←h→W_hf·h')).not.toHaveAttribute('data-norm');
  });

  it('hands a gradient on unchanged to all terms of a sum', () => {
    const root = draw(run({ cell: 'lstm' }).at(isOver));
    const lengths = ['f⊙c→c', 'i⊙g→c'].map((id) => edge(root, id)?.getAttribute('data-norm'));
    expect(lengths[0]).toBe(lengths[1]);
  });

  it('says what a gradient is multiplied by: derivatives, partners, transposed matrices', () => {
    const scene = run({ cell: 'lstm', hiddenSize: 1 }).at(isOver);
    const root = draw(scene);
    const slope = scene.numbers.useSlopes(scene.network.program.instructions.findIndex(({ operation }) => operation === 'sigmoid'), 0, 2)?.[0] ?? NaN;
    const found = [...root.querySelectorAll('[data-slope]')];
    expect(found.map((each) => Number(each.getAttribute('data-slope')))).toContain(slope);
    expect(found.map((each) => each.textContent)).toContain(`σ′ ${slope.toFixed(2)}`);
    expect(root.querySelectorAll('.inside-transposed')).toHaveLength(8);
    expect([...root.querySelectorAll('.inside-edge .inside-slope')].map((each) => each.textContent)).toContain('×f2');
  });

  it('is cut with scissors where a window begins', () => {
    const scene = run({ cell: 'lstm', truncation: { window: 1, state: 'carried' } }).at(isOver);
    const root = draw(scene);
    expect(root.querySelectorAll('.inside-cut')).toHaveLength(4);
    expect(edge(root, '←c→f⊙c')).not.toHaveAttribute('data-norm');
    expect(edge(root, 'i⊙g→c')).toHaveAttribute('data-norm');
  });
});

describe('the ports', () => {
  const words = (root: Element, name: string): (string | null)[] => [...root.querySelectorAll(`.${name}`)].map((each) => each.textContent);

  it("have PyTorch's names on request: the last states, and what is read out", () => {
    const scene = run({ cell: 'lstm', topology: 'many-to-many-synced' }).at(isOver);
    expect(words(draw(scene, { row: 3, ports: true }), 'inside-port')).toEqual(['hn', 'cn', 'output']);
    expect(words(draw(scene, { row: 2, ports: true }), 'inside-port')).toEqual(['output']);
    expect(words(draw(scene, { row: 3 }), 'inside-port')).toEqual(['to the output']);
  });

  it('say whose state a decoder begins with', () => {
    const scene = run({ cell: 'gru', topology: 'encoder-decoder' }).at();
    expect(words(draw(scene, { chain: 1, row: 1 }), 'inside-letter')).toContain('encoder h3');
    expect(words(draw(scene, { chain: 1, row: 2 }), 'inside-letter')).toContain('h1');
  });

  it('show dense inputs as numbers, and words as words', () => {
    const scene = run({ dense: true }).at(isOver);
    expect(valuesOf(draw(scene), 'x', 2)).toEqual(exact(scene, 'x', 2, 5));
    expect(draw(run({}).at(isOver)).querySelectorAll('[data-symbol="x"]')).toHaveLength(0);
  });
});

describe('where there is little room', () => {
  it('draws many units as strips of colour', () => {
    const root = draw(run({ cell: 'gru', hiddenSize: 40 }).at(isAt('forward', 2, 'h')));
    expect(root.querySelectorAll('.inside-strip').length).toBeGreaterThan(10);
    expect(root.querySelectorAll('[data-value]')).toHaveLength(0);
  });

  it('lets numbers go first, then letters', () => {
    const scene = run({ cell: 'lstm' }).at(isAt('forward', 2, 'c'));
    const texts = (width: number, height: number): [numbers: number, letters: number] => {
      const root = draw(scene, { rect: { x: 0, y: 0, width, height } });
      return [root.querySelectorAll('.score-number').length, root.querySelectorAll('.inside-weight').length];
    };
    expect(texts(1000, 380)[0]).toBeGreaterThan(60);
    // Gates and states keep theirs longer than what lies between them.
    expect(texts(502, 390)[0]).toBeGreaterThan(20);
    expect(texts(502, 390)[0]).toBeLessThan(40);
    expect(texts(420, 250)).toEqual([0, 8]);
    expect(texts(160, 80)).toEqual([0, 0]);
  });

  it('fades in as it opens', () => {
    const scene = run({}).at();
    expect(draw(scene, { openness: 0.1 }).querySelector('.inside')).toHaveAttribute('opacity', '0');
    expect(draw(scene, { openness: 1 }).querySelector('.inside')).not.toHaveAttribute('opacity');
  });
});
