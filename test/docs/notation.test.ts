// docs/notation.md against the engine: symbols, shapes, PyTorch's names, equations. `npx vitest run test/docs -u` rewrites the
// equations where a declaration has changed.
import { renderToString } from 'katex';
import { describe, expect, it } from 'vitest';
import { cells } from '../../src/engine/cells/index.ts';
import { readout } from '../../src/engine/cells/readout.ts';
import { operations } from '../../src/engine/equation/operations.ts';
import { numberOf } from '../../src/engine/equation/numeric.ts';
import type { ParameterDeclaration } from '../../src/engine/equation/expression.ts';
import { createNetwork } from '../../src/engine/network.ts';
import { notationOf, parseSymbol, type SymbolKind } from '../../src/engine/symbols/symbols.ts';
import { topologies, topologyOf, type TopologyId } from '../../src/engine/topology/index.ts';
import { valueAttributes } from '../../src/view/draw/valueAttributes.ts';
import { allNetworks, biasForms, cellIds, equationsBlock, losses, networkOf, plainLatex } from './equations.ts';
import { codeBlocks, codes, page, section, tableRows } from './page.ts';

const text = page('docs/notation.md');
const topologyIds = Object.keys(topologies) as TopologyId[];
const rowsOf = (heading: string): string[][] => tableRows(section(text, heading));
const listedUnder = (heading: string): string[] => rowsOf(heading).flatMap(([first]) => codes(first));
const rowOf = (heading: string, symbol: string): string[] => {
  const row = rowsOf(heading).find(([first]) => codes(first).includes(symbol));
  if (!row) throw new Error(`"${symbol}" is not listed under ${heading}.`);
  return row;
};

const unmarkedIn = (symbols: readonly { readonly symbol: string }[]): string[] => symbols.map(({ symbol }) => symbol).filter((symbol) => !symbol.includes('.'));

describe('the symbols of docs/notation.md', () => {
  const networks = allNetworks();
  const values = new Set(networks.flatMap(({ program }) => unmarkedIn(program.slots)));
  const parameters = new Set(networks.flatMap(({ program }) => unmarkedIn(program.parameters)));

  it('are all there, and no others', () => {
    expect(listedUnder('Values').sort()).toEqual([...values].sort());
    expect(listedUnder('Parameters').sort()).toEqual([...parameters].sort());
  });

  /** What the engine takes a form of the table for, by what it is made of. */
  const kinds: Readonly<Record<string, SymbolKind>> = {
    'd… of a value': 'gradient', 'd…_out of a value': 'arrival', 'd…_here of a value': 'arrival', 'd…_next of a state': 'arrival', 'norm_d… of a state': 'norm',
    'd… of a parameter': 'parameter gradient', 'sum_d… of a parameter': 'running total', '…_new of a parameter': 'new',
  };
  const forms = rowsOf('Gradients, terms and new values').map(([form, of]) => ({ form: codes(form)[0]!, of: of! }));

  it('have just the forms that the engine makes of them', () => {
    expect(forms.map(({ form, of }) => `${form} of ${of}`)).toEqual(Object.keys(kinds));
    for (const network of networks) {
      const { slots, parameters: own } = network.program;
      const sorts: Readonly<Record<string, readonly { readonly symbol: string }[]>> = {
        'a value': slots, 'a state': slots.filter(({ isState }) => isState), 'a parameter': own,
      };
      const known = new Set<SymbolKind>(['value', 'parameter', 'other']);
      for (const { form, of } of forms) {
        for (const { symbol } of sorts[of]!) {
          const { kind, base } = parseSymbol(network, form.replace('…', symbol));
          expect({ kind, base }).toEqual({ kind: kinds[`${form} of ${of}`], base: symbol });
          known.add(kind);
        }
      }
      // A network without a state has no length of a state's gradient.
      expect([...known].sort()).toEqual([...new Set([...Object.values(kinds), 'value', 'parameter', 'other'])].filter((kind) => kind !== 'norm' || sorts['a state']!.length > 0).sort());
    }
  });

  it('have the others beside them, which belong to no value', () => {
    expect(listedUnder('Others')).toEqual(['eta', 'factor']);
    for (const symbol of ['eta', 'factor']) expect(networks.map((network) => parseSymbol(network, symbol).kind)).toEqual(networks.map(() => 'other'));
  });

  it('have the shapes of the engine', () => {
    const letters: Readonly<Record<number, string>> = { 1: '1', 2: 'X', 3: 'H', 4: 'Y', 6: 'F' };
    for (const { program } of networks) {
      for (const { symbol, size } of program.slots) {
        if (symbol.includes('.')) continue;
        expect({ symbol, shapes: rowOf('Values', symbol)[2]?.split(' or ') }).toEqual({ symbol, shapes: expect.arrayContaining([letters[size]]) as unknown });
      }
    }
  });

  const declared = [
    ...cellIds.flatMap((cell) => biasForms.flatMap((biases) => cells[cell].declare(biases).parameters)),
    ...losses.flatMap((loss) => readout(loss, ['h']).parameters),
  ];
  const unique = new Map<string, ParameterDeclaration>(declared.map((each) => [`${each.symbol} (${each.torch})`, each]));
  it.each([...unique])('give %s the shape and the name in PyTorch that it is declared with', (_, { symbol, rows, columns, torch }) => {
    const [, , shape, names] = rowOf('Parameters', symbol);
    expect(shape).toBe(columns === 1 ? rows : `${rows} × ${columns}`);
    expect(codes(names)).toContain(torch);
  });

  it('list the blocks of PyTorch\'s stacked matrices in its order', () => {
    for (const { program } of networks) {
      const own = program.parameters.filter(({ symbol }) => !symbol.includes('.'));
      for (const name of new Set(own.map(({ torch }) => torch))) {
        const symbols = own.filter(({ torch }) => torch === name).map(({ symbol }) => symbol);
        expect(codes(rowOf('Parameters', symbols[0]!)[0]).filter((symbol) => symbols.includes(symbol))).toEqual(symbols);
      }
    }
  });
});

