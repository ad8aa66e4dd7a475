import { describe, expect, test } from 'vitest';
import { keyCommand, keys, type Focus, type KeyContext, type KeyPress } from '../../src/app/keyboard.ts';

const free: KeyContext = { typing: false, focus: 'none', letters: true };

function press(key: string, rest: Partial<KeyPress> = {}): KeyPress {
  const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, repeat: false, altGraph: false };
  return { key, ...none, ...rest };
}

describe('a key', () => {
  test.each([
    [press('ArrowRight'), { kind: 'step', size: 'operation', direction: 1, held: false }],
    [press('ArrowLeft'), { kind: 'step', size: 'operation', direction: -1, held: false }],
    [press('ArrowRight', { shiftKey: true }), { kind: 'step', size: 'word', direction: 1, held: false }],
    [press('ArrowLeft', { shiftKey: true }), { kind: 'step', size: 'word', direction: -1, held: false }],
    [press('PageDown'), { kind: 'step', size: 'word', direction: 1, held: false }],
    [press('PageUp'), { kind: 'step', size: 'word', direction: -1, held: false }],
    [press(']'), { kind: 'step', size: 'phase', direction: 1, held: false }],
    [press('['), { kind: 'step', size: 'phase', direction: -1, held: false }],
    [press('Home'), { kind: 'go', to: 'start' }],
    [press('End'), { kind: 'go', to: 'end' }],
    [press(' '), { kind: 'play' }],
    [press('f'), { kind: 'fold' }],
    [press('F'), { kind: 'fold' }],
    [press('/'), { kind: 'sentence' }],
    [press('?', { shiftKey: true }), { kind: 'help' }],
    [press('Escape'), { kind: 'close' }],
    [press('z', { ctrlKey: true }), { kind: 'undo' }],
    [press('z', { metaKey: true }), { kind: 'undo' }],
    [press('Z', { metaKey: true, shiftKey: true }), { kind: 'redo' }],
    [press('y', { ctrlKey: true }), { kind: 'redo' }],
    [press('.'), { kind: 'blank' }],
    [press('b'), { kind: 'blank' }],
  ])('%o does %o', (event, action) => {
    expect(keyCommand(event, free)).toEqual(action);
  });

  test('that is held down says so, so that nothing is trained by leaning on it', () => {
    expect(keyCommand(press('ArrowRight', { repeat: true }), free)).toMatchObject({ held: true });
    expect(keyCommand(press(' ', { repeat: true }), free)).toBeNull();
  });

  test('types a sign also where that takes AltGr or Shift', () => {
    expect(keyCommand(press('[', { ctrlKey: true, altKey: true, altGraph: true }), free)).toMatchObject({ size: 'phase' });
    expect(keyCommand(press('/', { shiftKey: true }), free)).toEqual({ kind: 'sentence' });
  });
});

describe('keys are left alone', () => {
  test('while a field is typed in', () => {
    for (const row of keys) {
      const modifiers = { ctrlKey: row.modifier.startsWith('command'), shiftKey: row.modifier.endsWith('shift') };
      expect(keyCommand(press(row.key, modifiers), { ...free, typing: true })).toBeNull();
    }
  });

  test('with a modifier that is not asked for', () => {
    expect(keyCommand(press('ArrowLeft', { altKey: true }), free)).toBeNull();
    expect(keyCommand(press('ArrowLeft', { ctrlKey: true }), free)).toBeNull();
    expect(keyCommand(press('f', { ctrlKey: true }), free)).toBeNull();
    expect(keyCommand(press('b', { metaKey: true }), free)).toBeNull();
    expect(keyCommand(press(' ', { shiftKey: true }), free)).toBeNull();
  });

  const own: readonly (readonly [Focus, string])[] = [
    ['button', ' '],
    ['button', 'Enter'],
    ['range', 'ArrowRight'],
    ['range', 'Home'],
    ['range', 'PageDown'],
    ['choice', 'ArrowLeft'],
    ['choice', ' '],
    ['choice', 'f'],
    ['dialog', 'ArrowRight'],
    ['dialog', 'Escape'],
  ];
  test.each(own)('where a %s uses "%s" itself', (focus, key) => {
    expect(keyCommand(press(key), { ...free, focus })).toBeNull();
  });

  test('where single letters are switched off', () => {
    expect(keyCommand(press('f'), { ...free, letters: false })).toBeNull();
    expect(keyCommand(press('.'), { ...free, letters: false })).toBeNull();
    expect(keyCommand(press('ArrowRight'), { ...free, letters: false })).not.toBeNull();
    expect(keyCommand(press('z', { ctrlKey: true }), { ...free, letters: false })).toEqual({ kind: 'undo' });
  });
});

test('on a button the arrows still step, so that pressing one does not take the keyboard away', () => {
  expect(keyCommand(press('ArrowRight'), { ...free, focus: 'button' })).toMatchObject({ kind: 'step' });
});

test('the help can be closed with the key that opened it', () => {
  expect(keyCommand(press('?', { shiftKey: true }), { ...free, focus: 'dialog' })).toEqual({ kind: 'help' });
});

test('plus, minus and zero zoom, again and again while plus or minus is held', () => {
  expect(keyCommand(press('+', { shiftKey: true, repeat: true }), free)).toEqual({ kind: 'zoom', to: 'in' });
  expect(keyCommand(press('-', { repeat: true }), free)).toEqual({ kind: 'zoom', to: 'out' });
  expect(keyCommand(press('0'), free)).toEqual({ kind: 'zoom', to: 'all' });
  // The browser's own zoom is left to it.
  expect(keyCommand(press('+', { ctrlKey: true }), free)).toBeNull();
});

test('no key means two things', () => {
  const names = keys.map(({ key, modifier }) => `${modifier} ${key}`);
  expect(new Set(names).size).toBe(names.length);
});
