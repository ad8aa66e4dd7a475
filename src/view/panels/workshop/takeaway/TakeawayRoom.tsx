// "How do I go on elsewhere?": all that can be taken away, each with what to do with it, its size and its first lines; and the way back in.
import { useMemo, useState, type ReactNode } from 'react';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import type { RunsState, TrainingRun } from '../../../../state/workshop/run.ts';
import type { ShownNetwork } from '../../../../state/workshop/shown.ts';
import { shorten } from '../../../../state/words.ts';
import { PageLayout } from '../../pages/PageLayout.tsx';
import { useOpenRoom } from '../hooks.ts';
import { RowField } from '../RowField.tsx';
import { OpenTrained } from '../trained/OpenTrained.tsx';
import { useRuns, useShown } from '../useShown.ts';
import { ScriptCard, TraceCard, WeightsCard } from './NetworkCards.tsx';
import { OpenFiles } from './OpenFiles.tsx';
import { LinkCard, ProjectCard } from './ProjectCards.tsx';
import { DataCard, RunCard } from './RunCards.tsx';
import { chosenRow, takenNetwork, type ChosenRow } from './taken.ts';
import { useRested } from './useRested.ts';
import './takeaway.css';

const title = 'How do I go on elsewhere?';

const shownRun = ({ runs, shown }: RunsState): TrainingRun | null => runs.find(({ id }) => id === shown) ?? null;

export function TakeawayRoom() {
  const shown = useShown();
  const run = useRuns(shownRun);
  if (shown) return <Taken shown={shown} />;
  return <NothingToRead run={run}>{run && <RunCard run={run} />}</NothingToRead>;
}

/** Without a network, or without its data, there is what is set, and the ways to one. */
function NothingToRead({ run, children }: { readonly run: TrainingRun | null; readonly children: ReactNode }) {
  const open = useOpenRoom();
  return (
    <PageLayout
      isOpen
      title={title}
      words={
        <p>
          Weights, scripts, numbers and figures of a network that you have trained.{' '}
          {run ? `The data of “${run.name}” are on their way, or are gone from this browser.` : 'None is in view yet: train one, open one that is trained, or open a file.'}
        </p>
      }
      controls={
        <>
          <button type="button" className="controls-button controls-button-strong" onClick={() => open('training')}>
            Go to the training
          </button>
          <OpenTrained />
          <OpenFiles />
        </>
      }
    >
      <div className="takeaway">
        {children}
        <LinkCard run={run} />
        <ProjectCard run={run} />
        <FiguresCard />
      </div>
    </PageLayout>
  );
}

function Taken({ shown }: { readonly shown: ShownNetwork & { readonly data: PreparedData } }) {
  const { data, reader } = shown;
  const run = useRested(shown.run);
  const [{ sentence, row }, read] = useState({ sentence: '', row: 1 });
  const network = takenNetwork(shown);
  const chosen = useMemo((): ChosenRow => chosenRow(data, reader, sentence, row), [data, reader, sentence, row]);
  return (
    <PageLayout
      title={title}
      words={
        <p>
          Of the network in view: {run.name}, after epoch {network.epoch.toLocaleString('en')}, over “{run.title}”. Everything is made here in the browser and is saved on this machine.
        </p>
      }
      controls={
        <>
          <RowField data={data} sentence={sentence} row={row} note={chosen.note} isWrong={chosen.read === null} onChange={(changes) => read((now) => ({ ...now, ...changes }))} />
          <p className="controls-words">{chosen.read ? `The script and the table of numbers read “${shorten(chosen.read.text)}”.` : 'The script and the table of numbers read a row.'}</p>
          <OpenTrained />
          <OpenFiles />
        </>
      }
    >
      <div className="takeaway">
        <WeightsCard network={network} />
        <ScriptCard network={network} row={chosen} />
        <TraceCard network={network} row={chosen} />
        <DataCard data={data} />
        <ProjectCard run={run} />
        <RunCard run={run} />
        <LinkCard run={run} />
        <FiguresCard />
      </div>
    </PageLayout>
  );
}

/** Figures are saved where they are. */
function FiguresCard() {
  return (
    <section className="takeaway-card" aria-labelledby="takeaway-figures">
      <h3 id="takeaway-figures">Figures</h3>
      <div className="takeaway-words">
        <p>Every figure of the workshop and of the laboratory has its own buttons: SVG for papers and slides, drawn anew at any size, and PNG for everything else. They are saved as they stand on the screen, in the theme that is chosen.</p>
        <p>The unrolled network of the score is saved there, in the gallery too.</p>
      </div>
    </section>
  );
}
