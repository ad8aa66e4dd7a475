// The equations of docs/notation.md, made by the engine from the declarations of the cells and the read-out: what its formula
// strip says at step 2 of 3, which has a step before it and one after it, with 2 written as t.
import { cells } from '../../src/engine/cells/index.ts';
import type { BiasId, CellId, LossId } from '../../src/engine/model.ts';
import { createNetwork, type Network } from '../../src/engine/network.ts';
import { Numbers } from '../../src/engine/numbers.ts';
import { Pass } from '../../src/engine/pass.ts';
import type { Reference } from '../../src/engine/reference.ts';
import { parseSymbol } from '../../src/engine/symbols.ts';
import { createTrace } from '../../src/engine/trace.ts';

export const losses = ['bce', 'cross_entropy', 'mse'] as const satisfies readonly LossId[];
export const biasForms = ['one', 'two'] as const satisfies readonly BiasId[];
export const cellIds = Object.keys(cells) as CellId[];

const t = 2;
const names: Readonly<Record<string, string>> = { '1': 't-1', '2': 't', '3': 't+1' };

/** The network whose sizes are told apart: X = 2, H = 3, Y = 4. */
export function networkOf(cell: CellId, biases: BiasId, loss: LossId): Network {
  return createNetwork({
    cell, biases, loss, topology: 'many-to-many-synced', timeReduction: 'sum', inputSize: 2, hiddenSize: 3, outputSize: 4,
  });
}

/** The engine's numbers of three steps, all zero: only their formulas are wanted. */
function numbersOf(network: Network): Numbers {
  const parameters = new Float64Array(network.program.parameterCount);
  const trace = createTrace(network, {
    inputs: { kind: 'dense', values: new Float64Array(3 * network.model.inputSize) },
    targets: new Float64Array(network.model.loss === 'cross_entropy' ? 3 : 3 * network.model.outputSize),
  });
  const pass = new Pass(trace, parameters);
  pass.forward();
  pass.backward();
  return new Numbers(trace, parameters, 1);
}

