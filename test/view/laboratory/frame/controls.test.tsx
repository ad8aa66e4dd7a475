import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { ReactNode } from 'react';
import { initialLaboratory } from '../../../../src/state/laboratory/defaults.ts';
import { laboratoryOf } from '../../../../src/state/laboratory/edit.ts';
import type { Laboratory } from '../../../../src/state/laboratory/laboratory.ts';
import { CarriedControl } from '../../../../src/view/panels/laboratory/controls/CarriedControl.tsx';
import { ClippingControl } from '../../../../src/view/panels/laboratory/controls/ClippingControl.tsx';
import { GateBiasControl } from '../../../../src/view/panels/laboratory/controls/GateBiasControl.tsx';
import { HiddenControl } from '../../../../src/view/panels/laboratory/controls/HiddenControl.tsx';
import { LearningRateControl } from '../../../../src/view/panels/laboratory/controls/LearningRateControl.tsx';
import { LossAtControl } from '../../../../src/view/panels/laboratory/controls/LossAtControl.tsx';
import { MatchControl } from '../../../../src/view/panels/laboratory/controls/MatchControl.tsx';
import { NetworkChoice } from '../../../../src/view/panels/laboratory/controls/NetworkChoice.tsx';
import { NetworksControl } from '../../../../src/view/panels/laboratory/controls/NetworksControl.tsx';
import { SchemeControl } from '../../../../src/view/panels/laboratory/controls/SchemeControl.tsx';
import { SeedControl } from '../../../../src/view/panels/laboratory/controls/SeedControl.tsx';
import { StepsControl } from '../../../../src/view/panels/laboratory/controls/StepsControl.tsx';
import { StrengthControl } from '../../../../src/view/panels/laboratory/controls/StrengthControl.tsx';
import { StretchControl } from '../../../../src/view/panels/laboratory/controls/StretchControl.tsx';
import { stretchWords } from '../../../../src/view/panels/laboratory/controls/stretchWords.ts';
import { WindowControl } from '../../../../src/view/panels/laboratory/controls/WindowControl.tsx';
import { drawPage, type Page } from '../../page.tsx';

const draw = (control: ReactNode, settings: Partial<Laboratory> = {}): { page: Page; now: () => Laboratory } => {
  const page = drawPage(control, { laboratory: { ...initialLaboratory, ...settings } });
  return { page, now: () => laboratoryOf(page.stores.documents.getState().document) };
};

/** Drags a slider through these places. */
function drag(slider: HTMLElement, places: readonly number[]): void {
  fireEvent.pointerDown(slider);
  for (const place of places) fireEvent.change(slider, { target: { value: String(place) } });
  fireEvent.pointerUp(slider);
}

describe('a slider of the laboratory', () => {
  test('changes the setting at every moment of a drag, which is one entry of the undo menu', () => {
    const { page, now } = draw(<HiddenControl />);
    const slider = screen.getByRole('slider', { name: 'Hidden units H' });
    drag(slider, [20, 30, 40]);
    expect(now().hiddenSize).toBe(40);
    drag(slider, [50]);
    const { history, undo } = page.stores.documents.getState();
    expect(history.past).toHaveLength(2);
    undo();
    expect(now().hiddenSize).toBe(40);
  });

  test('takes a drag with a rest in it for one', () => {
    const { page } = draw(<HiddenControl />);
    const slider = screen.getByRole('slider', { name: 'Hidden units H' });
    const clock = vi.spyOn(performance, 'now');
    clock.mockReturnValue(0);
    fireEvent.pointerDown(slider);
    fireEvent.change(slider, { target: { value: '20' } });
    clock.mockReturnValue(60_000);
    fireEvent.change(slider, { target: { value: '30' } });
    fireEvent.pointerUp(slider);
    expect(page.stores.documents.getState().history.past).toHaveLength(1);
    clock.mockRestore();
  });

  test.each<[string, ReactNode, keyof Laboratory, number, number]>([
    ['Steps T', <StepsControl key="s" />, 'steps', 2, 1000],
    ['Strength of the input', <StrengthControl key="i" />, 'strength', 0.1, 20],
    ['Hidden units H', <HiddenControl key="h" />, 'hiddenSize', 1, 64],
    ['Forget-gate bias', <GateBiasControl key="g" />, 'gateBias', -3, 5],
    ['Window', <WindowControl key="w" />, 'window', 1, 30],
    ['Learning rate η', <LearningRateControl key="l" />, 'learningRate', 0.0001, 10],
  ])('%s reaches both of its ends', (name, control, key, low, high) => {
    const { now } = draw(control);
    const slider = screen.getByRole('slider', { name });
    drag(slider, [Number(slider.getAttribute('min'))]);
    expect(now()[key]).toBe(low);
    drag(slider, [Number(slider.getAttribute('max'))]);
    expect(now()[key]).toBe(high);
  });

  test('says what it does', () => {
    draw(<StrengthControl />);
    expect(screen.getByRole('slider')).toHaveAccessibleDescription(/push units to where tanh is flat/);
  });
});

