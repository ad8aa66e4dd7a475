// Where there is no worker: its server on the page's own thread, over a MessageChannel. Its pauses keep the page alive.
import type { CreateWorker } from './handle.ts';
import { wordsOf } from './words.ts';

/** What hears a port until it is closed. */
interface Closable {
  close(): void;
}

/** Stands in for a worker with the server that `load` brings. */
export function onPage<To, From>(load: () => Promise<(port: MessagePort) => Closable>): CreateWorker<To, From> {
  return (listener) => {
    const { port1, port2 } = new MessageChannel();
    let server: Closable | null = null;
    let isOver = false;
    port1.onmessage = ({ data }: MessageEvent<From>) => listener.message(data);
    // Messages wait in the port until the server is loaded and hears it.
    load().then(
      (serve) => {
        if (!isOver) server = serve(port2);
      },
      (error: unknown) => {
        if (!isOver) listener.lost(wordsOf(error));
      },
    );
    return {
      postMessage: (message, transfer = []) => port1.postMessage(message, transfer),
      terminate() {
        isOver = true;
        server?.close();
        port1.close();
        port2.close();
      },
    };
  };
}

export const serveOnPage: CreateWorker = onPage(async () => (await import('./server.ts')).serve);