const wrapper = /\\html(?:Data|Class)\{[^{}]*\}\{/;

/** The same LaTeX without what colours it and makes it point at numbers. */
export function plainLatex(latex: string): string {
  const found = wrapper.exec(latex);
  if (!found) return latex;
  const from = found.index + found[0].length;
  let to = from;
  for (let depth = 1; depth > 0; to++) depth += latex[to] === '{' ? 1 : latex[to] === '}' ? -1 : 0;
  return plainLatex(latex.slice(0, found.index) + latex.slice(from, to - 1) + latex.slice(to));
}

/** Step 2 as t, its neighbours as t−1 and t+1. */
function withTimeNamed(latex: string): string {
  return latex.replace(/(_\{|\^\{\(|\\ge )(?:t=)?([123])(?!\d)/g, (_, before: string, digit: string) => `${before}${names[digit] ?? digit}`);
}

function equation(numbers: Numbers, reference: Reference): string {
  const { symbols } = numbers.explain({ ...reference, unit: 1 });
  if (symbols === null) throw new Error(`${reference.symbol} has no equation.`);
  return withTimeNamed(plainLatex(symbols)).replace(' = ', ' &= ');
}

function formulas(lines: readonly string[]): string {
  return `\`\`\`math\n\\begin{aligned}\n${lines.join(' \\\\\n')}\n\\end{aligned}\n\`\`\`\n`;
}

const block = (title: string, lines: readonly string[]): string => `### ${title}\n\n${formulas(lines)}`;

/** Products have no letter of their own: their formula is the product itself. */
const isNamed = ({ symbol }: { readonly symbol: string }): boolean => !symbol.includes('·');

/** Values in their order, then their gradients in the order of the way back, then the terms for the parameters. */
function linesOf(network: Network, stages: readonly string[], numbers = numbersOf(network)): string[] {
  const { slots, instructions, parameters } = network.program;
  const mine = instructions.filter(({ stage }) => stages.includes(stage));
  const made = mine.map(({ out }) => slots[out]!).filter(isNamed);
  const used = parameters.filter((_, index) =>
    mine.some(({ args }) => args.some((arg) => arg.kind === 'parameter' && arg.index === index)),
  );
  const gradients = [...made].reverse().filter(({ hasGradient, symbol }) => hasGradient && symbol !== 'L');
  return [
    ...made.map(({ symbol }) => equation(numbers, { symbol, t })),
    ...gradients.flatMap(({ symbol, isState }) => [
      ...(isState ? [`d${symbol}_out`, `d${symbol}_next`] : []).map((each) => equation(numbers, { symbol: each, t })),
      equation(numbers, { symbol: `d${symbol}`, t }),
    ]),
    ...used.map(({ symbol, role }) => equation(numbers, { symbol: `d${symbol}`, t, ...(role === 'bias' ? {} : { column: 1 }) })),
  ];
}

const titles: Readonly<Record<LossId, string>> = {
  bce: 'binary cross-entropy', cross_entropy: 'cross-entropy', mse: 'squared error',
};

/** What stands between the markers of docs/notation.md. */
export function equationsBlock(): string {
  const ofCells = cellIds.map((cell) => {
    const [one, two] = biasForms.map((biases) => linesOf(networkOf(cell, biases, 'bce'), ['cell'])) as [string[], string[]];
    const differing = two.filter((line) => !one.includes(line));
    const whole = block(`${cells[cell].title} (\`${cell}\`)`, one);
    return differing.length === 0 ? whole : `${whole}\nWith two biases these differ:\n\n${formulas(differing)}`;
  });
  const ofReadouts = losses.map((loss) =>
    block(`Read-out with ${titles[loss]} (\`${loss}\`)`, linesOf(networkOf('rnn_tanh', 'one', loss), ['readout', 'loss'])),
  );
  const network = networkOf('rnn_tanh', 'one', 'bce');
  const numbers = numbersOf(network);
  const shared = network.program.parameters
    .filter(({ symbol }) => symbol === 'W_hh')
    .flatMap(({ symbol }) => [
      equation(numbers, { symbol: `d${symbol}`, column: 1 }),
      equation(numbers, { symbol: `sum_d${symbol}`, t, column: 1 }),
      equation(numbers, { symbol: `${symbol}_new`, column: 1 }),
    ]);
  const whole = block('The whole sequence (`W_hh` stands for every parameter)', [
    equation(numbers, { symbol: 'L' }),
    ...shared,
  ]);
  return [...ofCells, ...ofReadouts, whole].join('\n');
}

/** Every symbol that some network has, with what kind of thing it is. */
export function allSymbols(): Map<string, string> {
  const symbols = new Map<string, string>([['eta', 'other'], ['factor', 'other'], ['norm_dh', 'norm']]);
  for (const cell of cellIds) {
    for (const biases of biasForms) {
      for (const loss of losses) {
        const network = networkOf(cell, biases, loss);
        for (const symbol of symbolsOf(network)) symbols.set(symbol, parseSymbol(network, symbol).kind);
      }
    }
  }
  return symbols;
}

function symbolsOf(network: Network): string[] {
  const { slots, parameters } = network.program;
  const numbers = numbersOf(network);
  const ways = slots.flatMap(({ symbol }) => ['out', 'next', 'here'].map((way) => ({ symbol: `d${symbol}_${way}`, t })));
  return [
    ...slots.map(({ symbol }) => symbol),
    ...slots.filter(({ hasGradient }) => hasGradient).map(({ symbol }) => `d${symbol}`),
    ...ways.filter((way) => numbers.has(way.symbol, way.t)).map(({ symbol }) => symbol),
    ...parameters.flatMap(({ symbol }) => [symbol, `d${symbol}`, `sum_d${symbol}`, `${symbol}_new`]),
  ];
}
