// Every wiring with every cell, opened by its link and stepped through by the keyboard: each number and each edge is the engine's.
import { expect, test, type Page } from '@playwright/test';
import { arrivalSymbol } from '../../src/engine/clock/ways.ts';
import type { Word } from '../../src/engine/clock/clock.ts';
import type { CellId } from '../../src/engine/model.ts';
import { canFeedBack, canReadBothWays, cellsFor } from '../../src/engine/tasks/choices.ts';
import { taskIds, tasks, type TaskId } from '../../src/engine/tasks/index.ts';
import { initialDocument } from '../../src/state/defaults.ts';
import type { UnrolledDocument } from '../../src/state/document.ts';
import { encode } from '../../src/state/link.ts';
import { withCell, withDirection } from '../../src/state/wiring.ts';
import { anatomyOf, mainSlotsOf } from '../../src/view/anatomy/anatomy.ts';
import { expectAllUnits, expectEdge, expectTruePlace, placeOf, type DrawnPlace } from './place.ts';
import { compute, documentOf, open, type Computed } from './support.ts';

interface Kind {
  readonly name: string;
  readonly document: UnrolledDocument;
  /** Position in the list: which of its steps are gone through by operations changes from one to the next. */
  readonly turn: number;
}

/** So few that the last bit of another V8's tanh stays a last bit: long trainings magnify it. */
const epochs = 5;

const cellHasGates = (cell: CellId): boolean => !cell.startsWith('rnn') && !cell.startsWith('feedforward');

const kind = (task: TaskId, cell: CellId, what: string, change: (document: UnrolledDocument) => UnrolledDocument): Omit<Kind, 'turn'> =>
  ({ name: `${task}, ${cell}${what}`, document: change({ ...withCell(initialDocument(task), cell), trainedEpochs: epochs }) });

/** Each task with each cell that goes with it; the other direction, gates, two biases and free running with some of the cells in turn. */
const kinds: readonly Kind[] = taskIds.flatMap((id, k) => {
  const task = tasks[id];
  const cells = cellsFor(task);
  const gated = cells.filter(cellHasGates);
  const inTurn = <Item>(list: readonly Item[]): Item => list[k % list.length] as Item;
  return [
    // Those with gates show them every second time.
    ...cells.map((cell, n) => kind(id, cell, '', (document) => ({ ...document, gates: cellHasGates(cell) && (k + n) % 2 === 0 }))),
    ...(canReadBothWays(task) ? cells.map((cell) => kind(id, cell, ', the other direction', (document) => withDirection(document, !document.bidirectional))) : []),
    ...(canFeedBack(task) ? [...new Set(['rnn_tanh', inTurn(gated)] as const)].map((cell) => kind(id, cell, ', running freely', (document) => ({ ...document, feeding: 'free' }))) : []),
    kind(id, inTurn(cells), ', two biases', (document) => ({ ...document, biases: 'two' })),
  ];
}).map((each, turn) => ({ ...each, turn }));

/**
 * Every network goes through all its steps word by word. In every fourth one of the first, a middle and the last step of each chain, in turn,
 * goes operation by operation, and in every twelfth all three: so each cell and each wiring is looked at closely, and the whole takes minutes.
 */
function isLookedAtClosely({ numbers }: Computed, { position }: Word, turn: number): boolean {
  const { steps } = numbers.trace;
  const chain = steps[position]?.chain;
  if (chain === undefined) return true;
  const own = steps.flatMap((step, k) => (step.chain === chain ? [k] : []));
  const close = [own[0], own[own.length >> 1], own.at(-1)];
  if (turn % 12 === 3) return close.includes(position);
  return turn % 4 === 3 && close[(turn >> 2) % 3] === position;
}

/** What a whole word leaves on the page: the states that it made, what was read out; on the way back their gradients, and the edges that it went over. */
function expectWord(place: DrawnPlace, computed: Computed, { phase, position }: Word): void {
  const { network, steps } = computed.numbers.trace;
  const { slots, chains, reads } = network.program;
  const step = steps[position];
  if (!step) return;
  const symbolOf = (slot: number): string => slots[slot]?.symbol ?? '';
  const mark = phase === 'backward' ? 'd' : '';
  for (const slot of mainSlotsOf(network, step.chain)) expectAllUnits(place, computed, `${mark}${symbolOf(slot)}`, step.row);
  if (phase === 'forward') {
    if (step.readout) expectAllUnits(place, computed, symbolOf(anatomyOf(network, false).answer), step.readout.row);
    return;
  }
  const before = chains[step.previousChain]?.states ?? [];
  for (const slot of before) expectEdge(place, arrivalSymbol(symbolOf(slot), 'next'), step.previousRow);
  step.readout?.stateRows.forEach((row, r) => {
    const [read] = chains[reads[r] ?? -1]?.states ?? [];
    if (read !== undefined) expectEdge(place, arrivalSymbol(symbolOf(read), 'out'), row);
  });
}

/** Steps on from operation `from` to the end of its word, and looks at what is drawn after each key. */
async function throughWord(page: Page, computed: Computed, word: Word, turn: number): Promise<void> {
  const isClose = isLookedAtClosely(computed, word, turn);
  let place: DrawnPlace | null = null;
  for (let playhead = isClose ? word.from + 1 : word.to; playhead <= word.to; playhead++) {
    await page.keyboard.press(isClose ? 'ArrowRight' : 'Shift+ArrowRight');
    place = await placeOf(page, playhead);
    expect(place.values.length).toBeGreaterThan(5);
    expectTruePlace(place, computed, playhead);
  }
  if (place) expectWord(place, computed, word);
}

// A trace of thousands of places takes longer than the places. A busy machine takes its time for so many.
test.use({ viewport: { width: 1920, height: 1080 }, trace: 'off' });
test.describe.configure({ timeout: 300_000 });

test.describe('every network, one iteration by the keyboard', () => {
  for (const { name, document, turn } of kinds) {
    test(name, async ({ page }) => {
      await open(page, encode(document));
      const computed = compute(await documentOf(page, 0));
      expect(computed.document).toEqual(document);
      const { clock } = computed;
      expectTruePlace(await placeOf(page, 0), computed, 0);
      for (let playhead = 0; playhead < clock.count; ) {
        const word = clock.wordAt(playhead + 1);
        await throughWord(page, computed, word, turn);
        playhead = word.to;
      }
      const { values, matrices } = await placeOf(page, clock.count);
      for (const { symbol } of computed.numbers.trace.network.program.parameters) {
        expect(values.some((each) => each.symbol === `${symbol}_new`) || matrices.some((each) => each === symbol || each === `${symbol}_new`), `${symbol} after the update`).toBe(true);
      }
    });
  }
});
