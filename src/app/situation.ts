// What the guide's words may speak of, read off the network, the numbers and the task in view.
import { pathsOf, recurrentOf, roadGate } from '../engine/gradient/paths.ts';
import { inputsOf } from '../engine/run/sequences.ts';
import { plainText } from '../engine/symbols/symbols.ts';
import { canFeedBack } from '../engine/tasks/choices.ts';
import type { Task } from '../engine/tasks/task.ts';
import type { Situation } from '../lessons/guide.ts';
import type { UnrolledDocument } from '../state/document.ts';
import { anatomyOf, mainSlotsOf } from '../view/anatomy/anatomy.ts';
import { parameterGroups } from '../view/panels/parameterGroups.ts';
import { wholeOf } from '../view/panels/sentence/fields.ts';
import { chainName, tokenAt } from '../view/panels/timeNames.ts';
import type { Scene } from '../view/scene/scene.ts';

const clippingWords = (clipping: UnrolledDocument['clipping']): string =>
  clipping === null ? '' : clipping.kind === 'norm' ? `shortened to a length of at most ${clipping.limit}` : `cut, number by number, to at most ${clipping.limit}`;

export function situationOf(scene: Scene, task: Task, document: UnrolledDocument): Situation {
  const { network, trace, moment } = scene;
  const { chains, slots, parameters, reads } = network.program;
  const [first] = chains;
  /** A name without its chain, as what is said holds of all of them. */
  const chain = chainName(network, 0);
  const bare = (words: string): string => (chain !== '' && words.startsWith(`${chain} `) ? words.slice(chain.length + 1) : words);
  const name = (symbol = ''): string => bare(plainText(network, { symbol }));
  const [state, ...memories] = (first?.states ?? []).map((slot) => name(slots[slot]?.symbol));
  const only = (symbols: readonly string[]): string => (symbols.length === 1 ? name(symbols[0]) : '');
  const inputs = inputsOf(trace.example, 0);
  const roads = (first?.states ?? []).flatMap((slot) => {
    const gate = slots[roadGate(network, slot)];
    return gate ? [{ state: name(slots[slot]?.symbol), gate: name(gate.symbol) }] : [];
  });
  const T = trace.sequences[0]?.lengths[0] ?? 0;
  const isSplit = chains.some(({ axis }) => axis === 1);
  const isOnce = T > 1 && Array.from({ length: T - 1 }, (_, k) => scene.tokens[0][k + 1]).every((token) => token === '');
  return {
    phase: moment?.phase ?? 'ready',
    tokens: Array.from({ length: T }, (_, k) => tokenAt(scene, 0, k + 1)),
    steps: Math.max(0, ...pathsOf(network, trace.steps).map(({ steps }) => steps.length)),
    answers: trace.steps.filter(({ readout }) => readout).length,
    loss: network.model.loss,
    step: task.step,
    whole: wholeOf(task),
    inputs: isOnce ? 'once' : inputs?.kind === 'dense' ? 'numbers' : 'words',
    isTrained: document.trainedEpochs > 0,
    wiring: isSplit ? 'encoder and decoder' : reads.length > 1 ? 'both ways' : 'one way',
    state: state ?? '',
    layer: name(slots[mainSlotsOf(network, 0)[0] ?? -1]?.symbol),
    memories,
    gates: parameterGroups(network).flatMap(({ chain: own, name: called, words }) => (own === 0 && words !== '' ? [`${bare(called)}: ${words}`] : [])),
    // A memory beside the state is the one whose road is worth a word.
    road: roads.at(-1) ?? null,
    inputWeights: only(anatomyOf(network, false).groups.flatMap(({ chain: own, input }) => (own === 0 ? input : [])).map((index) => parameters[index]?.symbol ?? '')),
    recurrentWeights: only(recurrentOf(network, 0).map((index) => parameters[index]?.symbol ?? '')),
    feeding: canFeedBack(task) && reads.length === 1 ? scene.feeding : null,
    clipping: clippingWords(document.clipping),
  };
}
