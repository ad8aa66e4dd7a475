// What can be changed on the score where it is drawn: drags and keys on its numbers and words, and what is shown over it meanwhile.
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { wordAt } from '../../draw/whatif/wordMarks.ts';
import { listenForDrags } from '../../hooks/markDrag.ts';
import { useScene, useStores, useWholeRun } from '../stores.tsx';
import { ChangeLine } from './ChangeLine.tsx';
import { grabAt, pointedAt } from './grabAt.ts';
import { Handle } from './Handle.tsx';
import { createKeyHandler } from './keys.ts';
import { editAt } from './numberEdit.ts';
import { createSeen, type CarriedWord, type Popup, type Tools } from './tools.ts';
import { useGlide } from './useGlide.ts';
import { ValueField } from './ValueField.tsx';
import { whatIfOf } from './whatIf.ts';
import { WordDrag } from './WordDrag.tsx';
import { WordMenu } from './WordMenu.tsx';
import '../controls/controls.css';
import './whatIf.css';

/** Stands beside the score, in the same place, and works on what lies there. */
export function WhatIf() {
  const [over, setOver] = useState<HTMLElement | null>(null);
  const [popup, setPopup] = useState<Popup | null>(null);
  const [carried, setCarried] = useState<CarriedWord | null>(null);
  const [pointed, setPointed] = useState<Element | null>(null);
  const stores = useStores();
  const scene = useScene();
  const run = useWholeRun();
  const [seen] = useState(createSeen);
  useLayoutEffect(() => seen.set(scene, run));

  const tools = useMemo((): Tools | null => {
    const root = over?.parentElement;
    if (!root) return null;
    return { stores, whatIf: whatIfOf(stores), root, scene: seen.scene, run: seen.run, open: setPopup, carry: setCarried };
  }, [over, stores, seen]);
  useEffect(() => (tools ? attach(tools, setPointed) : undefined), [tools]);
  useGlide(tools?.root ?? null);

  const close = useCallback(
    (isByKey: boolean): void => {
      setPopup(null);
      if (isByKey && popup) focusAgain(popup.anchor);
    },
    [popup],
  );

  return (
    <div ref={setOver} className="what-if">
      <ChangeLine />
      <Handle mark={popup || carried ? null : pointed} />
      {tools && popup?.kind === 'value' && <ValueField key={JSON.stringify(popup.reference)} tools={tools} reference={popup.reference} anchor={popup.anchor} onClose={close} />}
      {tools && popup?.kind === 'word' && <WordMenu key={`${popup.axis} ${popup.index}`} tools={tools} axis={popup.axis} index={popup.index} anchor={popup.anchor} onClose={close} />}
      {tools && carried && <WordDrag tools={tools} carried={carried} />}
    </div>
  );
}

/** The keyboard's place is the mark that the window was about; where the drawing has no such mark any more, the drawing. */
function focusAgain(anchor: Element): void {
  const next = anchor.isConnected ? anchor : document.querySelector('svg.score');
  if (next instanceof SVGElement || next instanceof HTMLElement) next.focus();
}

/** The marks of a second network beside the first are looked at, not changed: their symbols are the first one's, too. */
const isForeign = (target: EventTarget | null): boolean => target instanceof Element && target.closest('[data-rival]') !== null;

/** Hears hands and keys on the score until the function it returns is called. */
function attach(tools: Tools, point: (mark: Element | null) => void): () => void {
  const { root, open } = tools;
  const answer = createKeyHandler();
  const ways = new AbortController();
  const { signal } = ways;
  const markOf = (target: EventTarget | null): Element | null => (target instanceof Element && !isForeign(target) ? target.closest('[data-given]') : null);
  const stopDrags = listenForDrags(root, (event) => {
    const isInside = event.target instanceof Element && event.target.closest('.what-if-window') !== null;
    if (!isInside) open(null);
    return isInside || isForeign(event.target) ? null : grabAt(event, tools);
  });
  root.addEventListener('pointerover', (event) => point(event.pointerType === 'touch' ? null : markOf(event.target)), { signal });
  root.addEventListener('pointerleave', () => point(null), { signal });
  root.addEventListener('focusin', (event) => point(markOf(event.target)), { signal });
  root.addEventListener('focusout', () => point(null), { signal });
  root.addEventListener('scroll', () => point(null), { signal, capture: true });
  root.addEventListener('click', (event) => isForeign(event.target) || clicked(event, tools), { signal });
  root.addEventListener('dblclick', (event) => isForeign(event.target) || typed(event, tools), { signal });
  root.addEventListener(
    'keydown',
    (event) => {
      if (isForeign(event.target) || (event.target instanceof Element && event.target.closest('.what-if') !== null)) return;
      if (!answer(event, tools)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { signal },
  );
  return () => {
    ways.abort();
    stopDrags();
  };
}

/** A word that is pressed opens its menu. */
function clicked(event: MouseEvent, { open }: Tools): void {
  const word = event.target instanceof Element ? wordAt(event.target) : null;
  const anchor = word && (event.target as Element).closest('[data-word]');
  if (word && anchor) open({ kind: 'word', ...word, anchor });
}

/** A number that is pressed twice is typed. */
function typed(event: MouseEvent, tools: Tools): void {
  const { target } = event;
  const scene = tools.scene();
  const reference = target instanceof Element ? pointedAt(target, tools) : null;
  if (!scene || !reference || !(target instanceof Element)) return;
  const edit = editAt(scene, tools.stores.documents.getState().document, reference);
  if (edit?.kind === 'number') tools.open({ kind: 'value', reference, anchor: target.closest('[data-symbol]') ?? target });
}
