// What every room of the workshop reads and does: its settings, and changing them.
import { useCallback } from 'react';
import { openRoom, workshopCommand, workshopOf } from '../../../state/workshop/edit.ts';
import type { GroupId, RoomId, Workshop } from '../../../state/workshop/workshop.ts';
import { useDocument, useStores } from '../stores.tsx';

/** What is set in one group; a change elsewhere draws nothing anew. */
export const useRoom = <Group extends GroupId>(group: Group): Workshop[Group] => useDocument(({ document }) => workshopOf(document)[group]);

/** Changes settings of a group; those of one gesture are one entry of the undo menu. The function stays the same. */
export function useEditRoom<Group extends GroupId>(group: Group): (changes: Partial<Workshop[Group]>, gesture?: string) => void {
  const { documents } = useStores();
  return useCallback(
    (changes, gesture) => {
      const { document, dispatch } = documents.getState();
      dispatch(workshopCommand(document, group, changes, gesture));
    },
    [documents, group],
  );
}

/** Opens a room. */
export function useOpenRoom(): (room: RoomId) => void {
  const { documents } = useStores();
  return useCallback(
    (room) => {
      const { document, dispatch } = documents.getState();
      dispatch(openRoom(document, room));
    },
    [documents],
  );
}
