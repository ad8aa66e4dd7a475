// Where one stands after the sentence has become longer or shorter: at the same time step of the same phase, as far on in it.
import { Clock } from '../engine/clock/clock.ts';
import { createNetwork } from '../engine/network.ts';
import { StepIndex } from '../engine/topology/stepIndex.ts';
import { topologyOf, type CellStep, type Lengths } from '../engine/topology/index.ts';
import type { UnrolledDocument } from './document.ts';
import { cutToCap, readingOf } from './reading.ts';
import { modelOf } from './wiring.ts';

/** The playhead of `next` that goes with that of `document`, which has the same network over another sentence. */
export function samePlace(document: UnrolledDocument, next: UnrolledDocument): number {
  const { playhead } = document;
  const [before, after] = [lengthsOf(document), lengthsOf(next)];
  // With the same steps the place on the clock is the same place.
  if (playhead === 0 || (before[0] === after[0] && before[1] === after[1])) return playhead;
  if (before[0] === 0 || after[0] === 0) return 0;
  const network = createNetwork(modelOf(next));
  const topology = topologyOf(network.model);
  const [own, other] = [topology.steps(before), topology.steps(after)];
  const [from, to] = [new Clock(network, own), new Clock(network, other)];
  const p = Math.min(playhead, from.count);
  const { phase, position, from: begin } = from.wordAt(p);
  const step = own[position];
  const span = to.spanOf(phase, step ? positionOf(step, other) : -1);
  return Math.min(span.from + p - begin, span.to);
}

/** The step of the same row of the same chain; of the last row where there are not so many. */
function positionOf({ chain, row }: CellStep, steps: readonly CellStep[]): number {
  const index = StepIndex.of(steps);
  const found = index.at(chain, row);
  return found >= 0 ? found : index.at(chain, Math.max(...index.rowsOf(chain)));
}

/** Number of steps along each axis. */
function lengthsOf(document: UnrolledDocument): Lengths {
  const { tokens } = cutToCap(readingOf(document));
  return [tokens[0].length, tokens[1].length];
}
