// Builds and serves the application from inside a script, by Vite's own functions.
import { build, preview } from 'vite';

/** The address the server listens on; named by number because "localhost" may mean IPv6 first. */
const host = '127.0.0.1';

export async function buildApp() {
  await build({ logLevel: 'warn' });
}

/**
 * Serves the built folder.
 * @param {{ port?: number, strictPort?: boolean, host?: string }} options port 0 takes any free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveBuild(options = {}) {
  const server = await preview({ preview: { host, port: 0, open: false, ...options } });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') {
    throw new Error(`The server should listen on a port; it listens on ${address ?? 'nothing'}.`);
  }
  return { url: `http://${options.host ?? host}:${address.port}/`, close: () => server.close() };
}
