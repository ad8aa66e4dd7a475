// "What does it keep in mind?": the hidden states of the network in view over a sentence, as a heatmap, in a plane and unit by unit, before and after.
import { useMemo, useState } from 'react';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import type { ShownNetwork } from '../../../../state/workshop/shown.ts';
import type { HeatPlace } from '../../../layout/workshop/heatGrid.ts';
import { PageLayout } from '../../pages/PageLayout.tsx';
import { useEditRoom, useRoom } from '../hooks.ts';
import { NothingTrained } from '../NothingTrained.tsx';
import { useShown } from '../useShown.ts';
import { WaysToNetwork } from '../WaysToNetwork.tsx';
import { CurvesFigure } from './CurvesFigure.tsx';
import { HeatFigure } from './HeatFigure.tsx';
import { labelsOf } from './labels.ts';
import { MostMoving } from './MostMoving.tsx';
import { PlaneFigure } from './PlaneFigure.tsx';
import { chosenSentence, planeSentences } from '../sentences.ts';
import { StateControls } from './StateControls.tsx';
import { unitNames } from './stateWords.ts';
import { useStates } from './useStates.ts';
import './states.css';

const title = 'What does it keep in mind?';
const words = 'After each step a recurrent network has one thing alone to go on with: its hidden state. Here are its numbers, word by word, and the way that it takes.';

export function StatesRoom() {
  const shown = useShown();
  if (!shown) return <NothingTrained title={title} words={words} />;
  if (shown.network.model.topology === 'one-to-one' || shown.reader !== 'sequence') {
    return (
      <PageLayout
        title={title}
        words={
          <>
            <p>{words}</p>
            <p>The network in view ({shown.run.name}) reads all words at once, so it has no state that goes from word to word. Train one that reads a sequence, or choose another run in the training.</p>
          </>
        }
      >
        <WaysToNetwork />
      </PageLayout>
    );
  }
  return <States shown={shown} />;
}

function States({ shown }: { readonly shown: ShownNetwork & { readonly data: PreparedData } }) {
  const { data, network, run } = shown;
  const { row, sentence: typed, before, sentences, unit: kept } = useRoom('states');
  const edit = useEditRoom('states');
  const [pointed, point] = useState<HeatPlace | null>(null);
  const chosen = useMemo(() => chosenSentence(data, typed, row), [data, typed, row]);
  const others = useMemo(() => planeSentences(data, sentences), [data, sentences]);
  const labels = useMemo(() => labelsOf(data.task), [data]);
  const { seen: all, problem } = useStates(shown, chosen.sentence, others);
  const seen = useMemo(() => (all && !before ? { ...all, before: null } : all), [all, before]);
  const units = useMemo(() => unitNames(network.model), [network]);
  // A place of a longer sentence, or of a larger network, is no place any more.
  const here = seen && pointed && pointed.unit < units.length && pointed.step < seen.sentence.words.length ? pointed : null;
  const unit = here?.unit ?? (kept > 0 && kept <= units.length ? kept - 1 : null);
  const toggle = (next: number): void => edit({ unit: kept === next + 1 ? 0 : next + 1 });
  return (
    <PageLayout
      title={title}
      words={
        <p>
          {words} In view: {run.name}.
        </p>
      }
      controls={<StateControls data={data} run={run} chosen={chosen} units={units} />}
    >
      {problem !== null && (
        <p className="controls-problem" role="alert">
          {problem}
        </p>
      )}
      {seen && (
        <>
          <MostMoving key={seen.sentence.words.join(' ')} words={seen.sentence.words} moves={seen.now.chosen.moves} step={data.task.step} />
          <HeatFigure seen={seen} unit={unit} pointed={here} onPoint={point} onKeep={toggle} step={data.task.step} />
          <PlaneFigure seen={seen} labels={labels} isLabelled={!chosen.isOwn || data.task.targetSource.kind !== 'asked'} unit={unit} whole={data.task.whole} />
          <CurvesFigure seen={seen} unit={unit} pointed={here} onPoint={point} step={data.task.step} />
        </>
      )}
    </PageLayout>
  );
}
