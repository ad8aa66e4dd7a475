// The help: every key and what it does, from the table by which the keys are read.
import { X } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { useStores } from '../view/panels/stores.tsx';
import { keys, type KeyRow } from './keyboard.ts';
import './help.css';

const groups: readonly { readonly id: KeyRow['group']; readonly title: string }[] = [
  { id: 'Step', title: 'Step and play' },
  { id: 'See', title: 'Look' },
  { id: 'Change', title: 'Change' },
  { id: 'Clicker', title: 'With a clicker, in front of a class' },
];

const keyNames: Readonly<Record<string, string>> = {
  ArrowRight: '→', ArrowLeft: '←', ' ': 'space', Escape: 'Esc', PageDown: 'Page ↓', PageUp: 'Page ↑', z: 'Z', y: 'Y',
};

const isApple = (): boolean => /mac|iphone|ipad/i.test(navigator.userAgent);

/** "⇧ →": the modifier and the key, each by itself. */
function capsOf({ key, modifier }: KeyRow): string[] {
  const command = isApple() ? '⌘' : 'Ctrl';
  const before = { plain: [], sign: [], shift: ['⇧'], command: [command], 'command-shift': [command, '⇧'] }[modifier];
  return [...before, keyNames[key] ?? key];
}

/** Rows with the same words stand in one line: "Ctrl Y or Ctrl ⇧ Z". */
function linesOf(group: KeyRow['group']): { words: string; rows: KeyRow[] }[] {
  const lines = new Map<string, KeyRow[]>();
  for (const row of keys) if (row.group === group) lines.set(row.words, [...(lines.get(row.words) ?? []), row]);
  return [...lines].map(([words, rows]) => ({ words, rows }));
}

/** Shown while it is mounted; `Esc`, the cross and a press beside it close it. */
export function HelpDialog() {
  const { views } = useStores();
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed while it is still on the page, so that the focus goes back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  // An event of an earlier closing may come late, when it is open again.
  const closed = (): void => {
    if (!dialog.current?.open) views.getState().setPanel('none');
  };
  return (
    <dialog ref={dialog} className="help" aria-labelledby="help-title" onClose={closed}>
      <div className="help-head">
        <h2 id="help-title">Keys</h2>
        <button type="button" className="help-close" aria-label="Close" onClick={() => dialog.current?.close()}>
          <X size={18} aria-hidden />
        </button>
      </div>
      <div className="help-groups">
        {groups.map(({ id, title }) => (
          <section key={id}>
            <h3>{title}</h3>
            <dl>
              {linesOf(id).map(({ words, rows }) => (
                <div key={words} className="help-line">
                  <dt>
                    {rows.map((row, k) => (
                      <span key={`${row.modifier} ${row.key}`}>
                        {k > 0 && ' or '}
                        {capsOf(row).map((cap) => (
                          <kbd key={cap}>{cap}</kbd>
                        ))}
                      </span>
                    ))}
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
              {id === 'See' && <ScoreLines />}
              {id === 'Change' && <MarkLines />}
              {id === 'Clicker' && <LaboratoryLine />}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  );
}

/** Keys that the score itself answers, once Tab has come to it. */
function ScoreLines() {
  return (
    <>
      <div className="help-line">
        <dt>
          <kbd>↑</kbd> <kbd>↓</kbd>
        </dt>
        <dd>in the score: from number to number</dd>
      </div>
      <div className="help-line">
        <dt>
          <kbd>⇧</kbd> <kbd>↑</kbd> <kbd>↓</kbd>
        </dt>
        <dd>in the score: to the step beside</dd>
      </div>
    </>
  );
}

/** What a clicker does in the other section. */
function LaboratoryLine() {
  return (
    <div className="help-line">
      <dt>
        <kbd>Page ↓</kbd> <kbd>Page ↑</kbd>
      </dt>
      <dd>in the gradient laboratory and the workshop: to the next page, or the one before</dd>
    </div>
  );
}

/** Keys that a number or a word of the score answers, once it has been walked to. */
const markLines = [
  { caps: ['Alt', '↑', '↓'], words: 'on a number that is given: more or less, with ⇧ in fine steps' },
  { caps: ['Enter'], words: 'on a number that is chosen: type it; on a word: change it' },
  { caps: ['Alt', '←', '→'], words: 'on a word: move it' },
  { caps: ['Delete'], words: 'on a word: take it out' },
] as const;

function MarkLines() {
  return markLines.map(({ caps, words }) => (
    <div key={words} className="help-line">
      <dt>
        {caps.map((cap) => (
          <kbd key={cap}>{cap}</kbd>
        ))}
      </dt>
      <dd>{words}</dd>
    </div>
  ));
}
