// The rooms' own code: each is fetched when it is first opened.
import type { RoomId } from '../../state/workshop/workshop.ts';
import { laterPart, type LaterPart } from '../later.tsx';

export const roomParts: Readonly<Record<RoomId, LaterPart>> = {
  data: laterPart(() => import('../../view/panels/workshop/data/DataRoom.tsx'), ({ DataRoom }) => DataRoom),
  text: laterPart(() => import('../../view/panels/workshop/text/TextRoom.tsx'), ({ TextRoom }) => TextRoom),
  training: laterPart(() => import('../../view/panels/workshop/training/TrainingRoom.tsx'), ({ TrainingRoom }) => TrainingRoom),
  optimisers: laterPart(() => import('../../view/panels/workshop/optimisers/OptimisersRoom.tsx'), ({ OptimisersRoom }) => OptimisersRoom),
  states: laterPart(() => import('../../view/panels/workshop/states/StatesRoom.tsx'), ({ StatesRoom }) => StatesRoom),
  generation: laterPart(() => import('../../view/panels/workshop/generation/GenerationRoom.tsx'), ({ GenerationRoom }) => GenerationRoom),
  vectors: laterPart(() => import('../../view/panels/workshop/vectors/VectorsRoom.tsx'), ({ VectorsRoom }) => VectorsRoom),
  takeaway: laterPart(() => import('../../view/panels/workshop/takeaway/TakeawayRoom.tsx'), ({ TakeawayRoom }) => TakeawayRoom),
};
