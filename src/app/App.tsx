// What the reader sees: the whole page, put together from the panels.
import { guidePage } from '../lessons/guide.ts';
import { tasks } from '../engine/tasks/index.ts';
import { FormulaStrip } from '../view/panels/formula/FormulaStrip.tsx';
import { Guide } from '../view/panels/guide/Guide.tsx';
import { Notices } from '../view/panels/notices/Notices.tsx';
import { SentenceField } from '../view/panels/sentence/SentenceField.tsx';
import { useDocument, useScene, useView } from '../view/panels/stores.tsx';
import { Transport } from '../view/panels/transport/Transport.tsx';
import { BlankScreen } from './BlankScreen.tsx';
import { Drawer } from './Drawer.tsx';
import { ScorePanel } from './ScorePanel.tsx';
import { ScoreTools } from './ScoreTools.tsx';
import { SkipLink } from './SkipLink.tsx';
import { TopBar } from './TopBar.tsx';
import { useKeyboard } from './useKeyboard.ts';
import { useTheme } from './useTheme.ts';
import { useTitle } from './useTitle.ts';

export function App() {
  useTheme();
  useTitle();
  useKeyboard();
  const scene = useScene();
  const panel = useView((state) => state.panel);
  return (
    <div className="page" data-ready={scene ? '' : undefined} data-playhead={scene?.playhead} data-panel={panel}>
      <SkipLink />
      <TopBar />
      <main className="page-stage">
        <Notices />
        <ScorePanel />
        <FormulaStrip aside={<ScoreTools />} />
        <div className="page-transport">
          <Transport />
        </div>
      </main>
      <Rail />
      <Drawer />
      <BlankScreen />
    </div>
  );
}

function Rail() {
  const isFolded = useView((state) => state.isRailFolded);
  const task = useDocument((state) => tasks[state.document.task]);
  const isTrained = useDocument((state) => state.document.trainedEpochs > 0);
  const scene = useScene();
  const page = guidePage({
    phase: scene?.moment?.phase ?? 'ready',
    tokens: scene?.tokens ?? [],
    topology: task.topology,
    loss: task.loss,
    step: task.step,
    isTrained,
  });
  return (
    <aside className="page-rail" aria-label="What is happening, and your own sentence" hidden={isFolded}>
      <Guide page={page} />
      <SentenceField />
    </aside>
  );
}
