// The inside of every cell in every wiring, and every network folded, opened by link: each line and each entry is the engine's.
import { expect, test } from '@playwright/test';
import { checkGradient } from '../../src/engine/gradient/check.ts';
import { norm } from '../../src/engine/math/linear.ts';
import { allWays, arrivalSymbol } from '../../src/engine/clock/ways.ts';
import { parseSymbol } from '../../src/engine/symbols/symbols.ts';
import { StepIndex } from '../../src/engine/topology/stepIndex.ts';
import { cellsFor } from '../../src/engine/tasks/choices.ts';
import { taskIds, tasks } from '../../src/engine/tasks/index.ts';
import { initialDocument } from '../../src/state/defaults.ts';
import { encode } from '../../src/state/link.ts';
import { withCell, withDirection } from '../../src/state/wiring.ts';
import { jobOf } from '../../src/state/job.ts';
import type { UnrolledDocument } from '../../src/state/document.ts';
import { dataflowOf, type FlowEdge } from '../../src/view/layout/inside/dataflow.ts';
import { expectTruePlace, lengthOf, placeOf } from './place.ts';
import { agrees, compute, documentOf, open, type Computed } from './support.ts';

test.use({ viewport: { width: 1920, height: 1080 }, trace: 'off' });

/** Few epochs, since long trainings magnify the last bit of another V8's tanh. */
const kinds = taskIds.flatMap((id) => cellsFor(tasks[id]).map((cell) => ({ id, cell, document: { ...withCell(initialDocument(id), cell), trainedEpochs: 5 } })));

/** The length of what comes back over one line: of a use by that use alone, at the border by the name that it has there. */
function lengthInside(computed: Computed, edge: FlowEdge, t: number, gradient: string, gradientT: number): number {
  const brought = edge.k < 0 ? null : computed.numbers.useGradient(edge.to as number, edge.k, t);
  return brought ? norm(brought) : lengthOf(computed, gradient, gradientT);
}

test.describe('the inside of the cell', () => {
  for (const { id, cell, document } of kinds) {
    test(`${id}, ${cell}: every line has its gradient once it has come back`, async ({ page }) => {
      const { clock, numbers } = compute(document);
      const { network, steps } = numbers.trace;
      // The last of the operations of one step on the way back, of each chain in turn.
      const positions = network.program.chains.map((_, chain) => steps.findLastIndex((step) => step.chain === chain));
      for (const position of positions) {
        const playhead = clock.spanOf('backward', position).to;
        await open(page, encode({ ...document, inside: 1, playhead }));
        const computed = compute(await documentOf(page, playhead));
        await expect(page.locator('.inside-edge').first()).toBeAttached();
        const place = await placeOf(page, playhead);
        expectTruePlace(place, computed, playhead);
        const step = steps[position]!;
        const reader = network.program.reads.indexOf(step.chain);
        const isReadOut = reader >= 0 && StepIndex.of(steps).readersOf(reader, step.row).length > 0;
        const { edges } = dataflowOf(network, step.chain, isReadOut);
        const drawn = new Map(place.edges.filter(({ isInside }) => isInside).map((edge) => [edge.id, edge]));
        const wrong = edges.flatMap((edge): object[] => {
          const found = drawn.get(edge.id);
          if (found?.norm === undefined || found.norm === null) return isQuiet(computed, edge, position) ? [] : [{ id: edge.id, drawn: null }];
          const engine = lengthInside(computed, edge, step.row, found.gradient, found.gradientT);
          return agrees(found.norm, engine) ? [] : [{ id: edge.id, drawn: found.norm, engine }];
        });
        expect(wrong).toEqual([]);
        expect([...drawn.keys()].sort()).toEqual(edges.map((edge) => edge.id).sort());
      }
    });
  }
});

