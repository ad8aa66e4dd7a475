// Lines to type one's own sentence, and what is written with it. Enter reads it; a word that the network does not know is named, to be
// added or skipped. What was typed stays until it is read, over a reload too.
import { Fragment, useId, useLayoutEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import type { Task } from '../../../engine/tasks/task.ts';
import { considerSentence, type SentenceVerdict } from '../../../state/sentence.ts';
import { quote } from '../../../state/words.ts';
import { Segmented } from '../controls/Segmented.tsx';
import { keepDraft, keptDraft } from './draft.ts';
import { fieldsOf, textOf, type TextField } from './fields.ts';
import { useDispatch, useDocument, useStores } from '../stores.tsx';

type Unknown = Extract<SentenceVerdict, { kind: 'unknown' }>;

/** What stands under the field: words alone, or words with a choice. */
type Answer = { readonly kind: 'words'; readonly message: string } | Unknown;

interface Props {
  readonly task: Task;
  /** Counts the times that a row of the table was picked. */
  readonly picks: number;
}

export function SentenceForm({ task, picks }: Props) {
  const id = useId();
  const dispatch = useDispatch();
  const { documents } = useStores();
  const read = useDocument((state) => state.document.text);
  const isGenerated = useDocument((state) => state.document.generatedLength !== null);
  const [draft, setRawDraft] = useState<string | null>(() => keptDraft(task.id));
  // As typed, so that a blank at the end does not vanish under the hand.
  const [raw, setRaw] = useState<Readonly<Partial<Record<'input' | 'written', string>>>>({});
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [setAside, setSetAside] = useState<string | null>(null);
  const [seen, setSeen] = useState({ read, picks });
  const input = useRef<HTMLInputElement>(null);
  const firstChoice = useRef<HTMLButtonElement>(null);
  const text = draft ?? read;
  const fields = fieldsOf(task, text);
  const setDraft = (next: string | null): void => {
    setRawDraft(next);
    if (next === null) setRaw({});
    keepDraft(task.id, next);
  };
  const valueOf = ({ id: field, value }: TextField): string => raw[field] ?? value;
  const typed = (next: Partial<Record<'input' | 'written', string>>, choice = fields.choice?.value ?? null): void => {
    const values = { ...Object.fromEntries(fields.texts.map((each) => [each.id, valueOf(each)])), ...next };
    setRaw(values);
    setDraftText(textOf(task, choice, values));
  };
  const setDraftText = (next: string): void => {
    setRawDraft(next);
    keepDraft(task.id, next);
    setAnswer(null);
    setSetAside(null);
  };

  // Another sentence is read, by a row's button, by undo or by a link: it stands in the field, and what was being typed is
  // set aside.
  if (read !== seen.read || picks !== seen.picks) {
    setSeen({ read, picks });
    if (draft !== null && draft !== read && draft.trim() !== '') setSetAside(draft);
    setRawDraft(null);
    setRaw({});
    setAnswer(null);
  }

  // Whoever pressed Enter goes on at the choice, and by Escape back in the field.
  useLayoutEffect(() => {
    if (answer?.kind === 'unknown') firstChoice.current?.focus();
  }, [answer]);

  const take = (addWords: readonly string[]): void => {
    const refused = dispatch({ type: 'setText', text, addWords });
    setAnswer(refused === null ? null : { kind: 'words', message: refused });
    if (refused !== null) return input.current?.focus();
    setDraft(null);
    // The next keys are the clock's: arrows step through what has just been typed.
    input.current?.blur();
  };

  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const { document } = documents.getState();
    // The same sentence again keeps its label.
    if (text === document.text && document.generatedLength === null) {
      setDraft(null);
      setAnswer(null);
      input.current?.blur();
      return;
    }
    const verdict = considerSentence(document, text);
    if (verdict.kind === 'ready') take([]);
    else setAnswer(verdict.kind === 'unknown' && (verdict.canAdd || verdict.canSkip) ? verdict : { kind: 'words', message: verdict.message });
  };

  const backToField = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    setAnswer(null);
    input.current?.focus();
  };

  return (
    <form className="sentence-form" onSubmit={onSubmit} noValidate>
      {fields.choice && (
        <Segmented label="Who or what it is for" isLabelHidden choices={fields.choice.options.map((each) => ({ value: each, label: each }))} value={fields.choice.value} onChange={(choice) => typed({}, choice)} />
      )}
      {fields.texts.map((each, k) => (
        <Fragment key={each.id}>
          <label htmlFor={`${id}-${each.id}`} className="controls-label">
            {each.label}
          </label>
          <input
            ref={k === 0 ? input : undefined}
            id={`${id}-${each.id}`}
            className="controls-input sentence-input"
            data-sentence-field={k === 0 ? '' : undefined}
            type="text"
            dir="auto"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="go"
            value={valueOf(each)}
            aria-invalid={answer !== null}
            aria-describedby={[answer === null ? '' : `${id}-answer`, each.hint === '' ? '' : `${id}-hint`].filter(Boolean).join(' ') || undefined}
            onChange={(event) => typed({ [each.id]: event.target.value })}
          />
          {each.hint !== '' && (
            <p id={`${id}-hint`} className="controls-words">
              {each.hint}
            </p>
          )}
        </Fragment>
      ))}
      <div className="sentence-line">
        {(text !== read || isGenerated) && answer === null && (
          <button type="submit" className="controls-button">
            Read
          </button>
        )}
      </div>
      <div id={`${id}-answer`} className="sentence-answer" role="alert">
        {answer && <p className="controls-problem">{answer.message}</p>}
      </div>
      {answer?.kind === 'unknown' && (
        <div className="sentence-choices" role="group" aria-labelledby={`${id}-answer`}>
          {answer.canAdd && (
            <button
              ref={firstChoice}
              type="button"
              className="controls-button controls-button-strong"
              aria-describedby={`${id}-answer`}
              onKeyDown={backToField}
              onClick={() => take(answer.words)}
            >
              Add {answer.words.length === 1 ? 'it' : 'them'}
            </button>
          )}
          {answer.canSkip && (
            <button
              ref={answer.canAdd ? undefined : firstChoice}
              type="button"
              className="controls-button"
              aria-describedby={answer.canAdd ? undefined : `${id}-answer`}
              onKeyDown={backToField}
              onClick={() => take([])}
            >
              Skip {answer.words.length === 1 ? 'it' : 'them'}
            </button>
          )}
        </div>
      )}
      {setAside !== null && (
        <p className="sentence-note">
          You were typing {quote(setAside)}.{' '}
          <button
            type="button"
            className="sentence-link"
            onClick={() => {
              setDraft(setAside);
              setSetAside(null);
              input.current?.focus();
            }}
          >
            Put it back
          </button>
        </p>
      )}
    </form>
  );
}
