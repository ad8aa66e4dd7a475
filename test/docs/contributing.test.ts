// The examples of CONTRIBUTING.md: put into a copy of the engine just as the page says, compiled, and run. If something takes one
// edit more than the page says, the compiler complains here.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CellId, Example, LossId, Model, TopologyId } from '../../src/engine/model.ts';
import type { Page, Situation } from '../../src/lessons/guide.ts';
import type { TaskId } from '../../src/engine/tasks/index.ts';
import type { Task } from '../../src/engine/tasks/task.ts';
import { codeBlocks, page, root, section } from './page.ts';

// The compiler is a process of its own, which may take its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const text = page('CONTRIBUTING.md');

// Inside the project, so that Vitest reads it as its own; the name keeps it out of the type check, the lint and git.
mkdirSync(join(root, 'test/docs/.cache'), { recursive: true });
const copy = mkdtempSync(join(root, 'test/docs/.cache/contributing-'));
afterAll(() => rmSync(copy, { recursive: true }));

/** How each kind of place is found in a file's text. What follows the match is where the lines go. */
const places: readonly ((name: string) => RegExp)[] = [
  (name) => new RegExp(`^(?:export )?const ${name}\\b.* = \\{`, 'm'),
  (name) => new RegExp(`^(?:export )?type ${name} =[^;]*(?=;)`, 'm'),
];

function insert(source: string, at: RegExp | undefined, lines: string): string {
  const found = at?.exec(source);
  if (!found) throw new Error(`There is no place for:\n${lines}`);
  const end = found.index + found[0].length;
  return `${source.slice(0, end)}\n${lines}${source.slice(end)}`;
}

/** Carries out what the first line of a block says. */
function putIn(block: string): void {
  const [first = '', ...rest] = block.split('\n');
  const said = /^\/\/ (src\/\S+?\.ts)(?:, (at the top|in `(\w+)`))?$/.exec(first);
  if (!said) throw new Error(`The first line of a block says where it goes; this one says: ${first}`);
  const [, path = '', where, name] = said;
  const file = join(copy, path);
  const lines = rest.join('\n');
  if (where === undefined) {
    if (existsSync(file)) throw new Error(`${path} should be new, but it is there already.`);
    return writeFileSync(file, lines);
  }
  const source = readFileSync(file, 'utf8');
  const place = name === undefined ? /^(?=import )/m : places.map((make) => make(name)).find((each) => each.test(source));
  writeFileSync(file, insert(source, place, lines));
}

const blocksOf = (heading: string): string[] =>
  codeBlocks(section(text, heading)).filter(({ language }) => language === 'ts').map((block) => block.text);

function typeErrors(): string {
  writeFileSync(
    join(copy, 'tsconfig.json'),
    JSON.stringify({ extends: join(root, 'tsconfig.engine.json'), compilerOptions: { tsBuildInfoFile: null, incremental: false }, include: ['src'] }),
  );
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', copy], { encoding: 'utf8' });
  return stdout + stderr;
}

const load = <Module>(path: string): Promise<Module> => import(/* @vite-ignore */ join(copy, 'src', path)) as Promise<Module>;

// The copy's own modules, whose tables have the examples in them.
let engine: {
  network: typeof import('../../src/engine/network.ts');
  trace: typeof import('../../src/engine/run/trace.ts');
  pass: typeof import('../../src/engine/run/pass.ts');
  numbers: typeof import('../../src/engine/explain/numbers.ts');
  explanation: typeof import('../../src/engine/explain/explanation.ts');
  numeric: typeof import('../../src/engine/equation/numeric.ts');
  parameters: typeof import('../../src/engine/recipe/parameters.ts');
  read: typeof import('../../src/engine/tasks/read.ts');
  tasks: typeof import('../../src/engine/tasks/index.ts');
};

beforeAll(async () => {
  for (const folder of ['src/engine', 'src/lessons']) cpSync(join(root, folder), join(copy, folder), { recursive: true });
  for (const heading of ['A cell', 'An activation', 'A topology', 'A task (data set)']) {
    const blocks = blocksOf(heading);
    if (blocks.length === 0) throw new Error(`There is no example under "${heading}".`);
    blocks.forEach(putIn);
  }
  const [entry = ''] = blocksOf('A page of words');
  writeFileSync(
    join(copy, 'src/lessons/example.ts'),
    `import type { Page, Situation } from './guide.ts';\nexport const pages: { update: (situation: Situation) => Page } = {\n${entry}};\n`,
  );
  engine = {
    network: await load('engine/network.ts'),
    trace: await load('engine/run/trace.ts'),
    pass: await load('engine/run/pass.ts'),
    numbers: await load('engine/explain/numbers.ts'),
    explanation: await load('engine/explain/explanation.ts'),
    numeric: await load('engine/equation/numeric.ts'),
    parameters: await load('engine/recipe/parameters.ts'),
    read: await load('engine/tasks/read.ts'),
    tasks: await load('engine/tasks/index.ts'),
  };
});

