// What hands and keys on the score work with: the stores, the scene as it stands, and the small windows they can open.
import type { Reference } from '../../../engine/reference.ts';
import type { Axis } from '../../../engine/topology/index.ts';
import type { Scene } from '../../scene/scene.ts';
import type { Stores, WholeRun } from '../stores.tsx';
import { keep } from './beforeOf.ts';
import type { Hand } from './grabs.ts';
import { refusalOf } from './refusals.ts';
import type { WhatIf } from './whatIf.ts';

/** A small window over the score, at the mark that it is about. */
export type Popup =
  | { readonly kind: 'value'; readonly reference: Reference; readonly anchor: Element }
  | { readonly kind: 'word'; readonly axis: Axis; readonly index: number; readonly anchor: Element };

/** A word on its way to another place. */
export interface CarriedWord {
  readonly axis: Axis;
  readonly from: number;
  /** Where it would be put down. */
  readonly to: number;
  /** Where the hand is. */
  readonly x: number;
  readonly y: number;
}

export interface Tools {
  readonly stores: Stores;
  readonly whatIf: WhatIf;
  /** The drawing with all its marks. */
  readonly root: HTMLElement;
  readonly scene: () => Scene | null;
  /** The newest run that is whole. */
  readonly run: () => WholeRun | null;
  readonly open: (popup: Popup | null) => void;
  readonly carry: (word: CarriedWord | null) => void;
}

/** What is in view at the moment when a hand or a key asks. */
export function createSeen(): Pick<Tools, 'scene' | 'run'> & { readonly set: (scene: Scene | null, run: WholeRun | null) => void } {
  let now: { readonly scene: Scene | null; readonly run: WholeRun | null } = { scene: null, run: null };
  return {
    scene: () => now.scene,
    run: () => now.run,
    set: (scene, run) => {
      now = { scene, run };
    },
  };
}

/** The hand of whoever uses the tools. */
export function handOf({ whatIf, run }: Tools): Hand {
  return {
    begin: (subject) => {
      const whole = run();
      if (whole) whatIf.begin(subject, keep(whole));
    },
    dispatch: (command) => said(whatIf, whatIf.dispatch(command)),
    select: whatIf.select,
    takeBack: whatIf.takeBack,
  };
}

/** Shows what has been refused, where nothing else does. */
export function said(whatIf: WhatIf, refused: string | null): string | null {
  if (refused !== null) whatIf.refuse({ words: refused, instead: [] });
  return refused;
}

/** Says why a number cannot be changed, and what can. */
export function refuse({ whatIf, scene }: Tools, reference: Reference): void {
  const now = scene();
  if (now) whatIf.refuse(refusalOf(now, reference));
}
