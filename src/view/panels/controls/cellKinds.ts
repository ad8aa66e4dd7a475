// The cells to choose from, by kind: RNN, LSTM, GRU, and what can be chosen within a kind, such as the activation.
import { cellIds, cells, type CellId } from '../../../engine/cells/index.ts';

interface CellKind {
  /** "RNN", as in the menu. */
  readonly name: string;
  readonly cells: readonly CellId[];
  /** What its cells differ in: "Activation", "Reset gate"; empty where there is but one. */
  readonly differ: string;
  /** By cell: "tanh", "after the product". */
  readonly variants: readonly string[];
}

/** "GRU, reset gate after the product" → "GRU" and the rest. */
const parts = (id: CellId): readonly [name: string, rest: string] => {
  const [name = '', ...rest] = cells[id].title.split(/, | with /);
  return [name, rest.join(', ')];
};

/** The kinds among some cells, in their order. */
export function kindsOf(ids: readonly CellId[] = cellIds): CellKind[] {
  const names = [...new Set(ids.map((id) => parts(id)[0]))];
  return names.map((name) => {
    const own = ids.filter((id) => parts(id)[0] === name);
    const isOneFamily = new Set(own.map((id) => cells[id].family)).size === 1;
    const rests = own.map((id) => parts(id)[1]);
    const shared = isOneFamily ? '' : commonStart(rests);
    return {
      name,
      cells: own,
      differ: own.length < 2 ? '' : isOneFamily ? 'Activation' : sentence(shared.trim()),
      variants: isOneFamily ? own.map((id) => cells[id].activation) : rests.map((rest) => rest.slice(shared.length)),
    };
  });
}

/** The kind of a cell. */
export const kindOf = (id: CellId, kinds = kindsOf()): CellKind | undefined => kinds.find((kind) => kind.cells.includes(id));

/** The cell of a kind that keeps the activation of another one, where there is one. */
export function cellLike(kind: CellKind, id: CellId): CellId | undefined {
  return kind.cells.find((each) => cells[each].activation === cells[id].activation) ?? kind.cells[0];
}

/** The whole words that all texts begin with. */
function commonStart(texts: readonly string[]): string {
  const [words = [], ...others] = texts.map((text) => text.split(' '));
  const count = words.findIndex((word, k) => others.some((other) => other[k] !== word));
  return count <= 0 ? '' : `${words.slice(0, count).join(' ')} `;
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
