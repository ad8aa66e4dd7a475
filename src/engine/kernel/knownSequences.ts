// The sequences of a network's examples, each checked and laid out once: batches in another order every epoch are made of the same ones, and sequences
// of the same lengths share their lists of steps.
import type { Example } from '../model.ts';
import type { Network } from '../network.ts';
import { sequencesOf, type Sequence } from '../run/sequences.ts';

/** The sequences of a batch, as `sequencesOf` makes them. Throws in words as it does. */
export function knownSequences(network: Network): (batch: readonly Example[]) => Sequence[] {
  const known = new WeakMap<Example, Sequence>();
  const byLengths = new Map<string, Pick<Sequence, 'steps' | 'readoutRows'>>();
  const alone = (example: Example): Sequence => {
    const found = known.get(example);
    if (found) return found;
    const [fresh] = sequencesOf(network, example) as [Sequence];
    const name = fresh.lengths.join();
    const shared = byLengths.get(name) ?? { steps: fresh.steps, readoutRows: fresh.readoutRows };
    byLengths.set(name, shared);
    const sequence = { ...fresh, ...shared };
    known.set(example, sequence);
    return sequence;
  };
  return (batch) => {
    const [first] = batch;
    const isOneKind = batch.every(({ inputs, decoderInputs }) => inputs?.kind === first?.inputs?.kind && decoderInputs?.kind === first?.decoderInputs?.kind);
    // What is wrong with it is said by who knows.
    if (!first || !isOneKind) return sequencesOf(network, batch);
    return batch.map((example) => {
      const sequence = alone(example);
      return { ...sequence, lossWeight: sequence.lossWeight / batch.length };
    });
  };
}
