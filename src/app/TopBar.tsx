// What the reader sees at the top: the name, what changes the network, and what opens plots, weights, table, link and theme.
import { Activity, Grid3x3, HelpCircle, Redo2, Share2, Undo2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Section } from '../state/document.ts';
import { themes, type Panel, type Theme } from '../state/viewStore.ts';
import { NetworkControls } from '../view/panels/controls/NetworkControls.tsx';
import { useDocument, useStores, useView } from '../view/panels/stores.tsx';
import { GalleryButton } from './gallery/GalleryButton.tsx';
import { Later, laterPart } from './later.tsx';
import { SectionNav } from './SectionNav.tsx';
import { SkipLink } from './SkipLink.tsx';
import { useTitle } from './useTitle.ts';
import './topBar.css';

const themeWords: Readonly<Record<Theme, string>> = {
  auto: 'System',
  light: 'Light',
  dark: 'Dark',
  projector: 'Projector',
};

/** Behind a button: the first screen does without it. */
const networkSheet = laterPart(() => import('../view/panels/controls/NetworkSheet.tsx'), ({ NetworkSheet }) => NetworkSheet);

export function TopBar() {
  const section = useDocument((state) => state.document.section);
  return (
    <>
      <SkipLink section={section} />
      {section === 'score' && <ScoreTitle />}
      <Bar section={section} />
    </>
  );
}

/** The laboratory has a title of its own. */
function ScoreTitle() {
  useTitle();
  return null;
}

function Bar({ section }: { readonly section: Section }) {
  return (
    <header className="top-bar">
      <h1>
        <a className="top-bar-name" href="./" aria-label="Unrolled, begin anew">
          <Logo />
          <span>Unrolled</span>
        </a>
      </h1>
      <SectionNav />
      {section === 'score' && (
        <>
          <NetworkControls sheet={<Later part={networkSheet} />} />
          <GalleryButton />
        </>
      )}
      <div className="top-bar-tools" role="group" aria-label="Tools">
        <HistoryButtons />
        {section === 'score' && (
          <>
            <PanelButton panel="gradient" words="Gradient plot">
              <Activity aria-hidden size={18} />
              <span className="top-bar-label">Gradient plot</span>
            </PanelButton>
            <PanelButton panel="weights" words="Weights">
              <Grid3x3 aria-hidden size={18} />
              <span className="top-bar-label">Weights</span>
            </PanelButton>
          </>
        )}
        <ShareButton />
        <PanelButton panel="help" words="Help: keys">
          <HelpCircle aria-hidden size={18} />
        </PanelButton>
        <ThemeSelect />
      </div>
    </header>
  );
}

function Logo() {
  return (
    <svg className="top-bar-logo" viewBox="0 0 46 14" width="46" height="14" aria-hidden>
      <line x1="7" x2="39" y1="7" y2="7" />
      {[7, 23, 39].map((x) => (
        <circle key={x} cx={x} cy="7" r="5" />
      ))}
    </svg>
  );
}

/** At their ends the buttons do nothing, but keep the keyboard's place. */
function HistoryButtons() {
  const { undo, redo } = useStores().documents.getState();
  const canUndo = useDocument((state) => state.canUndo);
  const canRedo = useDocument((state) => state.canRedo);
  const undoWords = useDocument((state) => state.undoWords);
  const redoWords = useDocument((state) => state.redoWords);
  return (
    <>
      <button type="button" className="tool" aria-disabled={!canUndo || undefined} onClick={canUndo ? undo : undefined} aria-label={`Undo ${undoWords}`} title={`Undo ${undoWords}`}>
        <Undo2 aria-hidden size={18} />
      </button>
      <button type="button" className="tool" aria-disabled={!canRedo || undefined} onClick={canRedo ? redo : undefined} aria-label={`Redo ${redoWords}`} title={`Redo ${redoWords}`}>
        <Redo2 aria-hidden size={18} />
      </button>
    </>
  );
}

function PanelButton({ panel, words, children }: { readonly panel: Panel; readonly words: string; readonly children: ReactNode }) {
  const isOpen = useView((state) => state.panel === panel);
  const togglePanel = useView((state) => state.togglePanel);
  return (
    <button
      type="button"
      className="tool"
      aria-pressed={isOpen}
      aria-label={words}
      title={words}
      onClick={() => togglePanel(panel)}
    >
      {children}
    </button>
  );
}

/** The link of this very screen, into the clipboard; where there is none, the address bar has it. */
function ShareButton() {
  const { documents } = useStores();
  const [told, tell] = useState('');
  const share = async (): Promise<void> => {
    const url = new URL(window.location.href);
    try {
      const { encode } = await import('../state/link.ts');
      url.hash = encode(documents.getState().document);
      // In a frame of another origin, either may be refused.
      window.history.replaceState(window.history.state, '', url.hash === '' ? '#' : url.hash);
      await navigator.clipboard.writeText(url.href);
      tell('Link copied');
    } catch {
      tell('Copy the link from the address bar');
    }
    setTimeout(() => tell(''), 3000);
  };
  return (
    <span className="top-bar-share">
      <button type="button" className="tool" onClick={() => void share()} aria-label="Share: copy a link to this very screen" title="Copy a link to this very screen">
        <Share2 aria-hidden size={18} />
        <span className="top-bar-label">Share</span>
      </button>
      <span className="top-bar-told" role="status">
        {told}
      </span>
    </span>
  );
}

function ThemeSelect() {
  const theme = useView((state) => state.theme);
  const setTheme = useView((state) => state.setTheme);
  return (
    <select
      className="tool-select"
      aria-label="Theme"
      value={theme}
      onChange={(event) => setTheme(themes.find((each) => each === event.target.value) ?? 'auto')}
    >
      {themes.map((each) => (
        <option key={each} value={each}>
          {themeWords[each]}
        </option>
      ))}
    </select>
  );
}
