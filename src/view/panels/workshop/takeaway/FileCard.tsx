// One thing to take away: what it is and what to do with it, which form it has, its size, its first lines, and the button that saves it.
import { Download } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { ScrollRegion } from '../../table/ScrollRegion.tsx';
import { sizeWords } from './fileWords.ts';

export interface FileToSave {
  readonly name: string;
  readonly bytes: number;
  /** Its first lines; of a file that is no text, what is in it. */
  readonly head: readonly string[];
  readonly save: () => void | Promise<void>;
}

interface Props {
  readonly title: string;
  /** What to do with it. */
  readonly words: ReactNode;
  /** Of its forms, one. */
  readonly choices?: ReactNode;
  /** Null while it is on its way. */
  readonly file: FileToSave | null;
  /** Where the file is a large one and not asked for yet: has it made. */
  readonly make?: (() => void) | null;
  /** Why there is none, in words; null where there is. */
  readonly problem?: string | null;
}

/** A line's characters that are shown: a run is one line of megabytes. */
const longest = 700;

export function FileCard({ title, words, choices, file, make = null, problem = null }: Props) {
  const id = useId();
  const [told, tell] = useState('');
  const save = async (each: FileToSave): Promise<void> => {
    try {
      await each.save();
      tell(`${each.name} is saved.`);
    } catch (error) {
      tell(error instanceof Error ? error.message : 'The file could not be saved.');
    }
  };
  return (
    <section className="takeaway-card" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <div className="takeaway-words">{words}</div>
      {choices !== undefined && <div className="takeaway-choices">{choices}</div>}
      {problem !== null && (
        <p className="controls-problem" role="status">
          {problem}
        </p>
      )}
      {problem === null && (
        <>
          {!make && (
            <ScrollRegion name={`First lines of ${file?.name ?? title}`}>
              <pre className="takeaway-head" data-wrapped={file?.head.length === 1 || undefined}>
                {file ? file.head.map((line) => line.slice(0, longest)).join('\n') : 'On its way …'}
              </pre>
            </ScrollRegion>
          )}
          <div className="takeaway-save">
            {/* One button, which keeps the focus from being asked to being saved. */}
            <button type="button" className="controls-button" aria-disabled={(!make && !file) || undefined} aria-label={make || !file ? undefined : `Save ${file.name}`} onClick={make ?? (() => (file ? void save(file) : undefined))}>
              <Download aria-hidden="true" /> {make ? 'Make the file' : 'Save'}
            </button>
            <span className="takeaway-file">
              {make && 'It is a large one, so it is made when you ask for it.'}
              {!make && file && (
                <>
                  <code>{file.name}</code> {sizeWords(file.bytes)}
                </>
              )}
            </span>
          </div>
          <p className="controls-words" role="status">
            {told}
          </p>
        </>
      )}
    </section>
  );
}
