// Which text is learned from: built in, one's own by typing, pasting or a file, or the rows of the workshop's data set.
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { builtInText, builtInTexts } from '../../../../engine/word2vec/corpora/corpora.ts';
import { mostOwn } from '../../../../state/workshop/settings/vectors.ts';
import { keepLongText, longText } from '../../../../state/workshop/vectors/longText.ts';
import { useEditRoom, useRoom } from '../hooks.ts';
import type { CorpusInView } from './useCorpus.ts';

const counted = (count: number, what: string): string => `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;

/** Letters of a long text that are shown: more would hold up the page. */
const shownLetters = 2000;
const beginning = (text: string): string => (text.length > shownLetters ? `${text.slice(0, shownLetters)} …` : text);

/** Bytes of a file that is read at all. */
const mostBytes = 5_000_000;

export function TextControls({ corpus, problem }: CorpusInView) {
  const id = useId();
  const { corpus: source, own } = useRoom('vectors');
  const edit = useEditRoom('vectors');
  const long = useStore(longText);
  const [typed, setTyped] = useState<string | null>(null);
  const [fileProblem, setFileProblem] = useState('');
  const isOwn = source === 'own' || source === 'long';
  const isLong = source === 'long';
  const shown = isLong ? beginning(long.text ?? '') : (typed ?? own);
  const builtIn = builtInText(source);

  const take = (text: string): void => {
    setTyped(null);
    setFileProblem('');
    if (text.length <= mostOwn) return edit({ corpus: 'own', own: text });
    void keepLongText(text);
    edit({ corpus: 'long' });
  };
  const takeFile = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    if (file.size > mostBytes) return setFileProblem(`“${file.name}” has ${(file.size / 1e6).toFixed(1)} MB; a text of at most 5 MB is read.`);
    const text = await file.text().catch(() => null);
    if (text === null || text.includes('\0')) return setFileProblem(`“${file.name}” is no plain text. Save it as .txt, and choose it again.`);
    take(text);
  };

  return (
    <div className="vectors-text">
      <label htmlFor={id} className="controls-label">
        Text
      </label>
      <select id={id} className="controls-select" value={builtIn || source === 'data' || isLong ? source : 'own'} onChange={(event) => edit({ corpus: event.target.value })}>
        {builtInTexts.map((each) => (
          <option key={each.id} value={each.id}>
            {each.title}
          </option>
        ))}
        <option value="own">a text of your own</option>
        {(source === 'long' || (long.text ?? '') !== '') && <option value="long">your long text</option>}
        <option value="data">the workshop’s data set</option>
      </select>
      {builtIn && (
        <p className="lab-control-words">
          {builtIn.words} {builtIn.licence}
        </p>
      )}
      {isOwn && (
        <>
          <textarea
            className="controls-input vectors-own"
            aria-label="Your text"
            rows={5}
            spellCheck={false}
            value={shown}
            readOnly={isLong}
            placeholder="Type or paste sentences. A sentence ends with a full stop or with its line."
            onChange={(event) => setTyped(event.target.value)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              if (event.dataTransfer.files.length === 0) return;
              event.preventDefault();
              void takeFile(event.dataTransfer.files[0]);
            }}
          />
          <div className="vectors-buttons">
            {isLong ? (
              <button type="button" className="controls-button" onClick={() => edit({ corpus: 'own' })}>
                Write another text
              </button>
            ) : (
              <button type="button" className="controls-button" disabled={typed === null} onClick={() => take(shown)}>
                Use this text
              </button>
            )}
            <label className="controls-button vectors-file">
              Open a file
              <input
                type="file"
                accept=".txt,text/plain"
                onChange={(event) => {
                  void takeFile(event.target.files?.[0]);
                  event.target.value = '';
                }}
              />
            </label>
          </div>
          <p className="lab-control-words">
            Nothing leaves this machine. {isLong ? 'This text is too long for a link: this browser keeps it, and shows its beginning here.' : `Up to ${mostOwn.toLocaleString('en')} characters are part of a link; a longer text is kept in this browser.`}
          </p>
        </>
      )}
      {source === 'data' && <p className="lab-control-words">The texts of the data set that is chosen in the room “Data”.</p>}
      {[fileProblem, problem ?? '', isLong ? (long.problem ?? '') : ''].filter(Boolean).map((words) => (
        <p key={words} className="controls-problem" role="alert">
          {words}
        </p>
      ))}
      {corpus && (
        <p className="lab-control-words">
          Read as {counted(corpus.sentences.length, 'sentence')} with {counted(corpus.words.length, 'different word')}. {corpus.notes.join(' ')}
        </p>
      )}
    </div>
  );
}
