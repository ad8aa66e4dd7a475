// "Which words are alike, and how is that learned?": word2vec over a text, from random vectors to a map of meanings, beside one-hot vectors.
import { PageLayout } from '../../pages/PageLayout.tsx';
import { Ask } from './Ask.tsx';
import { MapFigures } from './MapFigures.tsx';
import { RunControls } from './RunControls.tsx';
import { SettingControls } from './SettingControls.tsx';
import { LossFigure, TableFigures } from './TableFigures.tsx';
import { TextControls } from './TextControls.tsx';
import { useCorpus } from './useCorpus.ts';
import { useLearned, useLearning, useTask } from './useLearning.ts';
import { WalkFigure } from './WalkFigure.tsx';
import './vectors.css';

export function VectorsRoom() {
  const text = useCorpus();
  const task = useTask(text.corpus);
  const learned = useLearned();
  const { status } = useLearning();
  // What cannot be learned from has no vectors; but what is being learned goes on.
  const isSeen = text.problem === null || status === 'running' || status === 'paused';
  return (
    <PageLayout
      title="Which words are alike, and how is that learned?"
      words={
        <p>
          A one-hot vector says which word it is and nothing else: every two words are equally far apart. word2vec gives each word a vector of a few numbers, and moves it until it tells which words stand around it. Words of the same company come to lie side by side.
        </p>
      }
      controls={
        <>
          <TextControls {...text} />
          <SettingControls />
        </>
      }
    >
      <RunControls task={task} />
      {learned && isSeen && (
        <>
          <MapFigures learned={learned} />
          <Ask learned={learned} />
          <WalkFigure learned={learned} />
          <TableFigures learned={learned} />
          <LossFigure learned={learned} />
        </>
      )}
    </PageLayout>
  );
}
