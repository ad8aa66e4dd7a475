// The answer to a word2vec case: one centre word with its context, full softmax (test/golden/README.md, section 8).
import { predictionOf } from '../engine/word2vec/example.ts';
import { createWord2Vec } from '../engine/word2vec/network.ts';
import { word2vecPass } from '../engine/word2vec/pass.ts';
import { SoftmaxPass } from '../engine/word2vec/softmax.ts';
import { afterOf } from './after.ts';
import type { NamedParameter } from './nest.ts';
import { lengthAt, positionsAt } from './read.ts';
import type { Word2VecCase } from './schema.ts';
import { parametersOf } from './setting.ts';

/** Throws in words where a word is not of the vocabulary, or a matrix has another shape. */
export function word2vecOf({ config, params, ...words }: Word2VecCase): Record<string, unknown> {
  const { model: kind, vocabSize: V, dim: D } = config;
  const named: readonly NamedParameter[] = [
    { name: 'in.weight', offset: 0, shape: [V, D] },
    { name: 'out.weight', offset: V * D, shape: [V, D] },
  ];
  const parameters = parametersOf(named, params);
  const vocabulary = { size: V, from: 'config.vocabSize' };
  const example = {
    centre: positionsAt(words.centre, 'centre', [], vocabulary)[0]!,
    context: positionsAt(words.context, 'context', [lengthAt(words.context, 'context')], vocabulary),
  };
  const networkOver = (buffer: Float64Array) => createWord2Vec({ kind, vocabularySize: V, dimension: D }, buffer);
  const { hidden, logits, probs, stepLoss, loss, dLogits, dHidden, gradients, gradNorm } = word2vecPass(networkOver(parameters), example);
  return {
    expected: { hidden, logits, probs, stepLoss, loss, dL_dlogits: dLogits, dL_dhidden: dHidden, grads: gradients, gradNorm },
    after: afterOf(() => {
      const own = networkOver(parameters.slice());
      const prediction = predictionOf(own, example);
      const pass = new SoftmaxPass(own, prediction.predicts.length);
      return { named, parameters: own.parameters, gradients: pass.gradients, run: () => pass.run(prediction) };
    }),
  };
}
