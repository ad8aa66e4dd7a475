// The experiments of the laboratory in their order: short names, the question each answers.
import type { ExperimentId } from '../../../state/laboratory/laboratory.ts';
import type { PageName } from '../pages/PageList.tsx';

export const experiments: readonly PageName<ExperimentId>[] = [
  { id: 'flow', name: 'Who forgets?', question: 'How much does each early word still matter?' },
  { id: 'factors', name: 'Why it shrinks', question: 'What does one step back multiply by?' },
  { id: 'map', name: 'Only the long way vanishes', question: 'Which losses still reach which words?' },
  { id: 'exploding', name: 'Exploding and clipping', question: 'What if it grows instead?' },
  { id: 'truncation', name: 'Cutting the way back', question: 'What does truncated BPTT lose?' },
  { id: 'gates', name: 'The road through the gates', question: 'How do LSTM and GRU keep it?' },
  { id: 'lag', name: 'Learning over a lag', question: 'How far back can each one learn?' },
  { id: 'duel', name: 'Duel', question: 'What does one changed setting do?' },
];
