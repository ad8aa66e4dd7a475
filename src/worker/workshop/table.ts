// Every procedure by its name: the generators that the workshop's workers run.
import { prepareAside } from '../../engine/data/own/prepareAside.ts';
import { readTable } from '../../engine/data/own/readTable.ts';
import { decode } from '../../engine/workshop/decode.ts';
import { evaluate } from '../../engine/workshop/evaluate.ts';
import { pack } from '../../engine/workshop/packing.ts';
import { race } from '../../engine/workshop/race/race.ts';
import { slice } from '../../engine/workshop/race/slice.ts';
import { statesOf } from '../../engine/workshop/states.ts';
import { train } from '../../engine/workshop/training.ts';
import { learnVectors } from '../../engine/workshop/vectors.ts';
import { readCorpus } from '../../engine/word2vec/readCorpus.ts';
import type { Procedure, ProcedureId } from './procedures.ts';

export type ProcedureTable = { readonly [Id in ProcedureId]: Procedure<Id> };

export const procedures: ProcedureTable = { train, evaluate, decode, pack, states: statesOf, race, slice, readTable, prepare: prepareAside, corpus: readCorpus, vectors: learnVectors };
