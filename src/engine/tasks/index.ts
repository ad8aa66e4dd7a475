// The table of tasks: adding one is one file and its line here.
import { entities } from './entities.ts';
import { letters } from './letters.ts';
import { reviews } from './reviews.ts';
import type { Task } from './task.ts';

const table = { reviews, letters, entities } as const satisfies Readonly<Record<string, Task>>;

export type TaskId = keyof typeof table;

export const tasks: Readonly<Record<TaskId, Task>> = table;

export const taskIds = Object.keys(table) as readonly TaskId[];
