import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { TestServer } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The socket on which tests ask for databases. */
    databaseDesk: string;
  }
}

let desk: Server | undefined;
let folder: string | undefined;
let server: Promise<TestServer> | undefined;

/**
 * Opens a desk at which any test thread asks for a database. The PostgreSQL behind it is started by the first who asks,
 * so a run without such tests pays for a socket only.
 */
export async function setup(project: TestProject): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'waymark-test-'));
  folder = place;
  const opened = createServer((socket) => serve(socket, join(place, 'data')));
  desk = opened;
  const path = join(place, 'desk');
  await new Promise<void>((resolve) => opened.listen(path, resolve));
  opened.unref();
  project.provide('databaseDesk', path);
}

export async function teardown(): Promise<void> {
  desk?.close();
  await (await server)?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}

/** One question and one answer on each connection, each a line. */
function serve(socket: Socket, data: string): void {
  let question = '';
  socket.setEncoding('utf8');
  socket.on('error', () => socket.destroy());
  socket.on('data', (text) => {
    question += text;
    if (!question.endsWith('\n')) return;
    answer(question.trim(), data).then(
      (value) => socket.end(`${JSON.stringify({ value })}\n`),
      (error) => socket.end(`${JSON.stringify({ error: String(error) })}\n`),
    );
  });
}

async function answer(question: string, data: string): Promise<unknown> {
  server ??= import('./test-server.ts').then((module) => module.startTestServer(data));
  const [verb, name] = question.split(' ');
  const running = await server;
  if (verb === 'drop' && name !== undefined) return running.drop(name);
  return running.create(verb === 'empty');
}
