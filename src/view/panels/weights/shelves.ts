// How the grids of the weights panel are laid out: by what they belong to, each with its words and the names of its rows and columns.
import type { Network } from '../../../engine/network.ts';
import { plainText } from '../../../engine/symbols/symbols.ts';
import { anatomyOf } from '../../anatomy/anatomy.ts';
import type { Scene } from '../../scene/scene.ts';
import { parameterGroups } from '../parameterGroups.ts';
import { axisOf, chainName } from '../timeNames.ts';
import { editablesOf, type Editable } from './editable.ts';

/** Grids that belong together. */
interface Shelf {
  readonly id: string;
  /** "forget gate f". */
  readonly name: string;
  /** "how much is kept"; empty where the name says it. */
  readonly words: string;
  readonly editables: readonly Editable[];
}

/** A network with few parameters has all of them on one shelf. */
const fewParameters = 6;

/** All that can be changed: chain after chain with its gates, the read-out, and the states to begin with. */
export function shelvesOf(network: Network): Shelf[] {
  const editables = editablesOf(network);
  const starts = editables.filter(({ isStart }) => isStart);
  const { parameters } = network.program;
  if (parameters.length <= fewParameters) return [{ id: 'all', name: 'all', words: '', editables }];
  const groups = parameterGroups(network).map(({ id, name, words, parameters: own }) => ({
    id,
    name,
    words,
    editables: own.flatMap((index) => editables.find(({ symbol, isStart }) => !isStart && symbol === parameters[index]?.symbol) ?? []),
  }));
  return starts.length === 0 ? groups : [...groups, { id: 'start', name: 'initial states', words: 'where each chain begins', editables: starts }];
}

/** The chain whose cell uses a parameter, −1 for the read-out; and whether what it is multiplied with is a word's one-hot. */
function userOf({ program }: Network, symbol: string) {
  const index = program.parameters.findIndex((each) => each.symbol === symbol);
  const user = program.instructions.find(({ args }) => args.some((arg) => arg.kind === 'parameter' && arg.index === index));
  const other = user?.args.find((arg) => arg.kind === 'slot');
  return { chain: user?.chain ?? -1, role: program.parameters[index]?.role, takes: other?.kind === 'slot' ? other.index : -1 };
}

/** What a grid does, in words. */
export function wordsFor({ network, trace }: Scene, { symbol, rows, columns, isVector, isStart }: Editable): string {
  const shape = isVector ? `${rows} ${rows === 1 ? 'number' : 'numbers'}` : `${rows} × ${columns}`;
  if (isStart) return `${shape}: where the chain begins, before it has read anything.`;
  const { chain, role } = userOf(network, symbol);
  const to = parameterGroups(network).find((group) => group.parameters.some((index) => network.program.parameters[index]?.symbol === symbol))?.name ?? '';
  const inputs = axisOf(network, chain) === 0 ? trace.example.inputs : trace.example.decoderInputs;
  const words: Readonly<Record<NonNullable<typeof role>, string>> = {
    input: inputs?.kind === 'one-hot' ? `from what is read to the ${to}; a word picks its column` : `from each number that is read (columns) to each unit of the ${to} (rows)`,
    recurrent: `from each unit of the state before (columns) to each unit of the ${to} (rows)`,
    output: 'from what is read out (columns) to each output (rows)',
    bias: `added to the ${to}`,
  };
  return `${shape}: ${role ? words[role] : 'shared by all time steps'}. The same numbers at every time step.`;
}

/** The names of a grid's rows and columns. */
export function namesFor({ network, words, outputs }: Scene, { symbol, rows, columns, isVector, isStart }: Editable): { rowNames: readonly string[]; columnNames: readonly string[] } {
  const { program } = network;
  if (isStart) return { rowNames: unitsOf(network, symbol, rows), columnNames: [''] };
  const { chain, role, takes } = userOf(network, symbol);
  const group = anatomyOf(network, false).groups.find(({ input, recurrent, biases }) => [...input, ...recurrent, ...biases].some((index) => program.parameters[index]?.symbol === symbol));
  const rowNames = group ? unitsOf(network, program.slots[group.leadsTo]?.symbol ?? '', rows) : outputs;
  if (isVector) return { rowNames, columnNames: [''] };
  if (role === 'input') return { rowNames, columnNames: words[axisOf(network, chain)] };
  if (role === 'recurrent') return { rowNames, columnNames: unitsOf(network, program.slots[takes]?.symbol ?? '', columns) };
  const read = program.reads.map((each) => program.slots[program.chains[each]?.states[0] ?? takes]);
  return { rowNames, columnNames: read.flatMap((slot) => unitsOf(network, slot?.symbol ?? '', slot?.size ?? 0)) };
}

/** `h[1]`, `h[2]` …, without the chain, which the shelf tells. */
function unitsOf(network: Network, symbol: string, count: number): string[] {
  const name = plainText(network, { symbol });
  const chain = chainName(network, network.program.slots.find((slot) => slot.symbol === symbol)?.chain ?? -1);
  const short = network.program.reads.length > 1 || chain === '' ? name : name.replace(`${chain} `, '');
  return Array.from({ length: count }, (_, k) => `${short}[${k + 1}]`);
}
