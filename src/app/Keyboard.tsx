// The keys of the page. Nothing is seen of it.
import { useLayoutEffect } from 'react';
import type { EarlyKeys } from './earlyKeys.ts';
import { useKeyboard } from './useKeyboard.ts';

export function Keyboard({ early }: { readonly early: EarlyKeys }) {
  useKeyboard();
  useLayoutEffect(() => early.release(), [early]);
  return null;
}
