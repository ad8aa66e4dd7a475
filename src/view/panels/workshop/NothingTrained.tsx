// What the reader sees of a room that looks at a trained network as long as there is none: why it is empty, and the way to one.
import type { ReactNode } from 'react';
import { PageLayout } from '../pages/PageLayout.tsx';
import { useRuns } from './useShown.ts';
import { WaysToNetwork } from './WaysToNetwork.tsx';

interface Props {
  /** The room's question. */
  readonly title: string;
  /** What can be seen here once there is a network. */
  readonly words: string;
  /** More ways to one. */
  readonly children?: ReactNode;
}

export function NothingTrained({ title, words, children }: Props) {
  const hasRun = useRuns(({ runs, shown }) => runs.some(({ id }) => id === shown));
  return (
    <PageLayout
      title={title}
      words={
        <>
          <p>{words}</p>
          <p>{hasRun ? 'The data of the network in view are on their way, or are gone from this browser.' : 'No network has been trained yet. Train one, and it is looked at here, epoch by epoch.'}</p>
        </>
      }
    >
      <WaysToNetwork />
      {children}
    </PageLayout>
  );
}
