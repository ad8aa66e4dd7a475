// "What does it say by itself?": a network that reads its own outputs, by the data it was trained on: names, letters, series, translations.
import { useMemo } from 'react';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import type { ShownNetwork } from '../../../../state/workshop/shown.ts';
import { PageLayout } from '../../pages/PageLayout.tsx';
import { useRoom } from '../hooks.ts';
import { useShown } from '../useShown.ts';
import { OpenTrained } from '../trained/OpenTrained.tsx';
import { NothingTrained } from '../NothingTrained.tsx';
import { ForcingFigure } from './ForcingFigure.tsx';
import { ForecastFigures } from './ForecastFigures.tsx';
import { GenerationControls } from './GenerationControls.tsx';
import { kindOf, type Kind } from './kinds.ts';
import { OtherSets } from './OtherSets.tsx';
import { samplesPlan } from './samples.ts';
import { SamplesPart } from './SamplesPart.tsx';
import './generation.css';

const title = 'What does it say by itself?';
const words = 'A network that says what comes next can read what it has said, and go on: free running. Nothing tells it any more what would have been right.';

export function GenerationRoom() {
  const shown = useShown();
  if (!shown) {
    return (
      <NothingTrained title={title} words={words}>
        <OtherSets words="These data sets have something to say:" />
      </NothingTrained>
    );
  }
  const { data, network, run } = shown;
  const generating = kindOf(data.task, network.model);
  if (generating.kind !== null) return <Generation shown={shown} kind={generating.kind} />;
  return (
    <PageLayout
      title={title}
      words={
        <>
          <p>{words}</p>
          <p>
            The network in view ({data.task.title}: {run.name}) has nothing to say by itself. {generating.words}
          </p>
        </>
      }
    >
      <OtherSets words="Take a data set that has, and train on it:" />
      <OpenTrained />
    </PageLayout>
  );
}

function Generation({ shown, kind }: { readonly shown: ShownNetwork & { readonly data: PreparedData }; readonly kind: Kind }) {
  const { data, network, parameters, run } = shown;
  const { temperature, choice, seed, count, steps, prompt, row, given } = useRoom('generation');
  const plan = useMemo(
    () => (kind === 'series' ? null : samplesPlan(kind, data, network.model, parameters, { temperature, choice, seed, count, steps, prompt, row })),
    [kind, data, network, parameters, temperature, choice, seed, count, steps, prompt, row],
  );
  return (
    <PageLayout
      title={title}
      words={
        <p>
          {words} In view: {data.task.title}, {run.name}.
        </p>
      }
      controls={<GenerationControls kind={kind} data={data} run={run} note={plan?.note ?? ''} isWrong={plan?.asked === null} />}
    >
      {plan ? (
        <>
          <SamplesPart kind={kind} data={data} plan={plan} />
          <ForcingFigure data={data} model={network.model} parameters={parameters} row={row} />
        </>
      ) : (
        <ForecastFigures data={data} model={network.model} parameters={parameters} row={row} given={given} />
      )}
    </PageLayout>
  );
}
