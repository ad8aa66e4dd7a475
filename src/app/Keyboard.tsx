// The keys of the page. Of them only the blank screen is seen, which a key brings and takes away.
import { useLayoutEffect } from 'react';
import { BlankScreen } from './BlankScreen.tsx';
import type { EarlyKeys } from './earlyKeys.ts';
import { useKeyboard } from './useKeyboard.ts';

export function Keyboard({ early }: { readonly early: EarlyKeys }) {
  useKeyboard();
  useLayoutEffect(() => early.release(), [early]);
  return <BlankScreen />;
}
