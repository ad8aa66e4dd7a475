// What the reader sees at the right, when asked for: the gradient plot, the weights, or the numbers as a table.
import { X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Panel } from '../state/viewStore.ts';
import { GradientPlot } from '../view/panels/gradient/GradientPlot.tsx';
import { useScene, useView } from '../view/panels/stores.tsx';
import { ValuesTable } from '../view/panels/table/ValuesTable.tsx';
import { WeightsEditor } from '../view/panels/weights/WeightsEditor.tsx';
import { HelpDialog } from './HelpDialog.tsx';

const contents: Readonly<Partial<Record<Panel, { readonly title: string; readonly content: () => ReactNode }>>> = {
  gradient: { title: 'How much does each early step still matter?', content: () => <GradientPlot /> },
  weights: { title: 'Weights', content: () => <WeightsEditor /> },
  table: { title: 'Numbers as a table', content: () => <ValuesTable /> },
};

export function Drawer() {
  const panel = useView((state) => state.panel);
  const setPanel = useView((state) => state.setPanel);
  const hasScene = useScene() !== null;
  const head = useRef<HTMLHeadingElement>(null);
  const open = contents[panel];
  // Whoever opens a drawer by keyboard reads on there.
  useEffect(() => {
    if (open) head.current?.focus();
  }, [open]);
  if (panel === 'help') return <HelpDialog onClose={() => setPanel('none')} />;
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
      {hasScene ? open.content() : null}
    </aside>
  );
}
