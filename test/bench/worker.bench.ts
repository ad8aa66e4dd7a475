// What the way through the worker costs: the engine alone, the same run through server and client, and the frames alone.
// Both ends share one thread here, so the difference is what the protocol adds, not what a second core would take away.
import { afterAll, bench, describe } from 'vitest';
import { createNetwork } from '../../src/engine/network.ts';
import { parametersOf } from '../../src/engine/recipe/parameters.ts';
import { Pass } from '../../src/engine/run/pass.ts';
import { createTrace } from '../../src/engine/run/trace.ts';
import { createClient } from '../../src/worker/client.ts';
import { frameBytes, frameSize, pack, stepsPerFrame, unpack } from '../../src/worker/frame.ts';
import type { FromWorker } from '../../src/worker/protocol.ts';
import { serve } from '../../src/worker/server.ts';
import { jobOf } from '../worker/support.ts';

const { port1, port2 } = new MessageChannel();
serve(port2);
let finished: () => void = () => {};
const client = createClient({
  createWorker: (listener) => {
    port1.onmessage = ({ data }: MessageEvent<FromWorker>) => listener.message(data);
    return { postMessage: (message, transfer = []) => port1.postMessage(message, transfer), terminate: () => port1.close() };
  },
  onUpdate: ({ status }) => {
    if (status === 'done' || status === 'failed') finished();
  },
});
afterAll(() => {
  client.dispose();
  port2.close();
});

for (const T of [10, 1_000, 10_000]) {
  describe(`one run, T = ${T.toLocaleString('en')}, 64 units`, () => {
    const job = jobOf({ T, model: { hiddenSize: 64 }, recipe: { training: { rows: [], epochs: 0, learningRate: 0 } } });
    const network = createNetwork(job.model);
    const parameters = parametersOf(network, job.recipe);

    bench('the engine alone', () => {
      const pass = new Pass(createTrace(network, job.example), parameters);
      pass.forward();
      pass.backward();
    });

    bench('through the worker\'s two ends', async () => {
      await new Promise<void>((resolve) => {
        finished = resolve;
        client.run(job);
      });
    });

    const [from, to] = [createTrace(network, job.example), createTrace(network, job.example)];
    const count = from.steps.length;
    const size = Math.min(stepsPerFrame(from), count);
    const buffer = new ArrayBuffer(Math.max(frameBytes, frameSize(from, 'forward', 0, size)));

    bench('its forward frames packed and unpacked', () => {
      for (let k = 0; k < count; k += size) {
        const end = Math.min(k + size, count);
        pack(from, 'forward', k, end, buffer);
        unpack(to, 'forward', k, end, buffer);
      }
    });
  });
}