describe('the controls of the laboratory', () => {
  test('W_hh is scaled by its largest singular value, by its spectral radius, or not at all', async () => {
    const { now } = draw(<StretchControl />);
    await userEvent.click(screen.getByRole('radio', { name: 'by ρ' }));
    expect(now().stretch).toEqual({ by: 'radius', value: 0.95 });
    const slider = screen.getByRole('slider', { name: 'spectral radius ρ' });
    drag(slider, [Number(slider.getAttribute('max'))]);
    expect(now().stretch).toEqual({ by: 'radius', value: 3 });
    await userEvent.click(screen.getByRole('radio', { name: 'as it starts' }));
    expect(now().stretch).toBeNull();
    expect(screen.queryByRole('slider')).toBeNull();
  });

  test('σ times the steepest slope is compared with 1, for the networks that are drawn', () => {
    const words = (value: number, networks: Laboratory['networks']): string => stretchWords({ by: 'singular', value }, networks).join(' | ');
    expect(words(0.95, ['rnn_tanh', 'rnn_sigmoid', 'rnn_relu', 'lstm'])).toBe('tanh, ReLU: σ·max|φ′| = 0.95 < 1 ⇒ must vanish | sigmoid: σ·max|φ′| = 0.24 < 1 ⇒ must vanish');
    expect(words(1, ['rnn_tanh'])).toBe('tanh: σ·max|φ′| = 1.00 ⇒ it cannot grow');
    expect(words(1.2, ['rnn_relu'])).toBe('ReLU: σ·max|φ′| = 1.20 > 1: it may grow');
    expect(words(0.9999, ['rnn_tanh'])).toContain('< 1 ⇒ must vanish');
    expect(words(2, ['lstm', 'gru'])).toContain('With gates there are other ways back as well.');
  });

  test('T is typed exactly, and a number out of reach is refused in words', async () => {
    const { now } = draw(<StepsControl />);
    const field = screen.getByRole('textbox', { name: 'T, exactly' });
    await userEvent.clear(field);
    await userEvent.type(field, '137{Enter}');
    expect(now().steps).toBe(137);
    await userEvent.clear(field);
    await userEvent.type(field, '5000{Enter}');
    expect(now().steps).toBe(137);
    expect(screen.getByRole('alert')).toHaveTextContent('The number of time steps is 5000, but it has to be a whole number from 2 to 1000.');
  });

  test('the loss at the last step stays at the last step, wherever that is', () => {
    const { now } = draw(<LossAtControl />, { steps: 20 });
    const slider = screen.getByRole('slider', { name: 'Loss at step' });
    expect(slider).toHaveAttribute('aria-valuetext', '20, the last');
    drag(slider, [5]);
    expect(now().lossAt).toBe(5);
    drag(slider, [20]);
    expect(now().lossAt).toBeNull();
  });

  test('the bias of the gate can be left to the scheme', async () => {
    const { now } = draw(<GateBiasControl />);
    await userEvent.click(screen.getByRole('switch'));
    expect(now().gateBias).toBeNull();
    expect(screen.queryByRole('slider')).toBeNull();
  });

  test('networks are drawn and left out, and stay in their order', async () => {
    const { now } = draw(<NetworksControl />, { networks: ['lstm'] });
    await userEvent.click(screen.getByRole('checkbox', { name: 'RNN · tanh' }));
    expect(now().networks).toEqual(['rnn_tanh', 'lstm']);
    await userEvent.click(screen.getByRole('checkbox', { name: 'LSTM' }));
    expect(now().networks).toEqual(['rnn_tanh']);
  });

  test('one network is looked into', async () => {
    const { now } = draw(<NetworkChoice />);
    await userEvent.click(within(screen.getByRole('group', { name: 'Network' })).getByRole('radio', { name: 'GRU' }));
    expect(now().network).toBe('gru');
  });

  test('choices are made', async () => {
    const { now } = draw(
      <>
        <SchemeControl />
        <MatchControl />
        <ClippingControl />
        <CarriedControl />
      </>,
    );
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'First weights' }), 'Orthogonal');
    await userEvent.click(screen.getByRole('radio', { name: 'parameters' }));
    await userEvent.click(screen.getByRole('radio', { name: 'by value' }));
    await userEvent.click(screen.getByRole('radio', { name: 'reset to 0' }));
    expect(now()).toMatchObject({ scheme: 'orthogonal', matched: 'parameters', clipping: { kind: 'value', limit: 1 }, carried: false });
    await userEvent.click(screen.getByRole('radio', { name: 'no' }));
    expect(now().clipping).toBeNull();
  });

  test('the die throws another seed', async () => {
    const { now } = draw(<SeedControl />);
    await userEvent.click(screen.getByRole('button', { name: 'New seed' }));
    expect(now().seed).not.toBe(7);
  });
});
