// Which letters the network is written with: two notations, shown by this network's own symbols. Nothing where both write the same.
import { recurrentOf } from '../../../engine/gradient/paths.ts';
import type { Network } from '../../../engine/network.ts';
import { notations, type NotationId } from '../../../engine/symbols/notations.ts';
import { writtenIn } from '../../../engine/symbols/spelling.ts';
import { plainText } from '../../../engine/symbols/symbols.ts';
import { anatomyOf, mainSlotsOf } from '../../anatomy/anatomy.ts';
import { SymbolText } from '../../draw/numeric/SymbolText.tsx';
import { useDispatch, useDocument, useScene } from '../stores.tsx';
import { Segmented } from './Segmented.tsx';

export function NotationControl() {
  const dispatch = useDispatch();
  const network = useScene()?.network;
  const notation = useDocument((state) => state.document.notation);
  if (!network) return null;
  const choices = notations.map((value) => ({ value, label: lettersOf(network, value) }));
  if (new Set(choices.map(({ label }) => label)).size < 2) return null;
  return (
    <div className="network-sheet-group">
      <Segmented label="Letters" choices={choices.map(({ value, label }) => ({ value, label: <SymbolText text={label} /> }))} value={notation} onChange={(next) => dispatch({ type: 'setNotation', notation: next })} />
      <p className="controls-words">Books and courses write the same equations with other letters. Only what is written changes.</p>
    </div>
  );
}

/** The weights of the first sum and the state: "W_xh W_hh h". */
function lettersOf(network: Network, notation: NotationId): string {
  const { parameters, slots } = network.program;
  const own = writtenIn(network, notation);
  const symbols = [
    ...[anatomyOf(network, false).groups[0]?.input[0], recurrentOf(network, 0)[0]].map((index) => parameters[index ?? -1]?.symbol),
    slots[mainSlotsOf(network, 0)[0] ?? -1]?.symbol,
  ];
  return symbols.flatMap((symbol) => (symbol === undefined ? [] : [plainText(own, { symbol }).split(' ').at(-1)])).join(' ');
}
