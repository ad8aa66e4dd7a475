// A text of one's own that is too long for a link: this browser keeps it, and no other one has it.
import { createStore as createShelf, get, set, type UseStore } from 'idb-keyval';
import { createStore, type StoreApi } from 'zustand/vanilla';

interface LongTextState {
  /** Null until it is known whether there is one. */
  readonly text: string | null;
  /** Why it cannot be kept, in words; null where it can. */
  readonly problem: string | null;
}

export const longText: StoreApi<LongTextState> = createStore<LongTextState>(() => ({ text: null, problem: null }));

const key = 'text';
const keepingProblem = 'This browser cannot keep the text: it is here until the page is closed or reloaded.';

let shelf: UseStore | null = null;
const shelfOf = (): UseStore => (shelf ??= createShelf('unrolled-vectors', 'texts'));

/** Reads what is kept, once. */
export async function openLongText(): Promise<void> {
  if (longText.getState().text !== null) return;
  const kept: unknown = await Promise.resolve().then(() => get(key, shelfOf())).catch(() => undefined);
  longText.setState(({ text }) => ({ text: text ?? (typeof kept === 'string' ? kept : '') }));
}

export async function keepLongText(text: string): Promise<void> {
  longText.setState({ text, problem: null });
  try {
    await set(key, text, shelfOf());
  } catch {
    longText.setState({ problem: keepingProblem });
  }
}
