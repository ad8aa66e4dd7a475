// What the reader sees at the right, when asked for: the gradient plot, the weights, or the numbers as a table.
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Panel } from '../state/viewStore.ts';
import { useDocument, useScene, useView } from '../view/panels/stores.tsx';
import { Later, laterPart, type LaterPart } from './later.tsx';

const contents: Readonly<Partial<Record<Panel, { readonly title: string; readonly part: LaterPart }>>> = {
  gradient: {
    title: 'How much does each early step still matter?',
    part: laterPart(() => import('../view/panels/gradient/GradientPlot.tsx'), ({ GradientPlot }) => GradientPlot),
  },
  weights: {
    title: 'Weights',
    part: laterPart(() => import('../view/panels/weights/WeightsEditor.tsx'), ({ WeightsEditor }) => WeightsEditor),
  },
  table: {
    title: 'Numbers as a table',
    part: laterPart(() => import('../view/panels/table/ValuesTable.tsx'), ({ ValuesTable }) => ValuesTable),
  },
};

const help = laterPart(() => import('./HelpDialog.tsx'), ({ HelpDialog }) => HelpDialog);

/** How long the page is left alone after its first numbers before it fetches what may be opened, in milliseconds. */
const quiet = 2000;

export function Drawer() {
  const panel = useView((state) => state.panel);
  const setPanel = useView((state) => state.setPanel);
  const hasScene = useScene() !== null;
  const head = useRef<HTMLHeadingElement>(null);
  // The drawers belong to the score; they are as they were when it is come back to.
  const isBesideScore = useDocument((state) => state.document.section === 'score');
  const open = isBesideScore ? contents[panel] : undefined;
  // Whoever opens a drawer by keyboard reads on there, and afterwards goes on where it was opened.
  useEffect(() => {
    if (!open) return;
    const opener = document.activeElement;
    head.current?.focus();
    return () => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && opener instanceof HTMLElement) opener.focus();
    };
  }, [open]);
  // Once fetched, they open at once, and without a network.
  useEffect(() => {
    if (!hasScene) return;
    const timer = setTimeout(() => [help, ...Object.values(contents).map(({ part }) => part)].forEach((part) => part.fetch()), quiet);
    return () => clearTimeout(timer);
  }, [hasScene]);
  if (panel === 'help') return <Later part={help} />;
  if (!open) return null;
  return (
    <aside className="page-drawer" aria-labelledby="drawer-title">
      <div className="page-drawer-head">
        <h2 id="drawer-title" ref={head} tabIndex={-1}>
          {open.title}
        </h2>
        <button type="button" className="tool" aria-label="Close" title="Close (Esc)" onClick={() => setPanel('none')}>
          <X aria-hidden size={18} />
        </button>
      </div>
      {hasScene ? <Later key={panel} part={open.part} /> : null}
    </aside>
  );
}
