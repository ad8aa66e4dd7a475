// Where the page begins, and the address that says where it is: what reads and writes links is fetched, and not waited for without need.
import type { DocumentStore } from '../state/documentStore.ts';
import type { Mirroring } from '../state/mirror.ts';
import type { ViewStore } from '../state/viewStore.ts';
import { hasPlace, themeOf } from '../state/window.ts';

export interface Address {
  /** From now on the address follows the document. */
  readonly mirror: () => void;
  /** Writes what is still to be written, now. */
  readonly flush: () => void;
}

/**
 * Puts the document of the address, if it has one, into the stores, and then begins. Without one the first document stays, and it
 * begins at once. What is begun here is not awaited at the top of a module: what is fetched later shares its code with this page.
 */
export function readAddress(window: Window, documents: DocumentStore, views: ViewStore, begin: (address: Address) => void): void {
  const fetched = import('../state/mirror.ts');
  fetched.catch(() => views.getState().setProblems(['What reads links and keeps the address up to date could not be fetched: is the network there? All else works on.']));
  views.getState().setTheme(themeOf(window));
  if (!hasPlace(window)) return begin(addressOf(window, documents, views, fetched, false));
  fetched.then(
    ({ readStart }) => {
      const { document, problems, from } = readStart(window);
      documents.getState().start(document);
      views.getState().setProblems(problems);
      begin(addressOf(window, documents, views, fetched, from === 'reload'));
    },
    () => begin(addressOf(window, documents, views, fetched, false)),
  );
}

/** `isBehind`: whether the address may be a step behind, as after a reload. */
function addressOf(window: Window, documents: DocumentStore, views: ViewStore, fetched: Promise<typeof import('../state/mirror.ts')>, isBehind: boolean): Address {
  let mirroring: Mirroring | null = null;
  return {
    flush: () => mirroring?.flush(),
    mirror: () => {
      const before = documents.getState().document;
      fetched.then(
        ({ startMirror }) => {
          mirroring = startMirror(window, documents, views, ({ problems }) => views.getState().setProblems(problems));
          // While it was fetched the document may have gone on.
          if (isBehind || documents.getState().document !== before) mirroring.write();
        },
        () => {},
      );
    },
  };
}
