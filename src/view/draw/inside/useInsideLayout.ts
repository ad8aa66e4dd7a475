// The geometry of an opened cell, worked out again only when something that it depends on has changed.
import { useMemo } from 'react';
import type { Network } from '../../../engine/network.ts';
import { insideLayout } from '../../layout/inside/insideLayout.ts';
import type { InsideLayout } from '../../layout/inside/types.ts';
import type { Rect } from '../../layout/rect.ts';

interface Depends {
  readonly network: Network;
  readonly chain: number;
  readonly rect: Rect;
  /** The states' heights as text, so that two lists of the same are the same; empty where none are given. */
  readonly heights: string;
  readonly isBackward: boolean;
  readonly isReadOut: boolean;
  readonly isWord: boolean;
  readonly inputX: number | undefined;
  readonly outputX: number | undefined;
}

export function useInsideLayout({ network, chain, rect, heights, isBackward, isReadOut, isWord, inputX, outputX }: Depends): InsideLayout {
  const { x, y, width, height } = rect;
  return useMemo(() => {
    const stateY = heights === '' ? undefined : heights.split(' ').map(Number);
    return insideLayout(network, chain, { rect: { x, y, width, height }, stateY, isPaired: isBackward, isReadOut, isWord, inputX, outputX });
  }, [network, chain, x, y, width, height, heights, isBackward, isReadOut, isWord, inputX, outputX]);
}
