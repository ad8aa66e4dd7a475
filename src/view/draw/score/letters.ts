// What is written over a column of numbers: its letter at its time. The chain that it belongs to is told by where it stands; a state that
// runs from the end of the sequence has an arrow before it.
import { parseSymbol, plainText } from '../../../engine/symbols/symbols.ts';
import { unmarked } from '../../../engine/symbols/letters.ts';
import type { Network } from '../../../engine/network.ts';

export function headOf(network: Network, symbol: string, t?: number): string {
  const text = plainText(network, { symbol, t });
  const { base, kind, index } = parseSymbol(network, symbol);
  const { chain } = unmarked(base);
  const bare = chain !== '' && text.startsWith(`${chain} `) ? text.slice(chain.length + 1) : text;
  const isState = kind !== 'parameter' && network.program.slots[index]?.isState === true;
  return isState && isBackwards(network, chain) ? `←\u2009${bare}` : bare;
}

const isBackwards = ({ program }: Network, chain: string): boolean => program.chains.some(({ mark, direction }) => mark === `.${chain}` && direction < 0);
