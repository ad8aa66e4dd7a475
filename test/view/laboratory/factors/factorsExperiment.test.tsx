import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { initialLaboratory } from '../../../../src/state/laboratory/defaults.ts';
import { setupsOf } from '../../../../src/state/laboratory/setups.ts';
import { textWidth } from '../../../../src/view/layout/directLabels.ts';
import { FactorsExperiment } from '../../../../src/view/panels/laboratory/factors/FactorsExperiment.tsx';
import { formatNumber } from '../../../../src/view/theme/format.ts';
import { computed, drawLaboratory } from '../answered.tsx';

const figure = (name: RegExp): HTMLElement => screen.getByRole('figure', { name });
/** Raised and lowered letters are elements of their own; read aloud they are one text. */
const textOf = (element: HTMLElement): string => element.textContent ?? '';

describe('the experiment "Why it shrinks"', () => {
  it('says what one step multiplies by, of the numbers that the engine has', () => {
    drawLaboratory(<FactorsExperiment />);
    expect(screen.getByRole('heading', { name: 'What does one step back multiply the gradient by?' })).toBeInTheDocument();
    const { gradient, slopePart, weightPart } = computed({ kind: 'factors', setup: setupsOf(initialLaboratory).rnn_tanh });
    const mean = (gradient[0]! / gradient[30]!) ** (1 / 30);
    const part = (values: Float64Array) => Math.exp(values.subarray(1).reduce((sum, each) => sum + Math.log(each), 0) / 30);
    const words = textOf(screen.getByText(/^30 steps back/).closest('p')!);
    expect(words).toContain(`each step multiplied it by ${formatNumber(mean)} on average, of which the slope of tanh did × ${formatNumber(part(slopePart))} and the weights × ${formatNumber(part(weightPart))}`);
  });

  it('draws a dot for each unit of the opened step on both curves, and a bar for each singular value', () => {
    const { container, edit } = drawLaboratory(<FactorsExperiment />, { hiddenSize: 5, step: 3 });
    expect(container.querySelectorAll('.lab-activation-units circle')).toHaveLength(10);
    expect(figure(/Where its units stand at t = 3/)).toBeInTheDocument();
    const bars = (): number => (container.querySelector('.lab-singular-others')?.getAttribute('d')?.match(/z/g)?.length ?? 0) + 1;
    expect(bars()).toBe(5);
    edit({ hiddenSize: 7 });
    expect(bars()).toBe(7);
  });

  it('says of the limit what it means: on its line where no bar reaches there, else in a key over the bars', () => {
    const { container, edit } = drawLaboratory(<FactorsExperiment />, { network: 'rnn_tanh', stretch: { by: 'singular', value: 0.5 } });
    const said = (): Element[] => [...container.querySelectorAll('.lab-singular text')].filter((each) => each.textContent.includes('must vanish'));
    const heightOf = (element: Element | null | undefined, attribute: string): number => Number(element?.getAttribute(attribute));
    const limit = (): Element | null => container.querySelector('.lab-singular > .lab-why-limit');
    expect(said()).toHaveLength(1);
    expect(heightOf(said()[0], 'y')).toBe(heightOf(limit(), 'y1'));
    edit({ stretch: { by: 'singular', value: 3 }, scheme: 'orthogonal' });
    expect(said()).toHaveLength(1);
    expect(heightOf(said()[0], 'y')).toBeLessThan(heightOf(limit(), 'y1') - 30);
  });

  it('has the words of the largest eigenvalue right of those of the first bar where both are as high', () => {
    const { container } = drawLaboratory(<FactorsExperiment />, { network: 'rnn_relu', scheme: 'orthogonal', stretch: { by: 'singular', value: 3 } });
    const texts = [...container.querySelectorAll('.lab-singular text')];
    const [radius, first] = ['ρ = 3.00', 'max = 3.00'].map((words) => texts.find((each) => each.textContent.endsWith(words))!);
    const right = Number(radius!.getAttribute('x')) - textWidth(radius!.textContent, 12);
    expect(right).toBeGreaterThan(Number(first!.getAttribute('x')) + textWidth(first!.textContent, 12) * 0.8);
  });

  it('opens a step by keyboard, and shows the Jacobians from the loss back over it', () => {
    const { laboratory } = drawLaboratory(<FactorsExperiment />);
    expect(figure(/The 30 Jacobians from step 30 back over step 1, multiplied out/)).toBeInTheDocument();
    fireEvent.change(screen.getByRole('slider', { name: 'Step to open' }), { target: { value: 28 } });
    expect(laboratory().step).toBe(28);
    const opened = figure(/The 3 Jacobians from step 30 back over step 28, multiplied out/);
    expect(within(opened).getAllByText(/^t = /).map(textOf)).toEqual(['t = 30', 't = 29', 't = 28']);
    expect(figure(/Where its units stand at t = 28/)).toBeInTheDocument();
  });

  it('writes the numbers of small matrices into their cells, and the product is that of its matrices', () => {
    const { container } = drawLaboratory(<FactorsExperiment />, { hiddenSize: 2, step: 29 });
    const cells = [...container.querySelectorAll('.matrix-heat text')].map((each) => Number(textOf(each as HTMLElement).replace('−', '-')));
    // Two stages, each with W_hh, its Jacobian and the product so far.
    expect(cells).toHaveLength(24);
    const [J30, J29, product] = [4, 16, 20].map((from) => cells.slice(from, from + 4)) as [number[], number[], number[]];
    const multiplied = [0, 1].flatMap((i) => [0, 1].map((j) => J30[2 * i]! * J29[j]! + J30[2 * i + 1]! * J29[2 + j]!));
    multiplied.forEach((value, k) => expect(Math.abs(value - product[k]!)).toBeLessThan(0.03));
  });

  it('says the number of a matrix that an arrow key comes to', async () => {
    drawLaboratory(<FactorsExperiment />, { hiddenSize: 2, step: 29 });
    const reach = screen.getByRole('button', { name: /Numbers of the matrices/ });
    reach.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowDown}');
    const { stages } = computed({ kind: 'product', setup: setupsOf({ ...initialLaboratory, hiddenSize: 2 }).rnn_tanh, k: 28 });
    const value = formatNumber(stages.at(-1)!.product[3]!, 4);
    expect(reach.getAttribute('aria-label')).toContain(`∂h at 30 / ∂h at 28, row 2, column 2: ${value}`);
  });

  it('tells that a gated cell does not split so simply, keeps its factors whole, and leads to its road', async () => {
    const { container, laboratory } = drawLaboratory(<FactorsExperiment />, { network: 'lstm' });
    expect(screen.getByText(/A step of the LSTM does not split so simply/)).toBeInTheDocument();
    expect(container.querySelector('.lab-activation')).toBeNull();
    expect(container.querySelector('.lab-factors-slopes')?.getAttribute('d')).toBe('');
    expect(container.querySelector('.lab-factors-weights')?.getAttribute('d')).not.toBe('');
    expect(screen.getByText(/through h alone at most/)).toBeInTheDocument();
    expect(container.querySelector('.lab-product-times')).toHaveTextContent('→');
    await userEvent.click(screen.getByRole('button', { name: 'See the road through the gates' }));
    expect(laboratory().experiment).toBe('gates');
  });

  it('draws nothing wrong with one unit, two steps and a loss at the first of them', () => {
    const { container } = drawLaboratory(<FactorsExperiment />, { hiddenSize: 1, steps: 2, lossAt: 1, step: 2 });
    expect(figure(/The Jacobian of step 1/)).toBeInTheDocument();
    expect(screen.getByText(/is one number; it multiplies by/)).toBeInTheDocument();
    expect(container.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('says in words when ReLU runs away, and when it is dead', () => {
    const { container, edit } = drawLaboratory(<FactorsExperiment />, { network: 'rnn_relu', steps: 1000, stretch: { by: 'singular', value: 3 }, hiddenSize: 12, seed: 3 });
    expect(container.innerHTML).not.toMatch(/[",( ]NaN|undefined/);
    edit({ steps: 20, stretch: { by: 'singular', value: 0.9 } });
    expect(screen.getByText(/are switched off: there the slope is 0, and the gradient stops/)).toBeInTheDocument();
  });

  it('hands on why there is no answer', () => {
    drawLaboratory(<FactorsExperiment />, {}, 'The bias of the gate is a number.');
    expect(screen.getByRole('alert')).toHaveTextContent('The bias of the gate is a number.');
  });
});
