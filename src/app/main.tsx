// Starts the app: reads where to begin, connects document, worker and address bar, and draws the page.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/jetbrains-mono/index.css';
import { documentStore } from '../state/documentStore.ts';
import { connectRunStore, createRunStore } from '../state/runStore.ts';
import { followDocument } from '../state/runs.ts';
import { viewStore } from '../state/viewStore.ts';
import { SecondProvider } from '../view/panels/rival/second.tsx';
import { StoresProvider } from '../view/panels/stores.tsx';
import '../view/theme/theme.css';
import { readAddress } from './address.ts';
import { App } from './App.tsx';
import { ErrorScreen } from './ErrorScreen.tsx';
import { offerTestHook } from './testHook.ts';
import './page.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with id "root".');

readAddress(window, documentStore, viewStore, (address) => {
  const runs = createRunStore();
  const client = connectRunStore(runs, {
    schedule: (callback) => void requestAnimationFrame(callback),
    isHidden: () => document.hidden,
  });
  followDocument(documentStore, client);
  address.mirror();
  offerTestHook(client);
  createRoot(root).render(
    <StrictMode>
      <ErrorScreen saveLink={address.flush}>
        <StoresProvider stores={{ documents: documentStore, runs, views: viewStore, client }}>
          <SecondProvider>
            <App />
          </SecondProvider>
        </StoresProvider>
      </ErrorScreen>
    </StrictMode>,
  );
});
