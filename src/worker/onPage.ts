// Where there is no worker: the same server on the page's own thread, over a MessageChannel. Its pauses keep the page alive.
import type { CreateWorker } from './handle.ts';
import type { FromWorker } from './protocol.ts';
import type { Server } from './server.ts';
import { wordsOf } from './words.ts';

export const serveOnPage: CreateWorker = (listener) => {
  const { port1, port2 } = new MessageChannel();
  let server: Server | null = null;
  let isOver = false;
  port1.onmessage = ({ data }: MessageEvent<FromWorker>) => listener.message(data);
  // Messages wait in the port until the server is loaded and hears it.
  import('./server.ts').then(
    ({ serve }) => {
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
