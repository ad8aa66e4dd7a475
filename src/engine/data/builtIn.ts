// What a data set is that comes with the page: known by its title at once, its rows made or read when it is asked for.
import type { Task, TaskRow } from '../tasks/task.ts';
import { halves } from '../tasks/split.ts';
import { cutterOf } from './cutting.ts';
import type { DataSource, Dataset, SeriesScale, StartingRecipe } from './dataset.ts';
import { wordsInForce } from './words.ts';

export interface BuiltIn {
  readonly id: string;
  /** For menus. */
  readonly title: string;
  readonly words: string;
  readonly source: DataSource;
  readonly isText: boolean;
  /** Its file in the page's folder `data`; null where its rows are made by code. */
  readonly file: string | null;
  /** The data set, from the text of its file; from no text where it has none. */
  readonly build: (text: string) => Dataset;
}

interface Parts {
  /** Its vocabulary may be left out where it is that of the rows, and so may outputs that have the same names. */
  readonly task: Omit<Task, 'rows' | 'firstRow' | 'vocabulary' | 'outputs'> & Partial<Pick<Task, 'firstRow' | 'vocabulary' | 'outputs'>>;
  readonly source: DataSource;
  readonly rows: (text: string) => readonly TaskRow[];
  readonly recipe: StartingRecipe;
  readonly isText?: boolean;
  readonly file?: string;
  readonly scale?: SeriesScale;
}

const plainly = { lowerCase: true, stopWords: false, stems: false };

export function builtIn({ task, source, rows, recipe, isText = false, file, scale }: Parts): BuiltIn {
  const build = (text: string): Dataset => {
    const whole: Task = { firstRow: 0, vocabulary: [], outputs: [], ...task, rows: rows(text) };
    return { id: task.id, source, isText, recipe, notes: [], task: task.vocabulary ? whole : withWords(whole, isText), ...(scale && { scale }) };
  };
  return { id: task.id, title: task.title, words: task.words, source, isText, file: file ?? null, build };
}

/** The task with the words of all of its rows. */
function withWords(task: Task, isText: boolean): Task {
  const cut = cutterOf(task, isText, plainly);
  const all = task.rows.map(({ text, targets }) => {
    const [input, behind] = halves(task, text);
    return { ...cut(input), behind, targets };
  });
  return wordsInForce(task, all, Infinity).task;
}

/** "Written for this project." and nothing to be asked for. */
export const ownSource = (words: string): DataSource => ({ words, licence: 'written for this project' });
