// The workshop's settings as they are at first, and changes of them as commands on the document, with words for the undo menu.
import type { Command } from '../command.ts';
import type { UnrolledDocument } from '../document.ts';
import { same } from '../same.ts';
import type { AnySetting } from './setting.ts';
import { roomIds, workshopTables, type GroupId, type RoomId, type Workshop } from './workshop.ts';

/** Every group with its table, as entries. */
export const workshopGroups = Object.entries(workshopTables).map(([group, table]) => [group as GroupId, Object.entries<AnySetting>(table)] as const);

export const initialWorkshop = Object.fromEntries(
  workshopGroups.map(([group, rows]) => [group, Object.fromEntries(rows.map(([key, { first }]) => [key, first]))]),
) as unknown as Workshop; // made of the tables that its type is made of

/** What is set in the workshop, also before anything was. */
export const workshopOf = ({ workshop }: Pick<UnrolledDocument, 'workshop'>): Workshop => workshop ?? initialWorkshop;

/** As a document holds it: null where it is as at first. */
export const keptWorkshop = (workshop: Workshop): Workshop | null => (same(workshop, initialWorkshop) ? null : workshop);

/** The command that makes these changes in one group. A gesture names one drag: one entry of the undo menu. */
export function workshopCommand<Group extends GroupId>(document: UnrolledDocument, group: Group, changes: Partial<Workshop[Group]>, gesture?: string): Command {
  const before = workshopOf(document);
  const workshop = keptWorkshop({ ...before, [group]: { ...before[group], ...changes } });
  const table: Readonly<Record<string, AnySetting>> = workshopTables[group];
  const recorded = Object.keys(changes).flatMap((key) => table[key] && !table[key].isPlace ? [table[key]] : []);
  const [first] = recorded;
  if (!first) return { type: 'setSection', section: document.section, settings: { workshop } };
  return { type: 'setSettings', settings: { workshop }, words: first.words, target: `${group} ${Object.keys(changes).join(' ')}`, gesture };
}

/** The command that opens a room, from wherever the page is. */
export function openRoom(document: UnrolledDocument, room: RoomId): Command {
  const before = workshopOf(document);
  return { type: 'setSection', section: 'workshop', settings: { workshop: keptWorkshop({ ...before, page: { ...before.page, room } }) } };
}

/** The room that many further on; the ends stay. */
export function roomBeside(room: RoomId, by: 1 | -1): RoomId {
  return roomIds[roomIds.indexOf(room) + by] ?? room;
}
