// Builds the application, serves it and prints where. `npm start -- --port 8080 --host 0.0.0.0`
import { parseArgs } from 'node:util';
import { buildApp, serveBuild } from './serve.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4173' },
    host: { type: 'string', default: '127.0.0.1' },
  },
});

const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port should be a whole number from 0 to 65535; it is "${values.port}".`);
  process.exit(2);
}

await buildApp();
const { url } = await serveBuild({ port, host: values.host });
console.log(`Unrolled is served at ${url}  (Ctrl-C stops it)`);
