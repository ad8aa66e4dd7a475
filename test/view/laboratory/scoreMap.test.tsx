import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { lastLossNorms } from '../../../src/engine/gradient/flow.ts';
import { pathsOf } from '../../../src/engine/gradient/paths.ts';
import { finish } from '../../../src/engine/learn/learner.ts';
import { isLit } from '../../../src/view/draw/score/paint.ts';
import { normAt } from '../../../src/view/layout/laboratory/lossMap.ts';
import { scoreMap, type ScoreMap } from '../../../src/view/panels/laboratory/map/scoreRows.ts';
import { GradientPlot } from '../../../src/view/panels/gradient/GradientPlot.tsx';
import { drawPage, type Page } from '../page.tsx';

const letters = { task: 'letters', text: 'namaste', hiddenSize: 4 } as const;

async function drawMap(document: Parameters<typeof drawPage>[1] = letters): Promise<Page> {
  const page = drawPage(<GradientPlot />, document);
  await userEvent.click(screen.getByRole('radio', { name: /Map: which loss feels which step/ }));
  return page;
}

function mapOf(page: Page, way = 0): ScoreMap {
  const { trace, network, parameters } = page.stores.runs.getState();
  if (!trace || !network || !parameters) throw new Error('There is no run yet.');
  return finish(scoreMap(trace, parameters, pathsOf(network, trace.steps)[way]!));
}

describe('the map beside the score', () => {
  it('has a row for each loss of the run, the last of which is the gradient of the last loss alone', async () => {
    const page = await drawMap();
    const { map, losses } = mapOf(page);
    expect(losses).toEqual([1, 2, 3, 4, 5, 6]);
    const { trace, parameters } = page.stores.runs.getState();
    const alone = lastLossNorms(trace!, parameters!);
    // L is the mean over the losses, each of which stands in the map by itself.
    for (let k = 1; k <= 6; k++) expect(normAt(map, 5, k) / normAt(map, 5, 6)).toBeCloseTo(alone[k]! / alone[6]!, 12);
    expect(screen.getByRole('img', { name: 'Map of the gradient: 6 losses by 6 states' })).toBeInTheDocument();
  });

  it('lights up in the score both the loss and the state of the square that is pointed at', async () => {
    const page = await drawMap();
    page.seek(10_000);
    const { hover } = page.stores.views.getState();
    expect(hover).toBeNull();
    const reach = page.container.querySelector('.lab-map-reach')!;
    const [x, y] = ['x', 'y'].map((name) => Number(reach.getAttribute(name)));
    const [width, height] = ['width', 'height'].map((name) => Number(reach.getAttribute(name)));
    fireEvent.pointerMove(reach, { clientX: x! + (1.5 / 6) * width!, clientY: y! + (4.5 / 6) * height! });
    const pointed = page.stores.views.getState().hover;
    expect(pointed).toEqual({ symbol: 'dh', t: 2, also: { symbol: 'L', t: 5 } });
    expect(isLit(pointed, { symbol: 'dh', t: 2, unit: 3 })).toBe(true);
    expect(isLit(pointed, { symbol: 'L', t: 5, unit: 1 })).toBe(true);
    expect(isLit(pointed, { symbol: 'L', t: 2, unit: 1 })).toBe(false);
    expect(page.container.querySelector('.lab-map-said')).toHaveTextContent('The loss at step 5 feels the state at step 2, 3 steps back');
    fireEvent.pointerLeave(reach);
    expect(page.stores.views.getState().hover).toBeNull();
  });

  it('points at the state itself as long as its gradient has not been computed', async () => {
    const page = await drawMap();
    fireEvent.keyDown(screen.getByRole('slider', { name: 'State at step k' }), { key: 'ArrowRight' });
    expect(page.stores.views.getState().selection).toEqual({ symbol: 'h', t: 2, also: { symbol: 'L', t: 6 } });
  });

  it('marks the column of a state and the row of an output that are pointed at in the score', async () => {
    const page = await drawMap();
    const marks = () => page.container.querySelectorAll('.lab-map-marked rect').length;
    expect(marks()).toBe(3);
    act(() => page.stores.views.getState().setHover({ symbol: 'h', t: 3, unit: 1 }));
    expect(marks()).toBe(1);
    expect(page.container.querySelector('.lab-map-said')).toHaveTextContent('the state at step 3');
    act(() => page.stores.views.getState().setHover({ symbol: 'p', t: 4, unit: 1 }));
    expect(marks()).toBe(1);
    expect(page.container.querySelector('.lab-map-said')).toHaveTextContent('The loss at step 4');
  });

  it('says why it has one row where there is one loss', async () => {
    await drawMap({});
    expect(screen.getByText(/asked once, at its end, so there is one loss/)).toBeInTheDocument();
    expect(screen.getByRole('img', { name: 'Map of the gradient: 1 loss by 4 states' })).toBeInTheDocument();
  });

  it('has some of the losses of a long sequence, and says so', async () => {
    await drawMap({ ...letters, generatedLength: 100 });
    expect(await screen.findByText(/Of the 100 losses 64 have a row\./)).toBeInTheDocument();
  });

  it('has a way for each direction: backwards, the nearest state to a loss is the next one on that way', async () => {
    const page = await drawMap({ task: 'entities', bidirectional: true });
    expect(screen.getByRole('radio', { name: 'reverse' })).toBeInTheDocument();
    const { map, losses } = mapOf(page, 1);
    expect([...losses]).toEqual([...losses].sort((a, b) => b - a));
    losses.forEach((_, row) => expect(normAt(map, row, map.at[row]!)).toBeGreaterThan(0));
  });

  it('says in words that nothing is handed on where that is so', async () => {
    await drawMap({ task: 'pictures', text: '#.#/.#./#.#', cell: 'feedforward_tanh' });
    expect(screen.getByText(/no loss feels another step/)).toBeInTheDocument();
  });
});
