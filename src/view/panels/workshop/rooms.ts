// The rooms of the workshop in their order: short names, the question each answers.
import type { RoomId } from '../../../state/workshop/workshop.ts';
import type { PageName } from '../pages/PageList.tsx';

export const rooms: readonly PageName<RoomId>[] = [
  { id: 'data', name: 'Data', question: 'What is learned from?' },
  { id: 'text', name: 'From text to numbers', question: 'What does a network read of a sentence?' },
  { id: 'training', name: 'Training', question: 'How does it learn, epoch by epoch?' },
  { id: 'optimisers', name: 'Optimisers', question: 'Which way down, and how fast?' },
  { id: 'states', name: 'Hidden states', question: 'What does it keep in mind?' },
  { id: 'generation', name: 'Generation', question: 'What does it say by itself?' },
  { id: 'vectors', name: 'Word vectors', question: 'Which words are alike, and how is that learned?' },
  { id: 'takeaway', name: 'Taking it away', question: 'How do I go on elsewhere?' },
];
