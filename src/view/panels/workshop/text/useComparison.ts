// The three networks that are compared, and the sentence that they read, as written and with its words in another order.
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import { readRow } from '../../../../engine/data/prepare.ts';
import type { Reading } from '../../../../engine/tasks/reading.ts';
import { accuracyOn, decidedByOrder } from '../../../../engine/workshop/reordered.ts';
import { comparison, type ComparedNetwork, type ComparisonState } from '../../../../state/workshop/text/comparison.ts';
import { useRoom } from '../hooks.ts';
import { useWorked } from '../useWorked.ts';
import { readOrder, type Order } from './order.ts';

export const useComparison = (): ComparisonState => useStore(comparison.store);

/** The same; has the data fetched where they are not here. */
export function useOpenComparison(): ComparisonState {
  useEffect(() => comparison.open(), []);
  return useComparison();
}

export interface SentenceInView {
  /** The words as the networks know them. */
  readonly words: readonly string[];
  readonly order: Order;
  /** As written, and in the order that is set. */
  readonly readings: readonly [written: Reading, moved: Reading];
  /** Words that are left out. */
  readonly unknown: readonly string[];
}

/** Null until the data are here. */
export function useSentence(data: PreparedData | null): SentenceInView | null {
  const { sentence, order: orderText } = useRoom('text');
  return useMemo(() => {
    if (!data) return null;
    const reading = readRow(data, sentence);
    const words = reading.tokens[0];
    const order = readOrder(orderText, words.length);
    const read = (all: readonly string[]): Reading => readRow(data, all.join(' '));
    return { words, order, readings: [read(words), read(order.flatMap((place) => words[place] ?? []))], unknown: reading.unknown };
  }, [data, sentence, orderText]);
}

/** One number or vector for each of the two orders. */
type Both<Each> = readonly [written: Each, moved: Each];

export interface BothAnswers {
  /** Probability of "positive". */
  readonly answers: Both<number> | null;
  /** The H hidden units when all is read. */
  readonly states: Both<Float64Array> | null;
  readonly problem: string | null;
}

/** What one network makes of both orders; null until it is computed for these very words. */
export function useBoth({ encoded, job: { model }, parameters }: ComparedNetwork, { words, readings }: SentenceInView): BothAnswers {
  const examples = useMemo(() => (words.length > 0 ? readings.map((reading) => encoded.example(reading)) : null), [encoded, words, readings]);
  const asked = useMemo(() => examples && { model, parameters, examples }, [model, parameters, examples]);
  const looked = useMemo(() => examples && { model, networks: [parameters], examples }, [model, parameters, examples]);
  const said = useWorked('evaluate', asked);
  const held = useWorked('states', looked);
  const answers = said.worked?.input.examples === examples ? said.worked?.result.answers.flatMap((answer) => answer[0] ?? []) : null;
  const states = held.worked?.input.examples === examples ? held.worked?.result[0]?.sequences.map(({ values }) => values.slice(-model.hiddenSize)) : null;
  return { answers: bothOf(answers), states: bothOf(states), problem: said.problem ?? held.problem };
}

function bothOf<Each>(all: readonly Each[] | null | undefined): Both<Each> | null {
  const [written, moved] = all ?? [];
  return written === undefined || moved === undefined ? null : [written, moved];
}

/** Kinds of rows that are kept for validation, by places in them. */
export interface KeptRows {
  readonly all: readonly number[];
  /** With "not" or "never". */
  readonly negated: readonly number[];
  /** Their very words are a review of the other kind in another order. */
  readonly reordered: readonly number[];
}

const negations = new Set(['not', 'never']);

export function keptRows({ rows, validation }: PreparedData): KeptRows {
  const byOrder = decidedByOrder(rows);
  const placesOf = (is: (position: number) => boolean): number[] => validation.flatMap((position, place) => (is(position) ? [place] : []));
  return {
    all: placesOf(() => true),
    negated: placesOf((position) => rows[position]?.reading.tokens[0].some((word) => negations.has(word)) ?? false),
    reordered: placesOf((position) => byOrder.has(position)),
  };
}

/** Share of right answers of one network on each kind; null until it is computed. */
export function useAccuracies({ job: { model, validation }, parameters }: ComparedNetwork, kept: KeptRows): Readonly<Record<keyof KeptRows, number | null>> | null {
  const { worked } = useWorked('evaluate', useMemo(() => ({ model, parameters, examples: validation }), [model, parameters, validation]));
  return useMemo(() => {
    if (!worked || worked.input.examples !== validation) return null;
    const on = (places: readonly number[]): number | null => accuracyOn(model, validation, worked.result, places);
    return { all: on(kept.all), negated: on(kept.negated), reordered: on(kept.reordered) };
  }, [worked, model, validation, kept]);
}
