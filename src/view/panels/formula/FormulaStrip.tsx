// The strip below the score: the formula of the selected number, or else of what the last operation made.
import { useCallback, useRef, type ReactNode } from 'react';
import { sameReference, type Reference } from '../../../engine/reference.ts';
import { useDispatch, useScene, useStores, useView } from '../stores.tsx';
import { ValueInspector } from '../weights/ValueInspector.tsx';
import { FormulaView } from './FormulaView.tsx';
import { useKeptFocus } from './useKeptFocus.ts';
import { useSubject } from './useSubject.ts';
import './formula.css';

/** `aside`: stands at the right of its head, such as the tools of the drawing above. */
export function FormulaStrip({ aside }: { readonly aside?: ReactNode }) {
  const scene = useScene();
  const { views } = useStores();
  const dispatch = useDispatch();
  const selection = useView((state) => state.selection);
  const trail = useView((state) => state.trail);
  const hover = useView((state) => state.hover);
  const digits = useView((state) => state.digits);
  const ports = useView((state) => state.ports);
  // The weights' panel has an editor of its own.
  const hasOwnEditor = useView((state) => state.panel === 'weights');
  const { reference, follow } = useSubject(scene, selection);
  const place = useRef<HTMLElement>(null);
  useKeptFocus(place);

  const open = useCallback(
    (term: Reference) => {
      const { selection: asked, select, push } = views.getState();
      // The first term that is opened keeps what it was opened from at the head of the trail.
      if (!asked && reference && !sameReference(reference, term)) select(reference, true);
      push(term);
    },
    [views, reference],
  );
  const point = useCallback((term: Reference | null) => views.getState().setHover(term), [views]);
  const chooseUnit = (next: Reference): void => {
    const { trail: opened, select, pop, push } = views.getState();
    if (opened.length === 0) return follow(next);
    if (opened.length === 1) return select(next, true);
    pop();
    push(next);
  };

  if (!scene) return <section className="formula" aria-label="Formula of the number in view" aria-busy="true" />;
  const { pop, jump, select } = views.getState();
  return (
    <FormulaView
      ref={place}
      scene={scene}
      reference={reference}
      trail={trail}
      lit={hover}
      digits={digits}
      ports={ports}
      aside={aside}
      editor={hasOwnEditor ? null : <ValueInspector />}
      onOpen={open}
      onPoint={point}
      onUnit={chooseUnit}
      onJump={jump}
      onBack={pop}
      onFollow={() => select(null)}
      onSeek={(playhead) => dispatch({ type: 'seek', playhead })}
    />
  );
}
