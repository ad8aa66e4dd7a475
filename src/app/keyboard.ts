// Which key does what: one table, from which keys are read and the help is written. Pure: no DOM, no store.
import type { StepSize } from '../engine/clock/clock.ts';

export type Action =
  /** `held`: the key repeats by itself, because it is held down. */
  | { readonly kind: 'step'; readonly size: StepSize; readonly direction: 1 | -1; readonly held: boolean }
  | { readonly kind: 'go'; readonly to: 'start' | 'end' }
  | { readonly kind: 'play' }
  | { readonly kind: 'fold' }
  | { readonly kind: 'zoom'; readonly to: 'in' | 'out' | 'all' }
  | { readonly kind: 'sentence' }
  | { readonly kind: 'help' }
  | { readonly kind: 'close' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'blank' };

/** What is read of a keyboard event. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
  /** On many keyboards `[` and `/` are typed with AltGr, which also counts as Ctrl and Alt. */
  readonly altGraph: boolean;
}

/** What has the keyboard's attention, as far as it uses keys itself. */
export type Focus = 'none' | 'button' | 'link' | 'range' | 'choice' | 'dialog';

export interface KeyContext {
  /** A field is being typed in. */
  readonly typing: boolean;
  readonly focus: Focus;
  /** Single letters are on (they can be switched off: some people's speech input types them). */
  readonly letters: boolean;
}

/** `plain`: no modifier. `shift`: Shift alone. `sign`: a sign, however this keyboard types it. `command`: Ctrl or ⌘. */
type Modifier = 'plain' | 'shift' | 'sign' | 'command' | 'command-shift';

export interface KeyRow {
  readonly key: string;
  readonly modifier: Modifier;
  readonly action: Action;
  /** In the help; rows with the same words share a line. */
  readonly words: string;
  readonly group: 'Step' | 'See' | 'Change' | 'Clicker';
}

const step = (size: StepSize, direction: 1 | -1): Action => ({ kind: 'step', size, direction, held: false });

export const keys: readonly KeyRow[] = [
  { key: 'ArrowRight', modifier: 'plain', action: step('operation', 1), words: 'one operation on', group: 'Step' },
  { key: 'ArrowLeft', modifier: 'plain', action: step('operation', -1), words: 'one operation back', group: 'Step' },
  { key: 'ArrowRight', modifier: 'shift', action: step('word', 1), words: 'one time step on', group: 'Step' },
  { key: 'ArrowLeft', modifier: 'shift', action: step('word', -1), words: 'one time step back', group: 'Step' },
  { key: ']', modifier: 'sign', action: step('phase', 1), words: 'to the end of this phase', group: 'Step' },
  { key: '[', modifier: 'sign', action: step('phase', -1), words: 'to the beginning of this phase', group: 'Step' },
  { key: 'Home', modifier: 'plain', action: { kind: 'go', to: 'start' }, words: 'before the first operation', group: 'Step' },
  { key: 'End', modifier: 'plain', action: { kind: 'go', to: 'end' }, words: 'after the update', group: 'Step' },
  { key: ' ', modifier: 'plain', action: { kind: 'play' }, words: 'play or pause', group: 'Step' },
  { key: 'f', modifier: 'plain', action: { kind: 'fold' }, words: 'fold or unroll the network', group: 'See' },
  { key: '+', modifier: 'sign', action: { kind: 'zoom', to: 'in' }, words: 'zoom in, until there are numbers', group: 'See' },
  { key: '=', modifier: 'sign', action: { kind: 'zoom', to: 'in' }, words: 'zoom in, until there are numbers', group: 'See' },
  { key: '-', modifier: 'sign', action: { kind: 'zoom', to: 'out' }, words: 'zoom out', group: 'See' },
  { key: '0', modifier: 'sign', action: { kind: 'zoom', to: 'all' }, words: 'the whole sequence in view', group: 'See' },
  { key: '?', modifier: 'sign', action: { kind: 'help' }, words: 'this help', group: 'See' },
  { key: 'Escape', modifier: 'plain', action: { kind: 'close' }, words: 'close what is open', group: 'See' },
  { key: '/', modifier: 'sign', action: { kind: 'sentence' }, words: 'type a sentence of your own', group: 'Change' },
  { key: 'z', modifier: 'command', action: { kind: 'undo' }, words: 'undo', group: 'Change' },
  { key: 'z', modifier: 'command-shift', action: { kind: 'redo' }, words: 'redo', group: 'Change' },
  { key: 'y', modifier: 'command', action: { kind: 'redo' }, words: 'redo', group: 'Change' },
  { key: 'PageDown', modifier: 'plain', action: step('word', 1), words: 'one time step on', group: 'Clicker' },
  { key: 'PageUp', modifier: 'plain', action: step('word', -1), words: 'one time step back', group: 'Clicker' },
  { key: '.', modifier: 'sign', action: { kind: 'blank' }, words: 'blank the screen, or show it again', group: 'Clicker' },
  { key: 'b', modifier: 'plain', action: { kind: 'blank' }, words: 'blank the screen, or show it again', group: 'Clicker' },
];

const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'];

/** The keys that an element works with itself; they are left to it. */
const ownKeys: Readonly<Record<Focus, readonly string[] | 'all'>> = {
  none: [],
  button: [' ', 'Enter'],
  link: ['Enter'],
  range: arrows,
  choice: [...arrows, ' ', 'Enter'],
  // In front of everything else: only what closes it is heard.
  dialog: 'all',
};

function hasModifier(modifier: Modifier, press: KeyPress): boolean {
  const { shiftKey, altGraph } = press;
  const command = (press.ctrlKey || press.metaKey) && !altGraph;
  const alt = press.altKey && !altGraph;
  switch (modifier) {
    case 'sign':
      return !command && !alt;
    case 'plain':
      return !command && !alt && !shiftKey;
    case 'shift':
      return !command && !alt && shiftKey;
    case 'command':
      return command && !alt && !shiftKey;
    case 'command-shift':
      return command && !alt && shiftKey;
  }
}

const isCharacter = (key: string): boolean => [...key].length === 1 && key !== ' ';

/** Caps lock types the same letter. */
const sameKey = (a: string, b: string): boolean => a === b || (a.length === 1 && a.toLowerCase() === b);

/** What a held key does again and again, beside stepping. */
const repeating: ReadonlySet<Action['kind']> = new Set(['undo', 'redo', 'zoom']);

/** What a key does, or null where it is left to the browser and to what has the focus. */
export function keyCommand(press: KeyPress, { typing, focus, letters }: KeyContext): Action | null {
  if (typing) return null;
  const row = keys.find((each) => sameKey(press.key, each.key) && hasModifier(each.modifier, press));
  if (!row) return null;
  const own = ownKeys[focus];
  if (own === 'all' ? row.action.kind !== 'help' : own.includes(row.key)) return null;
  const isLetter = isCharacter(row.key) && !row.modifier.startsWith('command');
  if (isLetter && (focus === 'choice' || !letters)) return null;
  if (row.action.kind === 'step') return press.repeat ? { ...row.action, held: true } : row.action;
  // A held key steps on, but it does not flicker between two states.
  if (press.repeat && !repeating.has(row.action.kind)) return null;
  return row.action;
}
