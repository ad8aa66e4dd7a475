// One optimiser at work on parameters [n] and their gradients [n]: it moves, counts, checks, and its inner state can be
// read, copied out and copied in again. What is particular to each kind comes in as a `Rule`.
import type { Vector } from '../../math/array.ts';
import { type HyperparameterId, hyperparameters } from './hyperparameters.ts';
import type { Kind, Optimiser, OptimiserId, OptimiserMemory, OptimiserRow, Rule, StateOfWeights } from './optimiser.ts';
import { amount, demand, settle } from './settings.ts';

/** The row of a kind. */
export function row<Name extends HyperparameterId>({ rule, ...kind }: Kind<Name>): OptimiserRow {
  return {
    ...kind,
    make(settings, n) {
      const { learningRate = kind.learningRate } = settings;
      demand(`The learning rate of ${kind.title}`, learningRate, amount);
      const settled = settle(kind.title, hyperparameters, kind.defaults, settings);
      return new AtWork(kind, settled, rule(settled, n), n, learningRate);
    },
  };
}

class AtWork implements Optimiser {
  readonly id: OptimiserId;
  readonly hyperparameters: Readonly<Partial<Record<HyperparameterId, number>>>;
  count = 0;
  learningRate: number;
  private readonly title: string;
  private readonly rule: Rule;
  private readonly n: number;
  private readonly ownRate: number;

  constructor(
    { id, title }: Pick<OptimiserRow, 'id' | 'title'>,
    settled: Readonly<Partial<Record<HyperparameterId, number>>>,
    rule: Rule,
    n: number,
    learningRate: number,
  ) {
    this.id = id;
    this.title = title;
    this.hyperparameters = settled;
    this.rule = rule;
    this.n = n;
    this.ownRate = learningRate;
    this.learningRate = learningRate;
  }

  get state(): readonly StateOfWeights[] {
    return this.rule.state;
  }

  step(parameters: Vector, gradients: Vector, learningRate = this.ownRate): void {
    if (parameters.length !== this.n || gradients.length !== this.n) {
      throw new Error(
        `This ${this.title} works on ${this.n} weights, but it was given ${parameters.length} weights and ${gradients.length} gradients.`,
      );
    }
    demand(`The learning rate of ${this.title}`, learningRate, amount);
    this.learningRate = learningRate;
    this.count++;
    this.rule.move(parameters, gradients, learningRate, this.count);
  }

  effectiveRate(i: number): number {
    if (!Number.isSafeInteger(i) || i < 0 || i >= this.n) {
      throw new Error(`This ${this.title} works on ${this.n} weights, counted from 0, so it has no weight ${i}.`);
    }
    return this.learningRate / this.rule.divisor(i, this.count);
  }

  save(): OptimiserMemory {
    const values = this.state.map((each) => each.values.slice());
    return { id: this.id, count: this.count, learningRate: this.learningRate, values };
  }

  restore({ id, count, learningRate, values }: OptimiserMemory): void {
    if (id !== this.id) throw new Error(`This ${this.title} is "${this.id}", but it was given the memory of "${id}".`);
    const wrong = this.state.find((_, k) => values[k]?.length !== this.n);
    if (wrong) {
      throw new Error(`This ${this.title} remembers ${wrong.symbol} of ${this.n} weights, but it was given the memory of another number.`);
    }
    this.state.forEach((each, k) => each.values.set(values[k]!));
    this.count = count;
    this.learningRate = learningRate;
  }
}
