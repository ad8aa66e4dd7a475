// The header of a batch: 32-bit words with what differs from batch to batch, counts and addresses. The program is the same
// for all of them and finds its way through it.
import { WORD } from './lanes.ts';

const batchFields = [
  /** 1 if some sequences are shorter than others. */
  'isRagged',
  /** Number of read-outs R. */
  'rows',
  /** Where the features of the read-outs [R][F] are, and where their gradients go. */
  'features',
  'featureGradients',
  /** R if the features are gathered from rows here and there; 0 if they stand one after the other where they were made. */
  'gathered',
  /** Targets [R][1 or Y] and weights [R] of the read-outs. */
  'targets',
  'weights',
] as const;

const chainFields = [
  /** T. */
  'steps',
  /** Positions in the vocabulary [T][B] in 32 bits, or numbers [T][B][X]. */
  'inputs',
  /** Number of sequences that are still there at each step [T]. */
  'active',
  /** The states to begin with [states][B][H]. */
  'beginning',
  /** Lines [row][B] of the other chain's states from which each sequence goes on [B]. */
  'handedOver',
  /** Lines [row][B] of the states that are gathered for the read-outs [R]. */
  'read',
] as const;

export type BatchField = (typeof batchFields)[number];
export type ChainField = (typeof chainFields)[number];

/** Where a field stands in the header, in bytes. */
export const fieldOf = (field: BatchField): number => batchFields.indexOf(field) * WORD;
export const chainFieldOf = (chain: number, field: ChainField): number =>
  (batchFields.length + chain * chainFields.length + chainFields.indexOf(field)) * WORD;

export const headerBytes = (chains: number): number => (batchFields.length + chains * chainFields.length) * WORD;
