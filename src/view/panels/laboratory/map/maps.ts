// What the map's experiment asks, and its answers as maps: a row for every loss where there are few, and else for some of them.
import type { AnswerOf, QuestionOf } from '../../../../engine/laboratory/questions.ts';
import { laboratoryCells, type Laboratory, type LaboratoryCell } from '../../../../state/laboratory/laboratory.ts';
import { setupsOf } from '../../../../state/laboratory/setups.ts';
import { networkNames } from '../../../../state/laboratory/names.ts';
import type { LossMap } from '../../../layout/laboratory/lossMap.ts';
import type { PublishedSet } from '../hooks.ts';

/** Rows of the large map and of the small ones, at most: a row more is a way back more to compute. */
const mostRows = { large: 100, small: 34 } as const;

/** A network's map, as far as it is computed. */
export interface NetworkMap {
  readonly cell: LaboratoryCell;
  readonly name: string;
  readonly map: LossMap | null;
  readonly problem: string | null;
}

export type MapQuestions = Readonly<Record<string, QuestionOf<'map'>>>;

/** Those that are drawn, in the order of their colours; the one that is looked into is always among them. */
export function mappedCells({ networks, network }: Pick<Laboratory, 'networks' | 'network'>): LaboratoryCell[] {
  return laboratoryCells.filter((cell) => networks.includes(cell) || cell === network);
}

export function mapQuestions(laboratory: Laboratory): MapQuestions {
  const setups = setupsOf(laboratory);
  return Object.fromEntries(
    mappedCells(laboratory).map((cell) => {
      const { sequence, network } = setups[cell];
      // Every loss has its row, so where the one in view stands asks for nothing new.
      const setup = { network, sequence: { ...sequence, lossAt: sequence.steps } };
      return [cell, { kind: 'map', setup, mostRows: cell === laboratory.network ? mostRows.large : mostRows.small }] as const;
    }),
  );
}

function mapOf({ setup }: QuestionOf<'map'>, { rows, norms }: AnswerOf<'map'>): LossMap {
  return { steps: setup.sequence.steps, at: rows, norms };
}

/** A map of every network that was asked, or why there is none. */
export function mapsOf({ questions, answers, problems }: PublishedSet<MapQuestions>): NetworkMap[] {
  return laboratoryCells.flatMap((cell): NetworkMap[] => {
    const question = questions[cell];
    if (!question) return [];
    const answer = answers[cell] ?? null;
    return [{ cell, name: networkNames[cell].name, map: answer && mapOf(question, answer), problem: problems[cell] ?? null }];
  });
}
