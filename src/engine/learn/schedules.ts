// Schedules as a table: the learning rate η_k after k epochs (or updates, if you count those) from η_0 on; one number in,
// one out. StepLR, ExponentialLR and CosineAnnealingLR of torch.optim.lr_scheduler in closed form; the lr_decay of Adagrad.
import { amount, demand, factor, type Setting, settle, wholeCount } from './optimisers/settings.ts';

export type ScheduleId = 'constant' | 'step' | 'exponential' | 'inverse' | 'cosine';
export type ScheduleSettingId = 'gamma' | 'every' | 'decay' | 'period' | 'floor';

/** What a schedule can be told. What it has no use for is not read; what is missing is its default. */
export type ScheduleSettings = { readonly [Id in ScheduleSettingId]?: number | undefined };

export const scheduleSettings: Readonly<Record<ScheduleSettingId, Setting>> = {
  gamma: { latex: '\\gamma', words: 'What the rate is multiplied with each time.', ...factor },
  every: { latex: 's', words: 'How many epochs pass from one drop to the next.', ...wholeCount },
  decay: { latex: 'd', words: 'How fast the rate falls: after 1/d epochs it is half of what it was.', ...amount },
  period: { latex: 'K', words: 'How many epochs the way down takes.', ...wholeCount },
  floor: { latex: '\\eta_{\\min}', words: 'The lowest rate, at the end of the way down.', ...amount },
};

interface Kind<Name extends ScheduleSettingId> {
  readonly id: ScheduleId;
  readonly title: string;
  /** What it does, in a student's words. */
  readonly words: string;
  /** LaTeX of η_k, in the letters of `scheduleSettings`. */
  readonly equation: string;
  readonly source: string;
  readonly defaults: Readonly<Record<Name, number>>;
  readonly at: (initial: number, k: number, settings: Readonly<Record<Name, number>>) => number;
}

interface Schedule extends Omit<Kind<never>, 'defaults' | 'at'> {
  readonly defaults: Readonly<Partial<Record<ScheduleSettingId, number>>>;
  /**
   * The learning rate when `count` epochs are done: `rate(initial, 0)` is `initial`, for the first epoch.
   *
   * @throws Error if `initial` is negative or not finite, `count` not 0, 1, 2, …, or a setting out of its range.
   */
  readonly rate: (initial: number, count: number, settings?: ScheduleSettings) => number;
}

const counts = { allows: (x: number): boolean => Number.isSafeInteger(x) && x >= 0, range: '0, 1, 2, …' };

function row<Name extends ScheduleSettingId>({ at, ...kind }: Kind<Name>): Schedule {
  return {
    ...kind,
    rate(initial, count, settings = {}) {
      demand('The initial learning rate', initial, amount);
      demand('The number of epochs that are done', count, counts);
      return at(initial, count, settle(`the schedule "${kind.title}"`, scheduleSettings, kind.defaults, settings));
    },
  };
}

export const schedules: Readonly<Record<ScheduleId, Schedule>> = {
  constant: row({
    id: 'constant',
    title: 'Constant',
    words: 'The learning rate stays as it is.',
    equation: '\\eta_k = \\eta_0',
    source: 'torch.optim.lr_scheduler.ConstantLR with factor 1',
    defaults: {},
    at: (initial) => initial,
  }),
  step: row({
    id: 'step',
    title: 'Steps',
    words: 'The rate stays for some epochs, then drops at once to a part of itself, again and again.',
    equation: '\\eta_k = \\eta_0\\, \\gamma^{\\lfloor k / s \\rfloor}',
    source: 'torch.optim.lr_scheduler.StepLR',
    defaults: { gamma: 0.1, every: 30 },
    at: (initial, k, { gamma, every }) => initial * gamma ** Math.floor(k / every),
  }),
  exponential: row({
    id: 'exponential',
    title: 'Exponential',
    words: 'Each epoch multiplies the rate by the same factor.',
    equation: '\\eta_k = \\eta_0\\, \\gamma^{k}',
    source: 'torch.optim.lr_scheduler.ExponentialLR',
    defaults: { gamma: 0.95 },
    at: (initial, k, { gamma }) => initial * gamma ** k,
  }),
  inverse: row({
    id: 'inverse',
    title: 'Inverse time',
    words: 'The rate is divided by a number that grows evenly: it falls fast at first, then ever more slowly.',
    equation: '\\eta_k = \\frac{\\eta_0}{1 + d\\, k}',
    source: 'H. Robbins and S. Monro, A stochastic approximation method, 1951; as lr_decay of torch.optim.Adagrad',
    defaults: { decay: 0.1 },
    at: (initial, k, { decay }) => initial / (1 + decay * k),
  }),
  cosine: row({
    id: 'cosine',
    title: 'Cosine',
    words: 'The rate goes down along half a wave of a cosine: slowly, then fast, then slowly. Beyond the period it rises again the same way.',
    equation: '\\eta_k = \\eta_{\\min} + \\frac{\\eta_0 - \\eta_{\\min}}{2}\\left(1 + \\cos\\frac{\\pi k}{K}\\right)',
    source: 'I. Loshchilov and F. Hutter, SGDR: stochastic gradient descent with warm restarts, 2017, eq. 5; as torch.optim.lr_scheduler.CosineAnnealingLR',
    defaults: { period: 100, floor: 0 },
    at(initial, k, { period, floor }) {
      if (floor > initial) {
        throw new Error(`The floor of the schedule "Cosine" should be at most the initial rate ${initial}, but it is ${floor}.`);
      }
      return floor + ((initial - floor) * (1 + Math.cos((Math.PI * k) / period))) / 2;
    },
  }),
};
