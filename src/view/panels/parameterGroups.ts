// The parameters of a network by what they are for: "forget gate f: how much is kept", "reverse state h", "output".
import type { Network } from '../../engine/network.ts';
import { plainText } from '../../engine/symbols/symbols.ts';
import { anatomyOf, mainSlotsOf } from '../anatomy/anatomy.ts';
import { chainName } from './timeNames.ts';

interface NamedGroup {
  readonly id: string;
  /** "decoder forget gate f". */
  readonly name: string;
  /** What it is for: "how much is kept"; empty where the name says it. */
  readonly words: string;
  /** Position of its chain; −1 for the read-out. */
  readonly chain: number;
  /** Positions among the parameters. */
  readonly parameters: readonly number[];
}

/** Chain after chain, each with its gates; the read-out last. */
export function parameterGroups(network: Network): NamedGroup[] {
  const { groups, readout } = anatomyOf(network, false);
  const own = groups.map(({ chain, leadsTo, letter, input, recurrent, biases }): NamedGroup => {
    const isMain = mainSlotsOf(network, chain).includes(leadsTo);
    const [gate = '', words = ''] = wordsOf(network, leadsTo);
    const called = plainText(network, { symbol: network.program.slots[leadsTo]?.symbol ?? letter });
    const whose = chainName(network, chain);
    // The chain stands in front of it all.
    const bare = whose === '' ? called : called.replace(`${whose} `, '');
    const name = [whose, isMain ? 'state' : gate, bare].filter(Boolean).join(' ');
    return { id: `${chain} ${letter}`, name, words: isMain ? '' : words, chain, parameters: [...input, ...recurrent, ...biases] };
  });
  return [...own, { id: 'output', name: 'output', words: '', chain: -1, parameters: [readout.matrix, readout.bias] }];
}

/** The clock's words for what makes a value, in front of the colon and behind it. */
function wordsOf({ program: { instructions } }: Network, slot: number): string[] {
  return instructions.find(({ out }) => out === slot)?.words.split(': ') ?? [];
}
