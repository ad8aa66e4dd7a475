// The page's one client of the workshop's workers, made when it is first needed.
import { createWorkshopClient } from '../../worker/workshop/client.ts';
import type { WorkshopClient } from '../../worker/workshop/procedures.ts';

let client: WorkshopClient | null = null;

export function workshopClient(): WorkshopClient {
  client ??= createWorkshopClient({ isHidden: () => document.hidden });
  return client;
}
