// What the page and a worker of the laboratory say to each other about questions: one union of messages each way, and nothing else.
import type { AnswerOf, Question, QuestionKind } from '../../engine/laboratory/questions.ts';

export type Answer = AnswerOf<QuestionKind>;

export type ToLaboratory =
  /** Answer this after what was asked before. Each id gets one of `answered`, `failed` and `dropped`. */
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question }
  /** Nobody waits for this any more. What is answered already stays so. */
  | { readonly kind: 'drop'; readonly id: number }
  | { readonly kind: 'ping'; readonly beat: number };

export type FromLaboratory =
  /** The worker hears: the first message of its life. */
  | { readonly kind: 'ready' }
  /** `milliseconds`: from its beginning to its end, pauses included. */
  | { readonly kind: 'answered'; readonly id: number; readonly answer: Answer; readonly milliseconds: number }
  /** Why there is no answer, in words. */
  | { readonly kind: 'failed'; readonly id: number; readonly words: string }
  | { readonly kind: 'dropped'; readonly id: number }
  | { readonly kind: 'pong'; readonly beat: number };
