// Names for drags and for keys pressed one after another, so that each is one step of the undo menu.

/** Keys pressed within this many milliseconds of each other belong together. */
const pause = 1500;

let count = 0;

/** A name that no drag had before. */
export const newGesture = (): string => `hand ${++count}`;

/** A name for a run of key presses on one thing: the same as long as no pause is made. */
export function keyGestures(now: () => number = () => performance.now()): (target: string) => { readonly name: string; readonly isNew: boolean } {
  let last = { name: '', target: '', at: -Infinity };
  return (target) => {
    const at = now();
    const isNew = target !== last.target || at - last.at > pause;
    last = { name: isNew ? newGesture() : last.name, target, at };
    return { name: last.name, isNew };
  };
}
