// A page of panels for tests: stores of its own, and every run computed at once, without a worker.
import { act, render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { initialDocument } from '../../src/state/defaults.ts';
import type { UnrolledDocument } from '../../src/state/document.ts';
import { createDocumentStore } from '../../src/state/documentStore.ts';
import { createNetwork } from '../../src/engine/network.ts';
import { parametersOf } from '../../src/engine/recipe/parameters.ts';
import { Pass } from '../../src/engine/run/pass.ts';
import { preparedExample } from '../../src/engine/run/prepared.ts';
import { createTrace } from '../../src/engine/run/trace.ts';
import { createRunStore, type RunState, type RunStore } from '../../src/state/runStore.ts';
import { numbersOf, prepareJob } from '../../src/state/runs.ts';
import { same } from '../../src/state/same.ts';
import { createViewStore, type ViewState } from '../../src/state/viewStore.ts';
import { StoresProvider, type Stores } from '../../src/view/panels/stores.tsx';

export interface Page extends RenderResult {
  readonly stores: Stores;
  /** The playhead. */
  readonly at: () => number;
  readonly seek: (playhead: number) => void;
}

/** The numbers of a document, complete. */
function computed(document: UnrolledDocument, version: number): Partial<RunState> {
  const job = prepareJob(document);
  const network = createNetwork(job.model);
  const parameters = parametersOf(network, job.recipe);
  const { example } = preparedExample(network, parameters, job);
  const trace = createTrace(network, example);
  const pass = new Pass(trace, parameters);
  pass.startAll(job.recipe.initialStates);
  pass.forward();
  pass.backward();
  const { parameterGradients } = trace;
  const forwardTo = trace.steps.length;
  return { status: 'done', version, run: version, job: example === job.example ? job : { ...job, example }, network, parameters, trace, loss: pass.totalLoss(), forwardTo, backwardFrom: 0, parameterGradients };
}

function follow(stores: Stores, runs: RunStore): void {
  let version = 1;
  runs.setState(computed(stores.documents.getState().document, version));
  stores.documents.subscribe(({ document }, before) => {
    if (!same(numbersOf(document), numbersOf(before.document))) runs.setState(computed(document, ++version));
  });
}

/** Draws panels with a document; training is left out unless asked for, as it takes its time. */
export function drawPage(panels: ReactNode, document: Partial<UnrolledDocument> = {}, view: Partial<ViewState> = {}): Page {
  const runs = createRunStore();
  const documents = createDocumentStore({ ...initialDocument(document.task), trainedEpochs: 0, ...document });
  const stores: Stores = { documents, runs, views: createViewStore(view), client: null };
  follow(stores, runs);
  const result = render(<StoresProvider stores={stores}>{panels}</StoresProvider>);
  return {
    ...result,
    stores,
    at: () => documents.getState().document.playhead,
    seek: (playhead) => act(() => void documents.getState().dispatch({ type: 'seek', playhead })),
  };
}
