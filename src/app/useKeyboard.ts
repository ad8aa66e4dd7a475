// The keys at work: reads them from the page, and carries out what the table of keys says.
import { useLayoutEffect, useRef } from 'react';
import { useStores } from '../view/panels/stores.tsx';
import { useTransport, type Transport } from '../view/panels/transport/useTransport.ts';
import type { Stores } from '../view/panels/stores.tsx';
import { keyCommand, type Action, type Focus, type KeyContext } from './keyboard.ts';
import { pagesAction, turnPage } from './pages/keys.ts';

/** By how much a key or a button zooms. */
export const zoomStep = 1.5;

/** The field that `/` goes to. */
const sentenceField = '[data-sentence-field]';

const typedTypes = new Set(['text', 'search', 'number', 'email', 'url', 'tel', 'password', 'date', 'time']);

/** What has the focus, as far as it uses keys itself. */
export function contextOf(element: Element | null): KeyContext {
  const typing =
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && typedTypes.has(element.type)) ||
    (element instanceof HTMLElement && element.isContentEditable);
  return { typing, focus: focusOn(element), letters: true };
}

function focusOn(element: Element | null): Focus {
  if (element?.closest('dialog[open]')) return 'dialog';
  if (element instanceof HTMLSelectElement) return 'choice';
  if (element instanceof HTMLInputElement) {
    if (element.type === 'range') return 'range';
    return element.type === 'checkbox' ? 'button' : 'choice';
  }
  const role = element?.getAttribute('role') ?? '';
  if (/^(option|tab|radio|menuitem|menuitemradio|slider|spinbutton|listbox|combobox)$/.test(role)) return 'choice';
  if (element instanceof HTMLButtonElement || role === 'button' || element?.localName === 'summary') return 'button';
  return element instanceof HTMLAnchorElement ? 'link' : 'none';
}

/** Goes to the field, where it can be seen. What is typed next takes the sentence's place; Escape or undo brings it back. */
function takeField(): boolean {
  const field = document.querySelector<HTMLInputElement>(sentenceField);
  field?.focus();
  field?.select();
  return field !== null && document.activeElement === field;
}

function carryOut(action: Action, { documents, views }: Stores, transport: Transport): void {
  const { document: place, dispatch, undo, redo } = documents.getState();
  const view = views.getState();
  switch (action.kind) {
    case 'step':
      return transport.step(action.size, action.direction, action.held);
    case 'go':
      return action.to === 'start' ? transport.goToStart() : transport.goToEnd();
    case 'play':
      return transport.togglePlay();
    case 'fold': {
      const fold = place.fold < 0.5 ? 1 : 0;
      dispatch({ type: 'setFold', fold });
      return;
    }
    case 'zoom':
      return action.to === 'all' ? view.setZoom(view.zooms.fit) : view.zoomBy(action.to === 'in' ? zoomStep : 1 / zoomStep);
    case 'sentence':
      if (takeField()) return;
      view.setRailFolded(false);
      // It is there only after the next drawing. An open drawer may stand in its place.
      requestAnimationFrame(() => {
        if (takeField()) return;
        views.getState().setPanel('none');
        requestAnimationFrame(takeField);
      });
      return;
    case 'help':
      return view.togglePanel('help');
    case 'close':
      // What was opened last is closed first.
      if (view.trail.length > 0) return view.pop();
      return view.panel === 'none' ? view.setHover(null) : view.setPanel('none');
    case 'undo':
      return undo();
    case 'redo':
      return redo();
    case 'blank':
      return view.setBlank(!view.isBlank);
  }
}

const isSheetOpen = (): boolean => [...document.querySelectorAll('[popover]')].some((each) => each.matches(':popover-open'));

/** Used once on a page. A key that something else has already answered is left alone. */
export function useKeyboard(): void {
  const stores = useStores();
  const transport = useTransport();
  const latest = useRef(transport);
  // Before the picture is shown, so that no key that follows it is lost.
  useLayoutEffect(() => {
    latest.current = transport;
  });
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const { isBlank, setBlank } = stores.views.getState();
      if (isBlank) {
        // Any key brings the page back, and does nothing else.
        if (event.key.length > 1 && /^(Shift|Control|Alt|AltGraph|Meta)$/.test(event.key)) return;
        event.preventDefault();
        return setBlank(false);
      }
      const { key, shiftKey, ctrlKey, metaKey, altKey, repeat } = event;
      const altGraph = event.getModifierState('AltGraph');
      const press = { key, shiftKey, ctrlKey, metaKey, altKey, repeat, altGraph };
      const action = keyCommand(press, contextOf(document.activeElement));
      // An open sheet is closed by the browser, which asks that nobody else answers the key.
      if (!action || (action.kind === 'close' && isSheetOpen())) return;
      // The score's keys are the score's: in other sections they are left to the browser.
      const inSection = stores.documents.getState().document.section === 'score' ? action : pagesAction(action, key, stores.views.getState());
      if (!inSection) return;
      event.preventDefault();
      if (inSection.kind === 'page') turnPage(stores, inSection.by);
      else carryOut(inSection, stores, latest.current);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [stores]);
}
