// What is being typed and not yet read, kept over a reload of this tab. Where the page may not store anything, it is as if there were nothing.
import * as v from 'valibot';

const key = 'unrolled.draft';

const draft = v.object({ task: v.string(), text: v.string() });

/** What was typed for a task and not read; null where there is nothing. */
export function keptDraft(task: string): string | null {
  try {
    const result = v.safeParse(draft, JSON.parse(window.sessionStorage.getItem(key) ?? 'null'));
    return result.success && result.output.task === task ? result.output.text : null;
  } catch {
    return null;
  }
}

/** Keeps it; null: there is nothing to keep any more. */
export function keepDraft(task: string, text: string | null): void {
  try {
    if (text === null) window.sessionStorage.removeItem(key);
    else window.sessionStorage.setItem(key, JSON.stringify({ task, text }));
  } catch {
    // A page in a frame may be refused; then a reload loses it, and nothing else is lost.
  }
}