/** Nothing comes back over a line to the border where no step goes on from this one, nor to what is given and has no gradient. */
function isQuiet({ numbers }: Computed, { slot, k, to }: FlowEdge, position: number): boolean {
  const { network, steps } = numbers.trace;
  const { chain, row } = steps[position]!;
  if (k >= 0) return !network.program.slots[slot]?.hasGradient || numbers.useGradient(to as number, k, row) === null;
  return `${to}`.startsWith('after') && StepIndex.of(steps).after(chain, row).length === 0;
}

test.describe('folded', () => {
  for (const { id, cell, document } of kinds) {
    test(`${id}, ${cell}: every parameter is there, entry by entry, or as a picture, or with words for which of its columns are drawn`, async ({ page }) => {
      await open(page, encode({ ...document, fold: 1 }));
      const computed = compute(await documentOf(page, 0));
      await page.keyboard.press('End');
      const { count } = computed.clock;
      const place = await placeOf(page, count);
      expectTruePlace(place, computed, count);
      for (const { symbol, rows, columns } of computed.numbers.trace.network.program.parameters) {
        const entries = new Set(place.values.filter((each) => each.symbol === symbol || each.symbol === `${symbol}_new`).map(({ unit, column }) => `${unit} ${column}`));
        const isPicture = place.matrices.includes(symbol) || place.matrices.includes(`${symbol}_new`);
        // Where a matrix has more columns than there is room for, it says which of them are drawn.
        const isPart = entries.size > 0 && entries.size % rows === 0 && (await page.locator('.score').getByText(new RegExp(`^columns \\d+–\\d+ of ${columns}$`)).count()) > 0;
        expect(isPicture || isPart || entries.size >= rows * columns, `${symbol}: ${entries.size} of ${rows} × ${columns}`).toBe(true);
      }
    });
  }
});

/** ‖∂L/∂value‖ by moving each of its numbers a little and running the network again. */
function lengthByDifferences(document: UnrolledDocument, computed: Computed, symbol: string, t: number): number {
  const { job } = jobOf(document);
  const { trace, parameters } = computed.numbers;
  const run = { network: trace.network, parameters, examples: [trace.example], initialStates: job.recipe.initialStates };
  const size = trace.network.program.slots[parseSymbol(trace.network, symbol).index]?.size ?? 0;
  return Math.hypot(...Array.from({ length: size }, (_, k) => checkGradient(run, { symbol, t, unit: k + 1 }).numeric));
}

test.describe('against finite differences', () => {
  for (const [name, document] of [
    ['a review, vanilla', { ...initialDocument('reviews'), trainedEpochs: 5 }],
    ['a review both ways, GRU', { ...withDirection(withCell(initialDocument('reviews'), 'gru'), true), trainedEpochs: 5 }],
    ['letters, LSTM', { ...withCell(initialDocument('letters'), 'lstm'), trainedEpochs: 5, gates: true }],
    ['a translation, LSTM', { ...withCell(initialDocument('translation'), 'lstm'), trainedEpochs: 5 }],
    ['a caption, GRU', { ...withCell(initialDocument('captions'), 'gru_original'), trainedEpochs: 5 }],
  ] as const) {
    test(`${name}: what comes back over an edge is the slope of the loss, where all of it comes that way`, async ({ page }) => {
      await open(page, encode(document));
      const computed = compute(await documentOf(page, 0));
      await page.keyboard.press('End');
      const { edges } = await placeOf(page, computed.clock.count);
      const { numbers } = computed;
      let checked = 0;
      for (const edge of edges.filter((each) => each.norm !== null && !each.isInside)) {
        const way = allWays.find((each) => edge.gradient.endsWith(`_${each}`));
        const whole = way ? edge.gradient.slice(0, -way.length - 1) : edge.gradient;
        if (way && allWays.some((other) => other !== way && numbers.has(arrivalSymbol(whole.slice(1), other), edge.t))) continue;
        expect(edge.norm, `${edge.gradient} at ${edge.t}`).toBeCloseTo(lengthByDifferences(document, computed, whole, edge.t), 8);
        checked++;
      }
      expect(checked).toBeGreaterThan(2);
    });
  }
});
