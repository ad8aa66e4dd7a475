// The traces of the page: memory for a run that arrives, taken from one that nobody looks at any more where it has the same shape.
// While something is dragged, run after run needs the same: a hundred megabytes each, which the browser had to find and clear anew.
import type { Job } from '../engine/job.ts';
import type { Example, Model } from '../engine/model.ts';
import { createNetwork, type Network } from '../engine/network.ts';
import { createTrace, refilled, type Trace } from '../engine/run/trace.ts';
import { sameContent } from './content.ts';

export class Traces {
  private network: Network | null = null;
  private free: Trace | null = null;
  /** Every trace that was handed back: another one may have its arrays by now. */
  private readonly released = new WeakSet<Trace>();

  /** A trace for what a job reads, with x and targets in place. Throws where the page has no memory left. */
  take({ model }: Job, example: Example): Trace {
    const network = this.networkOf(model);
    const free = this.free?.network === network ? this.free : null;
    // What does not fit is not kept beside what comes.
    this.free = null;
    return (free && refilled(free, example)) ?? createTrace(network, example);
  }

  /** Hands back a trace that nobody looks at any more: its arrays are written over by one of the next runs. */
  release(trace: Trace): void {
    if (this.released.has(trace)) return;
    this.released.add(trace);
    this.free = trace;
  }

  /** The same network for the same model, so that what is known of it stays known. */
  private networkOf(model: Model): Network {
    if (!this.network || !sameContent(this.network.model, model)) this.network = createNetwork(model);
    return this.network;
  }
}
