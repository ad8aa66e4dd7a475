// What the reader sees: the whole page, put together from the panels.
import { AfterScore, useDocument, useScene, useSceneAfterScore, useView } from '../view/panels/stores.tsx';
import { keepKeys } from './earlyKeys.ts';
import { Later, laterPart } from './later.tsx';
import { ScorePanel } from './ScorePanel.tsx';
import { useTheme } from './useTheme.ts';

/** The first picture is the score. What stands around it comes a moment later, into places that are kept for it. */
const notices = laterPart(() => import('../view/panels/notices/Notices.tsx'), ({ Notices }) => Notices);
const formula = laterPart(() => import('./FormulaArea.tsx'), ({ FormulaArea }) => FormulaArea);
const bar = laterPart(() => import('./TopBar.tsx'), ({ TopBar }) => TopBar);
const transport = laterPart(() => import('../view/panels/transport/Transport.tsx'), ({ Transport }) => Transport);
const drawer = laterPart(() => import('./Drawer.tsx'), ({ Drawer }) => Drawer);
const rail = laterPart(() => import('./RailContent.tsx'), ({ RailContent }) => RailContent);
const workshop = laterPart(() => import('./workshop/WorkshopSection.tsx'), ({ WorkshopSection }) => WorkshopSection);
const laboratory = laterPart(() => import('./laboratory/LaboratorySection.tsx'), ({ LaboratorySection }) => LaboratorySection);

/** No key is lost that is pressed before what answers them is here. */
const early = keepKeys(document);
const keyboard = laterPart(
  () => import('./Keyboard.tsx'),
  ({ Keyboard }) => () => <Keyboard early={early} />,
);

export function App() {
  useTheme();
  const section = useDocument((state) => state.document.section);
  const isReady = useScene() !== null;
  // The playhead that the whole page shows.
  const shown = useSceneAfterScore()?.playhead;
  const panel = useView((state) => state.panel);
  return (
    <div className="page" data-section={section} data-ready={isReady ? '' : undefined} data-playhead={shown} data-panel={panel}>
      <Later part={keyboard} />
      <Later part={bar}>
        <div className="page-bar-place" aria-busy="true" />
      </Later>
      {section === 'score' ? (
        <>
          <main className="page-stage">
            <Later part={notices} />
            <ScorePanel />
            <AfterScore>
              <Later part={formula} isReady={isReady}>
                <div className="page-formula-place" aria-busy="true" />
              </Later>
            </AfterScore>
            <div className="page-transport">
              <Later part={transport} isReady={isReady}>
                <div className="page-transport-place" aria-busy="true" />
              </Later>
            </div>
          </main>
          <Rail isReady={isReady} />
        </>
      ) : (
        <Later key={section} part={section === 'workshop' ? workshop : laboratory} />
      )}
      <Later part={drawer} />
    </div>
  );
}

function Rail({ isReady }: { readonly isReady: boolean }) {
  const isFolded = useView((state) => state.isRailFolded);
  return (
    <aside className="page-rail" aria-label="What is happening, and your own sentence" hidden={isFolded}>
      <AfterScore>
        <Later part={rail} isReady={isReady} />
      </AfterScore>
    </aside>
  );
}
