// The title of the page says what is read and how far it is, for whoever has several of them open, or hears them.
import { useEffect } from 'react';
import type { Phase } from '../engine/clock/clock.ts';
import { grouped } from '../state/limits.ts';
import { shorten } from '../state/words.ts';
import { useDocument, useScene } from '../view/panels/stores.tsx';

const phases: Readonly<Record<Phase, string>> = { forward: 'forward', loss: 'loss', backward: 'backward', update: 'update' };

export function useTitle(): void {
  const phase = useScene()?.moment?.phase;
  const read = useDocument(({ document: { text, generatedLength } }) =>
    generatedLength === null ? `“${shorten(text, 60)}”` : `${grouped(generatedLength)} steps`,
  );
  useEffect(() => {
    document.title = `${read}, ${phase ? phases[phase] : 'ready'} · Unrolled`;
  }, [read, phase]);
}
