// Workers over MessageChannels, with a hand on each: whatever messages they speak.
import { onTestFinished } from 'vitest';
import type { CreateWorker } from '../../src/worker/handle.ts';

/** Workers as `createWorker` makes them; `serve` begins the server of each. */
export class Workers<To, From> {
  readonly made: { readonly heard: To[]; readonly lose: (why: string) => void; isOver: boolean }[] = [];
  private readonly serve: (port: MessagePort) => { close(): void };

  constructor(serve: (port: MessagePort) => { close(): void }) {
    this.serve = serve;
  }

  readonly create: CreateWorker<To, From> = (listener) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<From>) => listener.message(data);
    const server = this.serve(port2);
    const made = { heard: [] as To[], lose: (why: string) => listener.lost(why), isOver: false };
    this.made.push(made);
    const terminate = (): void => {
      made.isOver = true;
      server.close();
      port1.close();
      port2.close();
    };
    onTestFinished(terminate);
    return {
      postMessage: (message, transfer = []) => {
        made.heard.push(message);
        port1.postMessage(message, transfer);
      },
      terminate,
    };
  };
}
