// A pause: the event loop has its turn.

/** Lets everything that waits in the event loop go first. A timer would do, but browsers stretch it to 4 ms. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
