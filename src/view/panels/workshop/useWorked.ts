// What a worker makes of the newest question: one call at a time, with rests between, so that a training beside it keeps the processor.
import { useEffect, useRef, useState } from 'react';
import { workshopClient } from '../../../state/workshop/client.ts';
import type { Call, ProcedureId, Procedures } from '../../../worker/workshop/procedures.ts';

/** A result with its own input: what is drawn of it never mixes two. */
interface Worked<Id extends ProcedureId, Input extends Procedures[Id]['input']> {
  readonly input: Input;
  readonly result: Procedures[Id]['result'];
}

/** Milliseconds between a result and the next call: so many times as long as it took, within limits, as the first call waits for its worker to load. */
const rest = { least: 60, times: 4, most: 800 };

/**
 * Null until the first result is here, and where nothing is asked; else the latest, which may be of an earlier input. An input is another one
 * when it is another object. `problem`: why the latest could not be computed, in words.
 */
export function useWorked<Id extends ProcedureId, Input extends Procedures[Id]['input']>(procedure: Id, input: Input | null): { readonly worked: Worked<Id, Input> | null; readonly problem: string | null } {
  const [worked, setWorked] = useState<Worked<Id, Input> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const work = useRef<{ wanted: Input | null; asked: Input | null; call: Call | null; timer: ReturnType<typeof setTimeout> | undefined }>({ wanted: null, asked: null, call: null, timer: undefined });

  useEffect(() => {
    const now = work.current;
    const ask = (): void => {
      now.timer = undefined;
      const next = now.wanted;
      if (now.call || next === null || next === now.asked) return;
      now.asked = next;
      const begun = performance.now();
      const over = (words: string | null): void => {
        now.call = null;
        setProblem(words);
        now.timer = setTimeout(ask, Math.min(rest.most, Math.max(rest.least, rest.times * (performance.now() - begun))));
      };
      now.call = workshopClient().call(procedure, next, {
        onDone: (result) => {
          setWorked({ input: next, result });
          over(null);
        },
        onFailed: over,
      });
    };
    now.wanted = input;
    if (!now.call && now.timer === undefined) ask();
  }, [procedure, input]);

  useEffect(() => {
    const now = work.current;
    return () => {
      now.call?.cancel();
      clearTimeout(now.timer);
      Object.assign(now, { call: null, timer: undefined, asked: null });
    };
  }, []);
  return { worked: input === null ? null : worked, problem };
}
