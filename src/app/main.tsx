// Starts the app: reads where to begin, connects document, worker and address bar, and draws the page.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/jetbrains-mono/index.css';
import { documentStore } from '../state/documentStore.ts';
import { readStart, startMirror } from '../state/mirror.ts';
import { connectRunStore, createRunStore } from '../state/runStore.ts';
import { followDocument } from '../state/runs.ts';
import { viewStore } from '../state/viewStore.ts';
import { StoresProvider } from '../view/panels/stores.tsx';
import '../view/theme/theme.css';
import { App } from './App.tsx';
import { ErrorScreen } from './ErrorScreen.tsx';
import { offerTestHook } from './testHook.ts';
import './page.css';

const start = readStart(window);
documentStore.getState().start(start.document);
viewStore.getState().setTheme(start.theme);

const runs = createRunStore();
const client = connectRunStore(runs, {
  schedule: (callback) => void requestAnimationFrame(callback),
  isHidden: () => document.hidden,
});
followDocument(documentStore, client);
const { flush, write } = startMirror(window, documentStore, viewStore, ({ problems }) => viewStore.getState().setProblems(problems));
// After a reload the address may be a step behind.
if (start.from === 'reload') write();
viewStore.getState().setProblems(start.problems);
offerTestHook(client);

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with id "root".');
createRoot(root).render(
  <StrictMode>
    <ErrorScreen saveLink={flush}>
      <StoresProvider stores={{ documents: documentStore, runs, views: viewStore, client }}>
        <App />
      </StoresProvider>
    </ErrorScreen>
  </StrictMode>,
);
