import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveTo, type Identity } from './identity.ts';

/** The longest path of a Unix socket that every system takes (macOS: 104 bytes with the closing zero). */
const LONGEST_SOCKET_PATH = 103;

/** The name PostgreSQL gives to its socket; the port is only a name here, nothing listens on a network. */
const SOCKET_NAME = '.s.PGSQL.5432';

/**
 * A folder of mode 0700 for the server's socket: inside the data folder, or, where that path is too long for a socket,
 * one with a short name of its own.
 */
export function socketFolder(dataFolder: string, identity: Identity): string {
  const inside = join(dataFolder, 'socket');
  if (fits(inside)) {
    mkdirSync(inside, { recursive: true });
    return claim(inside, identity);
  }
  const name = `waymark-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)}`;
  const runtime = identity.owner === null ? process.env.XDG_RUNTIME_DIR : undefined;
  for (const parent of [runtime, tmpdir(), '/tmp']) {
    if (parent === undefined || parent === '' || !fits(join(parent, name))) continue;
    return shortFolder(parent, name, identity);
  }
  return claim(mkdtempSync('/tmp/waymark-'), identity);
}

/** The same name each time, so that none is left behind after a crash; never one that somebody else put there. */
function shortFolder(parent: string, name: string, identity: Identity): string {
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  const ours = [process.getuid?.(), identity.owner?.uid].includes(found.uid);
  if (found.isDirectory() && ours && (found.mode & 0o077) === 0) return claim(folder, identity);
  return claim(mkdtempSync(join(parent, 'waymark-')), identity);
}

function claim(folder: string, identity: Identity): string {
  chmodSync(folder, 0o700);
  giveTo(identity, folder);
  return folder;
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, SOCKET_NAME)) <= LONGEST_SOCKET_PATH;
}
