// "What is learned from?": the built-in data sets and one's own; the one in view with its rows, its split, its answers and its words.
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Dataset, PreparedData } from '../../../../engine/data/dataset.ts';
import { datasetStore } from '../../../../state/workshop/datasets.ts';
import { preparationOf, preparations } from '../../../../state/workshop/prepared.ts';
import { PageLayout } from '../../pages/PageLayout.tsx';
import { useRoom } from '../hooks.ts';
import { useDrop } from '../useDrop.ts';
import { usePrepared } from '../usePrepared.ts';
import { BalanceFigure } from './BalanceFigure.tsx';
import { OwnData, takeFile } from './own/OwnData.tsx';
import { RowsOfSet } from './RowsOfSet.tsx';
import { SetHead } from './SetHead.tsx';
import { SetList } from './SetList.tsx';
import { SplitControls } from './SplitControls.tsx';
import { Vocabulary } from './Vocabulary.tsx';
import './data.css';

export function DataRoom() {
  const settings = useRoom('data');
  const { data, problem } = usePrepared();
  const dataset = useStore(datasetStore, ({ loaded }) => loaded[settings.set]);
  const shown = useLatest(data, dataset);
  const place = useRef<HTMLDivElement>(null);
  const isOver = useDrop(place, takeFile);
  return (
    <PageLayout
      title="What is learned from?"
      words={<p>A data set is a table of rows, each with what should come out of it. Choose one, look at what a network will read of it, and see which rows are kept to test it.</p>}
      controls={<SplitControls data={data} />}
    >
      <div ref={place} className="data-room" data-over={isOver || undefined}>
        <SetList />
        <OwnData />
        {problem !== null && (
          <p className="data-problem" role="alert">
            {problem}{' '}
            <button type="button" className="controls-button" onClick={() => preparations.request(settings.set, preparationOf(settings))}>
              Try again
            </button>
          </p>
        )}
        {dataset && (
          <section className="data-view" aria-label={dataset.task.title}>
            <SetHead dataset={dataset} data={data} />
            {shown ? (
              <>
                <RowsOfSet key={settings.set} data={shown} />
                <BalanceFigure data={shown} />
                <Vocabulary data={shown} />
              </>
            ) : (
              problem === null && <p className="controls-words" role="status">Its rows are being read …</p>
            )}
          </section>
        )}
      </div>
    </PageLayout>
  );
}

/** What is prepared; while a large data set is prepared anew, as it was before: its rows do not come and go under a slider. */
function useLatest(data: PreparedData | null, dataset: Dataset | undefined): PreparedData | null {
  const [latest, keep] = useState(data);
  if (data && data !== latest) keep(data);
  return data ?? (latest && latest.dataset === dataset ? latest : null);
}
