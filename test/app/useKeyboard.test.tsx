import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { HelpDialog } from '../../src/app/HelpDialog.tsx';
import { keys } from '../../src/app/keyboard.ts';
import { useKeyboard } from '../../src/app/useKeyboard.ts';
import { Transport } from '../../src/view/panels/transport/Transport.tsx';
import { drawPage } from '../view/page.tsx';

function Keys() {
  useKeyboard();
  return <input aria-label="A sentence" data-sentence-field="" />;
}

const key = (name: string, modifiers: Partial<KeyboardEventInit> = {}): void => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...modifiers });
};

describe('the keyboard', () => {
  test('steps, goes to both ends, and unrolls', () => {
    const page = drawPage(<Keys />);
    key('ArrowRight');
    key('ArrowRight', { shiftKey: true });
    expect(page.at()).toBe(4);
    key('ArrowLeft');
    expect(page.at()).toBe(3);
    key('End');
    expect(page.at()).toBeGreaterThan(30);
    key('Home');
    expect(page.at()).toBe(0);
    key('f');
    expect(page.stores.documents.getState().document.fold).toBe(1);
    key('f');
    expect(page.stores.documents.getState().document.fold).toBe(0);
  });

  test('after the update reads the same sentence again, but not while a key is held down', () => {
    const page = drawPage(<Keys />);
    key('End');
    key('ArrowRight', { repeat: true });
    expect(page.stores.documents.getState().document.changes).toEqual([]);
    key('ArrowRight');
    expect(page.at()).toBe(0);
    expect(page.stores.documents.getState().document.changes).toMatchObject([{ kind: 'update', times: 1 }]);
    key('z', { ctrlKey: true });
    expect(page.stores.documents.getState().document.changes).toEqual([]);
    key('y', { ctrlKey: true });
    expect(page.stores.documents.getState().document.changes).toHaveLength(1);
  });

  test('leaves the field that is typed in alone, and Tab leads out of it', async () => {
    const user = userEvent.setup();
    const page = drawPage(
      <>
        <Keys />
        <Transport />
      </>,
    );
    await user.click(screen.getByLabelText('A sentence'));
    await user.keyboard('f /?b[ArrowRight]');
    expect(screen.getByLabelText('A sentence')).toHaveValue('f /?b');
    expect(page.at()).toBe(0);
    expect(page.stores.documents.getState().document.fold).toBe(0);
    await user.tab();
    expect(screen.getByRole('button', { name: 'Back to the start' })).toHaveFocus();
    await user.keyboard('{ArrowRight}');
    expect(page.at()).toBe(1);
  });

  test('presses the button that has the focus with space, and nothing else', async () => {
    const user = userEvent.setup();
    const page = drawPage(
      <>
        <Keys />
        <Transport />
      </>,
    );
    screen.getByRole('button', { name: 'On one operation' }).focus();
    await user.keyboard(' ');
    expect(page.at()).toBe(1);
    expect(page.stores.views.getState().playing).toBe(false);
  });

  test('closes what was opened last', () => {
    const page = drawPage(<Keys />);
    const view = () => page.stores.views.getState();
    view().setPanel('table');
    view().select({ symbol: 'h', t: 1, unit: 1 }, true);
    key('Escape');
    expect(view().trail).toEqual([]);
    expect(view().panel).toBe('table');
    key('Escape');
    expect(view().panel).toBe('none');
  });

  test('blanks the screen, and brings it back with any key, which then does nothing else', () => {
    const page = drawPage(<Keys />);
    key('b');
    expect(page.stores.views.getState().isBlank).toBe(true);
    key('Shift');
    expect(page.stores.views.getState().isBlank).toBe(true);
    key('PageDown');
    expect(page.stores.views.getState().isBlank).toBe(false);
    expect(page.at()).toBe(0);
  });

  test('leaves alone what something else has answered', () => {
    const page = drawPage(<Keys />);
    document.body.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
    key('ArrowRight');
    expect(page.at()).toBe(0);
  });
});

test('the help lists every key of the table', () => {
  // jsdom has no modal dialogs.
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
    close(this: HTMLDialogElement) {
      this.open = false;
    },
  });
  drawPage(<HelpDialog />);
  const text = screen.getByRole('dialog', { name: 'Keys' }).textContent;
  for (const { words } of keys) expect(text).toContain(words);
});
