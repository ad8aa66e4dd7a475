// "Which way down, and how fast?": every optimiser from the same weights with the same batches, on one clock: losses, ways down, and the rate of a weight.
import { useCallback, useMemo, useState } from 'react';
import { weightStory } from '../../../../engine/workshop/race/weight.ts';
import { PageLayout } from '../../pages/PageLayout.tsx';
import { FigureFrame } from '../../pages/FigureFrame.tsx';
import { useEditRoom, useRoom } from '../hooks.ts';
import { AdagradFigures } from './AdagradFigures.tsx';
import { RaceLines } from './LineFigures.tsx';
import { RaceClock } from './RaceClock.tsx';
import { RaceControls } from './RaceControls.tsx';
import { SliceFigure } from './SliceFigure.tsx';
import { Standing } from './Standing.tsx';
import { UpdateFormula } from './UpdateFormula.tsx';
import { shortNames, useRace, type Race } from './useRace.ts';
import { weightName } from '../../../layout/workshop/optimisers/weights.ts';
import { lowestWords, measuredWords } from './words.ts';
import './optimisers.css';

export function OptimisersRoom() {
  const { race, problem } = useRace();
  return (
    <PageLayout
      title="Which way down, and how fast?"
      words={<p>Six optimisers start from the same weights and are given the same batches, update by update. What differs is what each of them makes of a gradient.</p>}
      controls={<RaceControls race={race} />}
    >
      {problem !== null && (
        <p className="race-problem" role="alert">
          {problem}
        </p>
      )}
      {race && problem === null && <Figures race={race} />}
      {!race && problem === null && <p className="controls-words">The first updates are being computed.</p>}
    </PageLayout>
  );
}

function Figures({ race }: { readonly race: Race }) {
  const { problem, entries, updates, losses, result, weights } = race;
  const settings = useRoom('optimisers');
  const { shown } = settings;
  const edit = useEditRoom('optimisers');
  const [pointed, onPoint] = useState<number | null>(null);
  const at = Math.min(settings.at, updates);
  // While it is under way, all stand where the slowest of them is.
  const reached = result ? updates : Math.max(0, Math.min(...losses.map(({ length }) => length - 1)));
  const view = Math.min(pointed ?? at, reached);
  const onChoose = useCallback((update: number) => edit({ at: update }), [edit]);
  const clock = { at: view, onPoint, onChoose };

  const weight = Math.min(settings.weight, weights.count - 1);
  const name = weightName(weights, weight);
  const stories = useMemo(() => entries.map((_, lane) => result && weightStory(result, lane, weight)), [entries, result, weight]);
  const lossLines = useMemo(() => entries.map(({ optimiser }, lane) => ({ id: optimiser, name: shortNames[optimiser], numbers: losses[lane] ?? [] })), [entries, losses]);
  const rateLines = useMemo(() => stories.flatMap((story) => (story ? [{ id: story.optimiser, name: shortNames[story.optimiser], numbers: story.rates }] : [])), [stories]);
  const storyOf = (id: string) => stories.find((story) => story?.optimiser === id) ?? null;
  const [own, adagrad, rmsprop] = [storyOf(shown), storyOf('adagrad'), storyOf('rmsprop')];
  const ended = result?.lanes.flatMap(({ problem: words }) => (words === null ? [] : [words])) ?? [];
  const said = lowestWords(entries.map(({ optimiser }, lane) => ({ optimiser, loss: losses[lane]?.[view] ?? NaN })), view);

  return (
    <div className="race">
      <RaceClock updates={updates} at={at} onSeek={onChoose} />
      {!result && (
        <p className="race-under-way">
          <progress max={updates} value={reached} aria-label="Updates that all have made" /> Under way: update {reached.toLocaleString('en')} of {updates.toLocaleString('en')}. The ways down and the rates follow in the end.
        </p>
      )}
      {ended.map((words) => (
        <p key={words} className="race-problem" role="status">
          {words}
        </p>
      ))}
      <Standing race={race} at={view} shown={shown} onShow={(id) => edit({ shown: id })} stories={stories} weightName={name} />
      <div className="race-figures">
        <FigureFrame title="Loss" name="optimisers-loss" aspect={1.55} minHeight={300} note={result ? `${measuredWords(problem, result)} ${said}` : said}>
          {(place) => <RaceLines lines={lossLines} updates={updates} kind="log" title="loss" label={`The loss of each optimiser over the updates, on a logarithmic scale. ${said}`} shown={shown} clock={clock} place={place} />}
        </FigureFrame>
        {result && <SliceFigure race={{ ...race, result }} choice={settings} shown={shown} at={view} />}
      </div>
      {result && (
        <FigureFrame title={`What a gradient of ${name} is multiplied with`} name="optimisers-rates" minHeight={230} note="η, divided by what the optimiser has seen of this weight’s gradients. The first three make no difference between weights. A line begins where the weight has its first gradient that is not 0.">
          {(place) => <RaceLines lines={rateLines} updates={updates} kind="log" title="rate of this weight" label={`The effective rate of ${name} for each optimiser over the updates; the numbers at the update in view stand in the table.`} shown={shown} clock={clock} place={place} />}
        </FigureFrame>
      )}
      {adagrad && rmsprop && <AdagradFigures adagrad={adagrad} rmsprop={rmsprop} updates={updates} clock={clock} weightName={name} />}
      {own && <UpdateFormula story={own} update={view} weightName={name} />}
    </div>
  );
}
