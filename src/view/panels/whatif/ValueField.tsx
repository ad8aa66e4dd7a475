// A small field at a number of the score in which a new value is typed: Enter takes it, Escape leaves all as it was.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { plainText } from '../../../engine/symbols/symbols.ts';
import type { Reference } from '../../../engine/reference.ts';
import { readNumber, writeNumber } from '../../../state/numberText.ts';
import { SymbolText } from '../../draw/numeric/SymbolText.tsx';
import { numberProblem } from '../controls/NumberField.tsx';
import { editAt } from './numberEdit.ts';
import { handOf, type Tools } from './tools.ts';
import { usePlaceOver } from './usePlaceOver.ts';

interface Props {
  readonly tools: Tools;
  readonly reference: Reference;
  readonly anchor: Element;
  /** `isByKey`: by Enter or Escape, so that the keyboard goes back to the mark. */
  readonly onClose: (isByKey: boolean) => void;
}

export function ValueField({ tools, reference, anchor, onClose }: Props) {
  const scene = tools.scene();
  const [edit] = useState(() => (scene ? editAt(scene, tools.stores.documents.getState().document, reference) : null));
  const [text, setText] = useState(() => (edit?.kind === 'number' ? writeNumber(edit.value).replace('-', '−') : ''));
  const [problem, setProblem] = useState<string | null>(null);
  /** Whether it is on its way out: the focus that leaves it then says nothing. */
  const isDone = useRef(false);
  const form = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  usePlaceOver(form, anchor);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  if (!scene || edit?.kind !== 'number') return null;

  const close = (isByKey: boolean): void => {
    isDone.current = true;
    onClose(isByKey);
  };
  const commit = (isByKey: boolean): void => {
    const value = readNumber(text);
    const trouble = numberProblem(text);
    if (trouble !== null) return setProblem(trouble);
    if (!Object.is(value, edit.value)) {
      const hand = handOf(tools);
      hand.begin({ kind: 'number', reference });
      hand.select(reference);
      const refused = tools.whatIf.dispatch(edit.command(value));
      if (refused !== null) return setProblem(refused);
    }
    close(isByKey);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    if (event.key === 'Enter') commit(true);
    else close(true);
  };

  const name = plainText(scene.network, reference);
  return (
    <div ref={form} className="what-if-window what-if-field">
      <label>
        <span>
          <SymbolText text={name} /> =
        </span>
        <input
          ref={field}
          className="controls-input"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          size={11}
          aria-label={`New value of ${name}`}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : 'what-if-problem'}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setProblem(null);
          }}
          onKeyDown={onKeyDown}
          // What is no number is let go with the field: nothing has been changed by it.
          onBlur={() => {
            if (isDone.current) return;
            if (numberProblem(text) === null) commit(false);
            else close(false);
          }}
        />
      </label>
      {problem !== null && (
        <p id="what-if-problem" className="controls-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
