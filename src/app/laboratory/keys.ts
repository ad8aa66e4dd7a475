// What the page's keys do in the gradient laboratory: those of a clicker turn over its experiments, and the score's do nothing.
import { experimentBeside, laboratoryCommand, laboratoryOf } from '../../state/laboratory/edit.ts';
import type { ViewState } from '../../state/viewStore.ts';
import type { Stores } from '../../view/panels/stores.tsx';
import type { Action } from '../keyboard.ts';

export type LaboratoryAction = Exclude<Action, { kind: 'step' | 'go' | 'play' | 'fold' | 'zoom' | 'sentence' }> | { readonly kind: 'experiment'; readonly by: 1 | -1 };

/** Null where the key is left to the browser and to what has the focus. */
export function laboratoryAction(action: Action, key: string, { panel }: Pick<ViewState, 'panel'>): LaboratoryAction | null {
  switch (action.kind) {
    case 'step':
      if (action.held) return null;
      return key === 'PageDown' ? { kind: 'experiment', by: 1 } : key === 'PageUp' ? { kind: 'experiment', by: -1 } : null;
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

/** The experiment beside the open one; at the ends nothing changes. */
export function goToExperiment({ documents }: Pick<Stores, 'documents'>, by: 1 | -1): void {
  const { document, dispatch } = documents.getState();
  dispatch(laboratoryCommand(document, { experiment: experimentBeside(laboratoryOf(document).experiment, by) }));
}
