import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { useKeyboard } from '../../../src/app/useKeyboard.ts';
import { initialLaboratory } from '../../../src/state/laboratory/defaults.ts';
import { laboratoryOf } from '../../../src/state/laboratory/edit.ts';
import { drawPage, type Page } from '../../view/page.tsx';

function Keys() {
  useKeyboard();
  return <input type="range" aria-label="A slider" />;
}

const inLaboratory = (): Page => drawPage(<Keys />, { section: 'gradients', playhead: 3 });
const experiment = (page: Page): string => laboratoryOf(page.stores.documents.getState().document).experiment;

/** Whether the browser may still do what it does with the key. */
const press = (key: string, modifiers: Partial<KeyboardEventInit> = {}): boolean => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...modifiers });

describe('the keys in the gradient laboratory', () => {
  test('a clicker turns over the experiments, and stays at both ends', () => {
    const page = inLaboratory();
    expect(press('PageUp')).toBe(false);
    expect(experiment(page)).toBe('flow');
    press('PageDown');
    expect(experiment(page)).toBe('factors');
    for (let k = 0; k < 9; k++) press('PageDown');
    expect(experiment(page)).toBe('duel');
    expect(page.stores.documents.getState().canUndo).toBe(false);
  });

  test('on a slider, and held down, they are the browser’s', () => {
    const page = inLaboratory();
    expect(press('PageDown', { repeat: true })).toBe(true);
    act(() => screen.getByRole('slider').focus());
    expect(press('PageDown')).toBe(true);
    expect(experiment(page)).toBe('flow');
  });

  test.each(['ArrowRight', 'ArrowLeft', 'Home', 'End', ' ', 'f', '+', '0', '/', '['])('%s is left to the browser, and the score stays where it is', (key) => {
    const page = inLaboratory();
    expect(press(key)).toBe(true);
    const { playhead, fold } = page.stores.documents.getState().document;
    expect([playhead, fold]).toEqual([3, 0]);
  });

  test('undo, redo, help, its closing, and the blank screen are as everywhere', () => {
    const page = inLaboratory();
    const { dispatch } = page.stores.documents.getState();
    act(() => void dispatch({ type: 'setSettings', settings: { laboratory: { ...initialLaboratory, steps: 99 } }, words: 'change T', target: 'steps' }));
    press('z', { ctrlKey: true });
    expect(page.stores.documents.getState().document.laboratory).toBeNull();
    press('y', { ctrlKey: true });
    expect(page.stores.documents.getState().document.laboratory?.steps).toBe(99);
    press('?');
    expect(page.stores.views.getState().panel).toBe('help');
    press('Escape');
    expect(page.stores.views.getState().panel).toBe('none');
    press('b');
    expect(page.stores.views.getState().isBlank).toBe(true);
  });

  test('a drawer of the score stays open behind it', () => {
    const page = inLaboratory();
    act(() => page.stores.views.getState().setPanel('weights'));
    expect(press('Escape')).toBe(true);
    expect(page.stores.views.getState().panel).toBe('weights');
  });
});
