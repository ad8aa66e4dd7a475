// The table of tasks: adding one is one file and its line here.
import { captions } from './captions.ts';
import { entities } from './entities.ts';
import { frames } from './frames.ts';
import { gap } from './gap.ts';
import { letters } from './letters.ts';
import { names } from './names.ts';
import { pictures } from './pictures.ts';
import { reviews } from './reviews.ts';
import type { Task } from './task.ts';
import { translation } from './translation.ts';

const table = { reviews, letters, entities, pictures, captions, names, frames, translation, gap } as const satisfies Readonly<Record<string, Task>>;

export type TaskId = keyof typeof table;

export const tasks: Readonly<Record<TaskId, Task>> = table;

export const taskIds = Object.keys(table) as readonly TaskId[];