/** A network with numbers that are no special case, run both ways over five steps. */
function run(cell: string, topology: string, loss: LossId = 'bce') {
  const model: Model = {
    cell: cell as CellId, topology: topology as TopologyId, loss, biases: 'one', timeReduction: 'sum',
    inputSize: 2, hiddenSize: 3, outputSize: 2,
  };
  const network = engine.network.createNetwork(model);
  const some = (length: number, seed: number): Float64Array => Float64Array.from({ length }, (_, i) => 0.6 * Math.sin(1.7 * i + seed));
  const parameters = some(network.program.parameterCount, 1);
  const steps = topology === 'every-second' ? 3 : 1;
  const example: Example = { inputs: { kind: 'dense', values: some(10, 2) }, targets: some(2 * steps, 3).map((value) => (value > 0 ? 1 : 0)) };
  const trace = engine.trace.createTrace(network, example);
  const forward = (): number => {
    const pass = new engine.pass.Pass(trace, parameters);
    pass.start(some(3, 4));
    pass.forward();
    return pass.totalLoss();
  };
  const loss0 = forward();
  new engine.pass.Pass(trace, parameters).backward();
  return { network, trace, parameters, forward, loss: loss0, gradients: trace.parameterGradients };
}

/** The largest difference between the gradient and central differences. */
function worstGap({ parameters, forward, gradients }: ReturnType<typeof run>): number {
  const gaps = Array.from(parameters, (value, i) => {
    parameters[i] = value + 1e-6;
    const above = forward();
    parameters[i] = value - 1e-6;
    const below = forward();
    parameters[i] = value;
    return Math.abs((above - below) / 2e-6 - gradients[i]!);
  });
  return Math.max(...gaps);
}

/** Every value and gradient whose explanation gives another number than the pass. */
function unexplained(ran: ReturnType<typeof run>): string[] {
  const { network, trace, parameters } = ran;
  ran.forward();
  const numbers = new engine.numbers.Numbers(trace, parameters, 0.1);
  const wrong: string[] = [];
  for (const { row: t } of trace.steps) {
    for (const { symbol, size, stage, hasGradient } of network.program.slots) {
      if (stage !== 'cell') continue;
      for (const name of hasGradient ? [symbol, `d${symbol}`] : [symbol]) {
        for (let unit = 1; unit <= size; unit++) {
          const { value, numbers: formula } = engine.explanation.explain(numbers, { symbol: name, t, unit });
          if (!formula || Math.abs(engine.numeric.numberOf(formula) - value) > 1e-12) wrong.push(`${name} ${t} ${unit}`);
        }
      }
    }
  }
  return wrong;
}

describe('the examples of CONTRIBUTING.md', () => {
  it('compile, with no edit that the page does not name', () => {
    expect(typeErrors()).toBe('');
  });

  it('find their places by what each block says, or say that there is none', () => {
    expect(() => insert('const a = {\n', undefined, 'x')).toThrow(/no place/);
    expect(() => putIn('// somewhere\n')).toThrow(/says where it goes/);
  });

  const added = [
    ['the cell', 'mgu', 'many-to-one'],
    ['the activation', 'rnn_leaky', 'many-to-one'],
    ['the topology', 'rnn_tanh', 'every-second'],
    ['all of them together', 'mgu', 'every-second'],
  ] as const;

  it.each(added)('%s has a gradient that agrees with differences (%s, %s)', (_, cell, topology) => {
    const ran = run(cell, topology);
    expect(ran.gradients.some((value) => Math.abs(value) > 1e-3)).toBe(true);
    expect(worstGap(ran)).toBeLessThan(1e-8);
  });

  it.each(added)('%s explains every number (%s, %s)', (_, cell, topology) => {
    expect(unexplained(run(cell, topology))).toEqual([]);
  });

  it('the cell is the one that is tested over every wiring', () => {
    const [block = ''] = blocksOf('A cell');
    const tested = readFileSync(join(root, 'test/engine/cells/mgu.ts'), 'utf8');
    expect(block.slice(block.indexOf('\n') + 1)).toBe(tested.replaceAll('../../../src/engine/cells/', './').replaceAll('../../../src/engine/', '../'));
  });

  it('the topology reads out at the steps that it names', () => {
    expect(run('rnn_tanh', 'every-second').trace.steps.filter((step) => step.readout).map((step) => step.row)).toEqual([2, 4, 5]);
  });

  it('the task is learned', () => {
    const task: Task = engine.tasks.tasks['greetings' as TaskId];
    const rows = engine.read.examplesOf(task);
    const network = engine.network.createNetwork({
      cell: 'rnn_tanh', topology: task.topology, loss: task.loss, biases: 'one', timeReduction: 'sum',
      inputSize: task.vocabulary.length, hiddenSize: task.hiddenSize, outputSize: task.outputs.length,
    });
    const parameters = engine.parameters.parametersOf(network, {
      initialisation: { scheme: 'uniform', scale: 1, seed: task.seed },
      baseInputSize: task.vocabulary.length,
      training: { rows, epochs: task.epochs, learningRate: task.learningRate },
      changes: [],
    });
    const losses = rows.map((row) => {
      const pass = new engine.pass.Pass(engine.trace.createTrace(network, row), parameters);
      pass.forward();
      return pass.totalLoss();
    });
    expect(Math.max(...losses)).toBeLessThan(0.1);
  });

  it('the page of words is a page', async () => {
    const { pages } = await load<{ pages: { update: (situation: Situation) => Page } }>('lessons/example.ts');
    const situation: Situation = {
      phase: 'update', tokens: ['a', 'b'], steps: 2, answers: 1, loss: 'bce', step: 'word', whole: 'sentence', inputs: 'words', isTrained: true, wiring: 'one way',
      state: 'h', layer: 'h', memories: [], gates: [], road: null, inputWeights: 'W_xh', recurrentWeights: 'W_hh', feeding: null, clipping: '',
    };
    expect(pages.update(situation).paragraphs.join(' ')).toContain('all 2 steps');
  });
});
