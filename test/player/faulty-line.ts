import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A line to a server that can be cut and mended, as a network or a restarting server is. */
export interface FaultyLine {
  readonly origin: string;
  /** Cuts every connection, and refuses new ones. */
  cut(): void;
  mend(): void;
}

/** Opens a line on a port of its own. Ends with the test that asked. */
export async function faultyLine(to: string): Promise<FaultyLine> {
  const { hostname, port } = new URL(to);
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((here) => {
    if (isCut) {
      here.destroy();
      return;
    }
    const there = connect(Number(port), hostname);
    for (const [one, other] of [
      [here, there],
      [there, here],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };
  onTestFinished(() => {
    cut();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The port of the line is not known.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    cut,
    mend() {
      isCut = false;
    },
  };
}
