// Which columns of numbers wait for a movement to end before they stand in their place: what the operation makes, and what flies there.
import type { Flight } from './flights.ts';
import type { Paint } from './paint.ts';

export function hiddenAt({ scene, isMoving }: Paint, index: number, flight: Flight | null, current: number): ReadonlySet<string> | undefined {
  const { moment } = scene;
  if (!isMoving || !moment) return undefined;
  const hidden = new Set<string>();
  if (index === current && (moment.kind === 'compute' || moment.kind === 'meet' || moment.kind === 'through')) hidden.add(moment.makes);
  if (flight?.landsAt === index) hidden.add(flight.lands);
  return hidden.size > 0 ? hidden : undefined;
}
