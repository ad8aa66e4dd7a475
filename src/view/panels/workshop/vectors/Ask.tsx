// Asking the vectors: the words nearest to a word, an analogy, a gap in a sentence.
import { memo, useId, useState, type ReactNode } from 'react';
import { builtInText } from '../../../../engine/word2vec/corpora/corpora.ts';
import { formatNumber } from '../../../theme/format.ts';
import { useEditRoom, useRoom } from '../hooks.ts';
import { nameOf, wordInView } from './choice.ts';
import { askAnalogy, askGap, askNear } from './questions.ts';
import type { Learned } from './useLearning.ts';
import './ask.css';

/** Words of the vocabulary that a field suggests. */
const mostSuggested = 500;
const shown = 8;

export function Ask({ learned }: { readonly learned: Learned }) {
  const id = useId();
  return (
    <section className="vectors-ask" aria-label="Ask the vectors">
      <Suggestions id={id} words={learned.corpus.words} />
      <NearQuestion learned={learned} list={id} />
      <AnalogyQuestion learned={learned} list={id} />
      <GapQuestion learned={learned} />
    </section>
  );
}

/** Drawn once for a text: hundreds of words, which stay while their vectors move. */
const Suggestions = memo(function Suggestions({ id, words }: { readonly id: string; readonly words: readonly string[] }) {
  return (
    <datalist id={id}>
      {words.slice(0, mostSuggested).map((word) => (
        <option key={word} value={word}>
          {word}
        </option>
      ))}
    </datalist>
  );
});

interface Props {
  readonly learned: Learned;
  /** Of the suggestions. */
  readonly list: string;
}

function NearQuestion({ learned, list }: Props) {
  const { corpus: source, word } = useRoom('vectors');
  const edit = useEditRoom('vectors');
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed ?? nameOf(learned.corpus, wordInView(learned.corpus, source, word));
  const { found, problem } = askNear(learned, value, shown);
  return (
    <Question title="Which words are nearest to …" problem={problem}>
      <input
        className="controls-input"
        aria-label="Word"
        list={list}
        spellCheck={false}
        autoComplete="off"
        maxLength={60}
        value={value}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = event.target.value.trim().toLowerCase();
          if (learned.corpus.words.includes(next)) edit({ word: next });
        }}
        onBlur={() => problem === null && setTyped(null)}
      />
      {found && <Bars rows={found.map(({ name, similarity }) => ({ name, number: similarity, part: Math.max(0, similarity) }))} what="cosine" />}
    </Question>
  );
}

function AnalogyQuestion({ learned, list }: Props) {
  const { corpus: source, analogy } = useRoom('vectors');
  const edit = useEditRoom('vectors');
  const words = (analogy === '' ? (builtInText(source)?.analogy ?? '') : analogy).split(' ');
  const [a, b, c] = [words[0] ?? '', words[1] ?? '', words[2] ?? ''];
  const { found, problem } = askAnalogy(learned, [a, b, c], shown);
  const field = (label: string, k: number) => (
    <input
      className="controls-input"
      aria-label={label}
      list={list}
      spellCheck={false}
      autoComplete="off"
      maxLength={60}
      size={8}
      value={[a, b, c][k]}
      // Three places with a blank between them, whatever is typed.
      onChange={(event) => edit({ analogy: [a, b, c].map((each, place) => (place === k ? event.target.value.replace(/\s+/g, '') : each)).join(' ') })}
    />
  );
  return (
    <Question title="An analogy" problem={problem} isBlank={[a, b, c].includes('')}>
      <span className="vectors-analogy">
        {field('First word', 0)} is to {field('Second word', 1)} as {field('Third word', 2)} is to …
      </span>
      {found && (
        <>
          <p className="lab-control-words">
            {b} − {a} + {c}, each vector of length 1, lies nearest to:
          </p>
          <Bars rows={found.slice(0, 5).map(({ name, similarity }) => ({ name, number: similarity, part: Math.max(0, similarity) }))} what="cosine" />
        </>
      )}
    </Question>
  );
}

function GapQuestion({ learned }: { readonly learned: Learned }) {
  const { corpus: source, sentence } = useRoom('vectors');
  const edit = useEditRoom('vectors');
  const value = sentence === '' ? (builtInText(source)?.gap ?? '') : sentence;
  const { answer, read, unknown } = askGap(learned, value, 5);
  const isCbow = learned.job.kind === 'cbow';
  const most = answer.found?.[0]?.score ?? 0;
  return (
    <Question title="Complete the sentence" problem={answer.problem} isBlank={value.trim() === ''}>
      <input className="controls-input vectors-sentence" aria-label="Sentence with ___" spellCheck={false} autoComplete="off" maxLength={300} value={value} placeholder="the queen wears ___ crown" onChange={(event) => edit({ sentence: event.target.value })} />
      {answer.found && (
        <>
          <p className="lab-control-words">
            Read: {read.join(', ')}.{unknown.length > 0 ? ` Not in the text: ${unknown.join(', ')}.` : ''}{' '}
            {isCbow
              ? 'CBOW: softmax of u · h, h being the mean of the vectors read.'
              : 'Skip-gram learns no probability of the middle: each word is read, and its scores u · h for the words around are averaged.'}
          </p>
          <Bars rows={answer.found.map(({ name, score, probability }) => ({ name, number: probability ?? score, part: probability ?? (most > 0 ? Math.max(0, score / most) : 0) }))} what={isCbow ? 'probability' : 'mean score'} />
        </>
      )}
    </Question>
  );
}

interface QuestionProps {
  readonly title: string;
  readonly problem: string | null;
  /** Whether nothing was written yet: then the problem is a hint. */
  readonly isBlank?: boolean;
  readonly children: ReactNode;
}

function Question({ title, problem, isBlank = false, children }: QuestionProps) {
  return (
    <div className="vectors-question">
      <h3>{title}</h3>
      {children}
      {problem !== null && (
        <p className={isBlank ? 'lab-control-words' : 'controls-problem'} role="status">
          {problem}
        </p>
      )}
    </div>
  );
}

function Bars({ rows, what }: { readonly rows: readonly { readonly name: string; readonly number: number; readonly part: number }[]; readonly what: string }) {
  return (
    <ol className="vectors-bars" aria-label={`Words with their ${what}`}>
      {rows.map(({ name, number, part }) => (
        <li key={name}>
          <span className="vectors-bar-name">{name}</span>
          <span className="vectors-bar" aria-hidden="true">
            <span style={{ width: `${part * 100}%` }} />
          </span>
          <span className="vectors-bar-number">{formatNumber(number, 2)}</span>
        </li>
      ))}
    </ol>
  );
}
