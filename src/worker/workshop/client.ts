// The page's end of the workshop's workers: one worker a lane, made when it is first needed; calls that end in a result or in words.
import { watch, type Watch } from '../laboratory/options.ts';
import { Lane } from './lane.ts';
import type { CallOptions, Call, CallListener, ProcedureId, Procedures, WorkshopClient } from './procedures.ts';
import { spawnWorkshop, workshopOnPage, type CreateWorkshopWorker } from './spawn.ts';

export interface WorkshopOptions extends Partial<Watch> {
  readonly createWorker?: CreateWorkshopWorker;
  /** Takes the place of a worker where there is none. */
  readonly standIn?: CreateWorkshopWorker;
}

/** Calls of no lane of their own share this one. */
const sharedLane = 'aside';

export function createWorkshopClient(options: WorkshopOptions = {}): WorkshopClient {
  const settings = { ...watch, createWorker: spawnWorkshop, standIn: workshopOnPage, ...options };
  const lanes = new Map<string, Lane>();
  const laneOf = (name: string): Lane => {
    const lane = lanes.get(name) ?? new Lane(settings);
    lanes.set(name, lane);
    return lane;
  };
  return {
    call<Id extends ProcedureId>(procedure: Id, input: Procedures[Id]['input'], listener: CallListener<Id>, { isHeld = false, lane = sharedLane }: CallOptions = {}): Call {
      return laneOf(lane).begin({ procedure, input, isHeld }, listener);
    },
    close() {
      for (const lane of lanes.values()) lane.close();
      lanes.clear();
    },
  };
}
