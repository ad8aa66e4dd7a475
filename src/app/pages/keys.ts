// What the page's keys do in a section of pages: those of a clicker turn them over, and the score's do nothing.
import { experimentBeside, laboratoryCommand, laboratoryOf } from '../../state/laboratory/edit.ts';
import { openRoom, roomBeside, workshopOf } from '../../state/workshop/edit.ts';
import type { ViewState } from '../../state/viewStore.ts';
import type { Stores } from '../../view/panels/stores.tsx';
import type { Action } from '../keyboard.ts';

export type PagesAction = Exclude<Action, { kind: 'step' | 'go' | 'play' | 'fold' | 'zoom' | 'sentence' }> | { readonly kind: 'page'; readonly by: 1 | -1 };

/** Null where the key is left to the browser and to what has the focus. */
export function pagesAction(action: Action, key: string, { panel }: Pick<ViewState, 'panel'>): PagesAction | null {
  switch (action.kind) {
    case 'step':
      if (action.held) return null;
      return key === 'PageDown' ? { kind: 'page', by: 1 } : key === 'PageUp' ? { kind: 'page', by: -1 } : null;
    case 'close':
      return panel === 'help' ? action : null;
    case 'help':
    case 'undo':
    case 'redo':
    case 'blank':
      return action;
    case 'go':
    case 'play':
    case 'fold':
    case 'zoom':
    case 'sentence':
      return null;
  }
}

/** The page beside the open one, in the section that is open; at the ends nothing changes. */
export function turnPage({ documents }: Pick<Stores, 'documents'>, by: 1 | -1): void {
  const { document, dispatch } = documents.getState();
  if (document.section === 'workshop') dispatch(openRoom(document, roomBeside(workshopOf(document).page.room, by)));
  else dispatch(laboratoryCommand(document, { experiment: experimentBeside(laboratoryOf(document).experiment, by) }));
}
