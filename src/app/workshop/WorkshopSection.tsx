// What the reader sees of the workshop: its rooms.
import { DropAnywhere } from '../../view/panels/workshop/DropAnywhere.tsx';
import { useOpenRoom, useRoom } from '../../view/panels/workshop/hooks.ts';
import { rooms } from '../../view/panels/workshop/rooms.ts';
import { SectionPages } from '../pages/SectionPages.tsx';
import { roomParts } from './parts.ts';

export function WorkshopSection() {
  const { room } = useRoom('page');
  return (
    <>
      <SectionPages name="Workshop" label="Rooms" pages={rooms} parts={roomParts} open={room} onOpen={useOpenRoom()} />
      <DropAnywhere />
    </>
  );
}
