import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { flightOf, type Flight } from '../../../../src/view/draw/score/flights.ts';
import { paintOf } from '../../../../src/view/draw/score/paint.ts';
import { Score } from '../../../../src/view/draw/score/Score.tsx';
import { layoutOf } from '../../../../src/view/draw/score/scoreSpec.ts';
import { movingParts } from '../../../../src/view/draw/score/useMovingParts.ts';
import type { Scene } from '../../../../src/view/scene/scene.ts';
import { play, type Given } from '../scenes.ts';

// What is fetched after the first picture is there.
await movingParts.fetch();

const size = { width: 1900, height: 860, fold: 0, zoom: 1, scrollX: 0 };
const flightIn = (scene: Scene): Flight | null => flightOf(paintOf(scene, layoutOf(scene, size), 2, true));

/** The flight of the first operation that makes a symbol. */
const flightOfMaking = (given: Given, makes: string): Flight | null => flightIn(play({ epochs: 0, ...given })((moment) => moment.makes === makes));

const kinds: readonly (Given & { name: string })[] = [
  { name: 'an RNN', task: 'letters' },
  { name: 'an LSTM with gates', cell: 'lstm', gates: true },
  { name: 'a GRU both ways', cell: 'gru', bidirectional: true },
  { name: 'an LSTM that translates', task: 'translation', cell: 'lstm' },
  { name: 'one look at a picture', task: 'pictures', cell: 'feedforward_tanh' },
];

describe.each(kinds)('what flies in $name', (kind) => {
  const at = play({ ...kind, epochs: 0 });

  it('is something at every product with a matrix, at everything that arrives, and at every term of a sum', () => {
    const { clock } = at();
    const still: string[] = [];
    for (let playhead = 1; playhead <= Math.min(clock.count, 400); playhead++) {
      const moment = clock.momentAt(playhead)!;
      const isProduct = moment.kind === 'compute' && moment.parameter !== null;
      if (!isProduct && moment.kind !== 'pass' && moment.kind !== 'tile' && moment.kind !== 'arrive') continue;
      const flight = flightIn(at((each) => each.index === playhead));
      if (!flight || ![flight.from, flight.to].every((rect) => Object.values(rect).every(Number.isFinite) && rect.width > 0 && rect.height > 0)) still.push(`${moment.kind} ${moment.makes} ${moment.t}`);
    }
    expect(still).toEqual([]);
  });
});

describe('a flight', () => {
  it('begins at the column of the matrix that a word picks', () => {
    const scene = play({ epochs: 0, cell: 'lstm' })((moment) => moment.makes === 'W_xf·x');
    const matrix = layoutOf(scene, size).model.matrices['W_xf']!;
    const { from } = flightIn(scene)!;
    expect(from.x).toBeGreaterThanOrEqual(matrix.x);
    expect(from.width).toBeLessThan(matrix.width / 2);
    expect(from.height).toBe(matrix.height);
  });

  it('begins at the numbers of a picture where no word is read', () => {
    const scene = play({ epochs: 0, task: 'pictures', cell: 'feedforward_tanh' })((moment) => moment.makes === 'W_xh·x');
    expect(flightIn(scene)!.from.y).toBeGreaterThan(layoutOf(scene, size).staves.byId['h']!.y);
  });

  it('lands where its numbers stand: at the state before on the way back, over the passage too', () => {
    const scene = play({ epochs: 0, task: 'translation' })((moment) => moment.phase === 'backward' && moment.makes === 'dh.encoder_next' && moment.chain === 1);
    const flight = flightIn(scene)!;
    const T = scene.trace.stepCount;
    expect(flight.landsAt).toBe(T);
    expect(flight.of(1, 1)).toEqual({ symbol: 'dh.encoder_next', t: T, unit: 1 });
    expect(flight.to.x).toBeLessThan(flight.from.x);
  });

  it('goes to the right in the chain that runs from the end, on the way back', () => {
    const flight = flightOfMaking({ task: 'frames', bidirectional: true }, 'dh.reverse_next')!;
    expect(flight.to.x).toBeGreaterThan(flight.from.x);
  });
});

describe('one step of the playhead', () => {
  it('draws nothing again in columns that it does not touch', () => {
    const at = play({ task: 'letters', T: 30, epochs: 0, bidirectional: true });
    const view = (playhead: number) => <Score scene={at((moment) => moment.index === playhead)} {...size} width={4200} selection={null} onSelect={() => {}} onHover={() => {}} digits={2} />;
    const { container, rerender } = render(view(40));
    const observer = new MutationObserver(() => {});
    observer.observe(container, { subtree: true, childList: true, attributes: true, characterData: true });
    rerender(view(41));
    const touched = new Set(observer.takeRecords().map(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest('[data-column]')?.getAttribute('data-column')));
    const [current] = [at((moment) => moment.index === 41).moment!.t];
    const far = [...touched].filter((column) => column && Math.abs(Number(column.split(',')[1]) - current) > 1);
    expect(far).toEqual([]);
    expect([...touched].some((column) => column === `0,${current}`)).toBe(true);
  });
});
