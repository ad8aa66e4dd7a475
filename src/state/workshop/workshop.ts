// What is set in the workshop: part of the document, so that a link holds it and undo takes it back.
import { oneOf, place, type Settings, type Values } from './setting.ts';
import { dataSettings } from './settings/data.ts';
import { generationSettings } from './settings/generation.ts';
import { optimiserSettings } from './settings/optimisers.ts';
import { stateSettings } from './settings/states.ts';
import { textSettings } from './settings/text.ts';
import { trainingSettings } from './settings/training.ts';
import { vectorSettings } from './settings/vectors.ts';

export const roomIds = ['data', 'text', 'training', 'optimisers', 'states', 'generation', 'vectors', 'takeaway'] as const;
export type RoomId = (typeof roomIds)[number];

const pageSettings = { room: place(oneOf<RoomId>('training', roomIds, 'go to another room')) } as const;

/** Every setting by its group, in the order in which a link has them. */
export const workshopTables = {
  page: pageSettings,
  data: dataSettings,
  training: trainingSettings,
  text: textSettings,
  optimisers: optimiserSettings,
  states: stateSettings,
  generation: generationSettings,
  vectors: vectorSettings,
} as const satisfies Readonly<Record<string, Settings>>;

type WorkshopTables = typeof workshopTables;
export type GroupId = keyof WorkshopTables;
export type Workshop = { readonly [Group in GroupId]: Values<WorkshopTables[Group]> };