describe('the chains and topologies of docs/notation.md', () => {
  const chains = topologyIds.flatMap((topology) => [false, true].flatMap((bidirectional) => {
    try {
      return topologyOf({ topology, bidirectional }).chains;
    } catch {
      // Not every topology has a reverse direction.
      return [];
    }
  }));

  it('have each mark with how it is written and what PyTorch calls it', () => {
    const marks = new Map(chains.filter(({ mark }) => mark !== '').map((chain) => [chain.mark, chain]));
    expect(listedUnder('Chains').filter((code) => code.startsWith('.'))).toEqual([...marks.keys()]);
    const networks = [networkOf('rnn_tanh', 'one', 'bce', true), createNetwork({ ...networkOf('rnn_tanh', 'one', 'bce').model, topology: 'encoder-decoder' })];
    for (const [mark, chain] of marks) {
      const [, , formula, torch] = rowOf('Chains', mark);
      const network = networks.find(({ program }) => program.chains.some((each) => each.mark === mark))!;
      const { latex } = notationOf(network, { symbol: `h${mark}`, t: 7 });
      expect(formula).toBe(`$${plainLatex(latex).replace('7', 't')}$`);
      expect(codes(torch)).toEqual([chain.torch('…')]);
    }
  });

  it('have every topology', () => {
    expect(listedUnder('Topologies').filter((code) => topologyIds.includes(code as TopologyId))).toEqual(topologyIds);
  });
});

