// Whether a run that streams in has delivered a number: told by where its step stands in the list of steps, which a second chain goes through from the end.
import type { Network } from '../../engine/network.ts';
import type { Reference } from '../../engine/reference.ts';
import { chainOfFactor, parseSymbol, type ParsedSymbol } from '../../engine/symbols/symbolKinds.ts';
import { StepIndex } from '../../engine/topology/stepIndex.ts';
import type { CellStep } from '../../engine/topology/index.ts';

/** How far a run has come. */
interface Delivered {
  readonly network: Network;
  readonly trace: { readonly steps: readonly CellStep[] };
  /** Number of steps whose values have come; number of the first step (0-based) whose gradients have come. */
  readonly forwardTo: number;
  readonly backwardFrom: number;
}

export function hasArrived({ network, trace, forwardTo, backwardFrom }: Delivered, { symbol, t }: Reference): boolean {
  const parsed = parseSymbol(network, symbol);
  const { kind, base } = parsed;
  // The total loss is a sum over all steps.
  if (base === 'L' && t === undefined) return forwardTo >= trace.steps.length;
  if (kind === 'parameter' || symbol === 'eta') return true;
  const position = t === undefined ? 0 : positionOf(network, trace.steps, parsed, t);
  return kind === 'value' ? position < forwardTo : position >= backwardFrom;
}

/** Position of the step that makes the numbers of row t; −1 for values that are given, the first for gradients that nothing makes. */
function positionOf(network: Network, steps: readonly CellStep[], { kind, base, index }: ParsedSymbol, t: number): number {
  const { program } = network;
  const places = StepIndex.of(steps);
  if (kind === 'parameter gradient' || kind === 'running total' || kind === 'new') {
    const user = program.instructions.find(({ args }) => args.some((arg) => arg.kind === 'parameter' && arg.index === index));
    return Math.max(places.at(user?.chain ?? -1, t), 0);
  }
  const chain = kind === 'other' ? chainOfFactor(program, base) : (program.slots[index]?.chain ?? -1);
  if (kind === 'value') return program.slots[index]?.stage === 'given' || t === 0 ? -1 : places.at(chain, t);
  // What reaches the state that a chain begins with comes from its first step.
  return Math.max(t === 0 ? (places.after(chain, 0)[0] ?? 0) : places.at(chain, t), 0);
}
