// What can be done with a word of the sentence, at the word: another in its place, one more before or after it, or none.
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { ArrowLeftToLine, ArrowRightToLine, Trash2 } from 'lucide-react';
import { tasks } from '../../../engine/tasks/index.ts';
import { inputsOf } from '../../../engine/run/sequences.ts';
import type { Axis } from '../../../engine/topology/index.ts';
import { sideOf } from '../../../state/sides.ts';
import { quote } from '../../../state/words.ts';
import type { WordChange } from '../../layout/moves.ts';
import { Segmented } from '../controls/Segmented.tsx';
import type { Tools } from './tools.ts';
import { usePlaceOver } from './usePlaceOver.ts';
import { changeWords } from './wordEdits.ts';

interface Props {
  readonly tools: Tools;
  readonly axis: Axis;
  readonly index: number;
  readonly anchor: Element;
  readonly onClose: (isByKey: boolean) => void;
}

const ways = [
  { value: 'replace', label: 'Instead' },
  { value: 'before', label: 'Before' },
  { value: 'after', label: 'After' },
] as const;
type Way = (typeof ways)[number]['value'];

const changeOf = (way: Way, index: number): WordChange =>
  way === 'replace' ? { kind: 'replace', index } : { kind: 'insert', index: way === 'before' ? index : index + 1 };

/** A long vocabulary is not listed in full: what is typed narrows it. */
const mostListed = 60;

export function WordMenu({ tools, axis, index, anchor, onClose }: Props) {
  const id = useId();
  const scene = tools.scene();
  // Numbers are read instead of words: there is no vocabulary, but a step can stand there twice.
  const isDense = scene !== null && inputsOf(scene.trace.example, axis)?.kind === 'dense';
  const [way, setWay] = useState<Way>(isDense ? 'after' : 'replace');
  const [filter, setFilter] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const menu = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  usePlaceOver(menu, anchor);
  useEffect(() => {
    const first = field.current ?? menu.current?.querySelector('button');
    first?.focus();
  }, []);
  if (!scene) return null;

  const { document } = tools.stores.documents.getState();
  const task = tasks[document.task];
  const word = scene.tokens[axis][index - 1] ?? '';
  const wanted = filter.trim().toLowerCase();
  const vocabulary = isDense ? [word] : (sideOf(document, axis)?.known ?? scene.words[axis]);
  const found = vocabulary.filter((each) => each.toLowerCase().startsWith(wanted));
  const isNew = wanted !== '' && !isDense && !vocabulary.includes(wanted) && task.canGrow && axis === 0;
  const close = (refused: string | null): void => {
    if (refused === null) onClose(true);
    else setProblem(refused);
  };
  const choose = (chosen: string, isUnknown = false): void => close(changeWords(tools, axis, changeOf(way, index), chosen, isUnknown));

  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      return onClose(true);
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [...(menu.current?.querySelectorAll<HTMLElement>('input[type=search], .what-if-words button') ?? [])];
    const at = stops.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    event.preventDefault();
    stops[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape and arrows go for all that is in it
    <div ref={menu} role="dialog" aria-labelledby={id} className="what-if-window what-if-menu" onKeyDown={onKeyDown}>
      <p id={id} className="what-if-title">
        {quote(word)} at t = {index}
      </p>
      <Segmented label="Where the word goes" isLabelHidden choices={isDense ? ways.slice(1) : ways} value={way} onChange={setWay} />
      {!isDense && <input
        ref={field}
        type="search"
        className="controls-input"
        aria-label={way === 'replace' ? `Word instead of ${quote(word)}` : `Word ${way} ${quote(word)}`}
        placeholder="Type to find a word"
        autoComplete="off"
        value={filter}
        onChange={(event) => {
          setFilter(event.target.value);
          setProblem(null);
        }}
        onKeyDown={(event) => {
          const first = found.includes(wanted) ? wanted : found[0];
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (first !== undefined && wanted !== '') choose(first);
          else if (isNew) choose(wanted, true);
        }}
      />}
      <ul className="what-if-words">
        {found.slice(0, mostListed).map((each) => (
          <li key={each}>
            <button type="button" aria-current={way === 'replace' && each === word} onClick={() => choose(each)}>
              {isDense ? `${each} once more` : each}
            </button>
          </li>
        ))}
        {isNew && (
          <li>
            <button type="button" onClick={() => choose(wanted, true)}>
              Add {quote(wanted)} to the vocabulary
            </button>
          </li>
        )}
      </ul>
      {found.length > mostListed && <p className="what-if-more">and {found.length - mostListed} more</p>}
      {problem !== null && (
        <p className="controls-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="what-if-actions">
        <button type="button" aria-label={`Move ${quote(word)} one step earlier`} disabled={index <= 1} onClick={() => close(changeWords(tools, axis, { kind: 'move', from: index, to: index - 1 }))}>
          <ArrowLeftToLine size={15} aria-hidden />
          Earlier
        </button>
        <button type="button" aria-label={`Move ${quote(word)} one step later`} disabled={index >= scene.tokens[axis].length} onClick={() => close(changeWords(tools, axis, { kind: 'move', from: index, to: index + 1 }))}>
          <ArrowRightToLine size={15} aria-hidden />
          Later
        </button>
        <button type="button" aria-label={`Delete ${quote(word)}`} onClick={() => close(changeWords(tools, axis, { kind: 'delete', index }))}>
          <Trash2 size={15} aria-hidden />
          Delete
        </button>
      </div>
    </div>
  );
}
