// The equations of docs/notation.md, made by the engine from the declarations of the cells and the read-out: what its formula
// strip says at step 2 of 3, which has a step before it and one after it, with 2 written as t. Without a memory there is one step.
import { cells } from '../../src/engine/cells/index.ts';
import type { BiasId, CellId, LossId } from '../../src/engine/model.ts';
import { isUnnamed } from '../../src/engine/symbols/letters.ts';
import { createNetwork, type Network } from '../../src/engine/network.ts';
import { Numbers } from '../../src/engine/explain/numbers.ts';
import { Pass } from '../../src/engine/run/pass.ts';
import type { Reference } from '../../src/engine/reference.ts';
import { createTrace } from '../../src/engine/run/trace.ts';
import { allWays, arrivalSymbol, waysOf } from '../../src/engine/clock/ways.ts';
import { explain } from '../../src/engine/explain/explanation.ts';

export const losses = ['bce', 'cross_entropy', 'mse'] as const satisfies readonly LossId[];
export const biasForms = ['one', 'two'] as const satisfies readonly BiasId[];
export const cellIds = Object.keys(cells) as CellId[];

/** A cell that remembers nothing has a single step. */
const stepsOf = ({ program }: Network): number => (program.states.length === 0 ? 1 : 3);
/** The step that is called t; its neighbours are t−1 and t+1. */
const middleOf = (network: Network): number => (stepsOf(network) + 1) / 2;

/** The network whose sizes are told apart: X = 2, H = 3, Y = 4. */
export function networkOf(cell: CellId, biases: BiasId, loss: LossId, bidirectional = false): Network {
  const topology = cells[cell].declare(biases).states.length === 0 ? 'one-to-one' : 'many-to-many-synced';
  return createNetwork({ cell, biases, loss, topology, bidirectional, timeReduction: 'sum', inputSize: 2, hiddenSize: 3, outputSize: 4 });
}

/** The engine's numbers, all zero: only their formulas are wanted. */
function numbersOf(network: Network): Numbers {
  const parameters = new Float64Array(network.program.parameterCount);
  const steps = stepsOf(network);
  const trace = createTrace(network, {
    inputs: { kind: 'dense', values: new Float64Array(steps * network.model.inputSize) },
    targets: new Float64Array(network.model.loss === 'cross_entropy' ? steps : steps * network.model.outputSize),
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

/** The step in the middle as t, its neighbours as t−1 and t+1. */
function withTimeNamed(latex: string, middle: number): string {
  const names: Readonly<Record<number, string>> = { [middle - 1]: 't-1', [middle]: 't', [middle + 1]: 't+1' };
  return latex.replace(/(_\{(?:\w+,)?|\\ge )(?:t=)?(\d+)/g, (_, before: string, time: string) => `${before}${names[Number(time)] ?? time}`);
}

function equation(numbers: Numbers, reference: Reference): string {
  const { symbols } = explain(numbers, { ...reference, unit: 1 });
  if (symbols === null) throw new Error(`${reference.symbol} has no equation.`);
  return withTimeNamed(plainLatex(symbols), middleOf(numbers.trace.network)).replace(' = ', ' &= ');
}

function formulas(lines: readonly string[]): string {
  return `\`\`\`math\n\\begin{aligned}\n${lines.join(' \\\\\n')}\n\\end{aligned}\n\`\`\`\n`;
}

const block = (title: string, lines: readonly string[]): string => `### ${title}\n\n${formulas(lines)}`;

/** Values in their order, then their gradients in the order of the way back, then the terms for the parameters. */
function linesOf(network: Network, stages: readonly string[], numbers = numbersOf(network)): string[] {
  const { program } = network;
  const { slots, instructions, parameters } = program;
  const t = middleOf(network);
  const { makers, sameAs, users, meets } = waysOf(program);
  const mine = instructions.filter(({ stage }) => stages.includes(stage));
  const made = mine.map(({ out }) => out);
  // What has no letter of its own needs no equation, but its gradient does, where that is not the gradient of a sum.
  const named = made.filter((slot) => !isUnnamed(program, makers[slot]!));
  const reached = made.toReversed().filter((slot) => slots[slot]!.hasGradient && slots[slot]!.symbol !== 'L' && sameAs[slot] === slot);
  const parts = (slot: number): string[] =>
    meets[slot] ? allWays.map((way) => arrivalSymbol(slots[slot]!.symbol, way)).filter((symbol) => numbers.has(symbol, t)) : [];
  const used = parameters.filter((_, index) => users[index]!.some(({ instruction }) => mine.includes(instruction)));
  return [
    ...named.map((slot) => equation(numbers, { symbol: slots[slot]!.symbol, t })),
    ...reached.flatMap((slot) => [...parts(slot), `d${slots[slot]!.symbol}`].map((symbol) => equation(numbers, { symbol, t }))),
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
      equation(numbers, { symbol: `sum_d${symbol}`, t: middleOf(network), column: 1 }),
      equation(numbers, { symbol: `${symbol}_new`, column: 1 }),
    ]);
  const whole = block('The whole sequence (`W_hh` stands for every parameter)', [
    equation(numbers, { symbol: 'L' }),
    ...shared,
  ]);
  return [...ofCells, ...ofReadouts, whole].join('\n');
}

/** Networks with all the symbols that there are, but for the marks of further chains. */
export function allNetworks(): Network[] {
  const single = cellIds.flatMap((cell) => biasForms.flatMap((biases) => losses.map((loss) => networkOf(cell, biases, loss))));
  return [...single, networkOf('rnn_tanh', 'one', 'bce', true)];
}