describe('the data attributes of docs/notation.md', () => {
  it('are those that drawn values have', () => {
    const attributes = valueAttributes({ symbol: 'h', t: 3, unit: 2 }, -0.5497706267668399);
    expect(listedUnder('Data attributes')).toEqual(Object.keys(attributes));
    const written = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`).join(' ');
    expect(codeBlocks(section(text, 'Data attributes'))[0]?.text).toContain(`<text ${written}>`);
  });

  it('write numbers as it says', () => {
    const said = codes(rowOf('Data attributes', 'data-value')[1]);
    const numbers = [0.1, 1e-7, -0, Infinity, -Infinity, NaN];
    expect(said).toEqual(numbers.map((value) => valueAttributes({ symbol: 'h' }, value)['data-value']));
    expect(valueAttributes({ symbol: 'h' }, null)['data-value']).toBeUndefined();
  });
});

describe('the equations of docs/notation.md', () => {
  const parts = /^(.*\n<!-- equations -->\n)(.*)(<!-- \/equations -->\n.*)$/s.exec(text);
  if (!parts) throw new Error('docs/notation.md has lost the markers around its equations.');
  const [, before = '', inside = '', after = ''] = parts;

  it('are those that the engine makes of its declarations', async () => {
    await expect(`${before}\n${equationsBlock()}\n${after}`).toMatchFileSnapshot('../../docs/notation.md');
  });

  it('are LaTeX that can be read, without what belongs to the page alone', () => {
    const blocks = codeBlocks(inside).filter(({ language }) => language === 'math');
    expect(blocks.length).toBeGreaterThan(cellIds.length + losses.length);
    for (const { text: latex } of blocks) {
      expect(latex).not.toMatch(/\\html/);
      expect(() => renderToString(latex, { displayMode: true, strict: 'error', throwOnError: true })).not.toThrow();
    }
  });

  it('lose only what is wrapped around them', () => {
    expect(plainLatex('\\htmlData{symbol=W_hh}{\\htmlClass{role-state}{W_{hh}}}\\, {\\htmlData{symbol=h,t=1}{h_{1}}}^{\\top}')).toBe(
      'W_{hh}\\, {h_{1}}^{\\top}',
    );
  });
});

describe('the losses of docs/notation.md', () => {
  it('are those that there are', () => {
    expect(listedUnder('Losses as they are computed')).toEqual([...losses]);
    expect(losses.filter((loss) => !(loss in operations))).toEqual([]);
  });

  const vector = (values: readonly number[]) =>
    ({ values: Float64Array.from(values), at: 0, gradients: new Float64Array(values.length), gradientAt: 0, rows: values.length, columns: 1, hot: -1 });
  const y = [-1.5, 0.25, 3];
  const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length;
  const targets = [1, 0, 0.5];
  const m = Math.max(...y);
  const softmax = y.map((each) => Math.exp(each) / y.reduce((total, value) => total + Math.exp(value), 0));
  const sigma = (z: number): number => 1 / (1 + Math.exp(-z));
  // The right column of each row of the table, written as code.
  const rows = {
    bce: {
      target: targets,
      value: mean(y.map((each, k) => Math.max(each, 0) - each * targets[k]! + Math.log(1 + Math.exp(-Math.abs(each))))),
      slope: y.map((each, k) => (sigma(each) - targets[k]!) / y.length),
    },
    cross_entropy: {
      target: [1],
      value: Math.log(y.reduce((total, each) => total + Math.exp(each - m), 0)) - (y[1]! - m),
      slope: softmax.map((each, k) => (k === 1 ? each - 1 : each)),
    },
    mse: {
      target: targets,
      value: mean(y.map((each, k) => (each - targets[k]!) ** 2)),
      slope: y.map((each, k) => (2 * (each - targets[k]!)) / y.length),
    },
  };

  it.each(losses)('have for %s the value and the gradient that it says', (loss) => {
    const [logits, probabilities, target] = [vector(y), vector(softmax), vector(rows[loss].target)];
    const out = vector([0]);
    operations[loss].forward(out, [logits, probabilities, target]);
    out.gradients[0] = 1;
    operations[loss].backward(out, [logits, probabilities, target]);
    expect(out.values[0]).toBeCloseTo(rows[loss].value, 12);
    [...logits.gradients].forEach((slope, k) => expect(slope).toBeCloseTo(rows[loss].slope[k]!, 12));
  });

  it('say what ReLU′(0) is', () => {
    const at0 = operations.relu.explainBackward(0, 0, 0, { ...operand(0), gradient: () => ({ kind: 'number', value: 1 }) }, [operand(0)]);
    expect(numberOf(at0)).toBe(0);
  });

  const operand = (value: number) => ({
    place: vector([value]),
    value: () => ({ kind: 'number' as const, value }),
    gradient: () => ({ kind: 'number' as const, value: 0 }),
  });
});
