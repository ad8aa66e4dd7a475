// The table of tasks: adding one is one file and its line here.
import type { Task, TaskId } from './task.ts';
import { reviews } from './reviews.ts';
import { letters } from './letters.ts';
import { entities } from './entities.ts';

export const tasks: Readonly<Record<TaskId, Task>> = { reviews, letters, entities };
