// What a worker makes of an input, as it comes: the latest progress, then the result. A new input ends the call for the one before.
import { useEffect, useState } from 'react';
import { workshopClient } from '../../../../state/workshop/client.ts';
import type { ProcedureId, Procedures } from '../../../../worker/workshop/procedures.ts';

interface Streamed<Id extends ProcedureId> {
  /** What all that follows is of: it may be an earlier input than the one asked for now, as long as that has told nothing. */
  readonly input: Procedures[Id]['input'];
  readonly progress: Procedures[Id]['progress'] | null;
  readonly result: Procedures[Id]['result'] | null;
  /** Why it could not be computed, in words. */
  readonly problem: string | null;
}

/** Null until something is there, and where nothing is asked. An input is another one when it is another object. */
export function useStreamed<Id extends ProcedureId>(procedure: Id, input: Procedures[Id]['input'] | null): Streamed<Id> | null {
  const [streamed, setStreamed] = useState<Streamed<Id> | null>(null);
  useEffect(() => {
    if (input === null) return;
    const call = workshopClient().call(
      procedure,
      input,
      {
        onProgress: (progress) => setStreamed({ input, progress, result: null, problem: null }),
        onDone: (result) => setStreamed((before) => ({ input, progress: before?.input === input ? before.progress : null, result, problem: null })),
        onFailed: (problem) => setStreamed({ input, progress: null, result: null, problem }),
      },
      { lane: procedure },
    );
    return () => call.cancel();
  }, [procedure, input]);
  return input === null ? null : streamed;
}
