import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '#prelude/result.ts';
import { codeOf, messageOf, type StartProblem } from '#store/embedded/start-problem.ts';
import { newSecretKey, readSecretKey, type SecretKey } from './secret-key.ts';

const NAME = 'secret.key';
const OWNER_ONLY = 0o600;

/** Reads the key file of a data folder; makes it where there is none. Nobody but its owner may read it. */
export async function keyOfFolder(dataFolder: string): Promise<Result<SecretKey, StartProblem>> {
  const path = join(dataFolder, NAME);
  try {
    const text = (await read(path)) ?? (await make(path));
    if (await othersMayRead(path)) {
      return problem(`Others can read the key file ${path}. Take their rights away: chmod 600 ${path}`);
    }
    const key = readSecretKey(text.trim());
    return key ? ok(key) : problem(`The key file ${path} holds no key. Bring it back from a backup.`);
  } catch (error) {
    return problem(`The key file ${path} cannot be used: ${messageOf(error)}`);
  }
}

async function read(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written whole and to the disk before it has its name: two processes that start at once get the same key. */
async function make(path: string): Promise<string> {
  const { text } = newSecretKey();
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', OWNER_ONLY);
  try {
    await file.writeFile(`${text}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
  return readFile(path, 'utf8');
}

/** Windows has no such bits. */
async function othersMayRead(path: string): Promise<boolean> {
  return process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0;
}

function problem(message: string): { readonly ok: false; readonly error: StartProblem } {
  return fail({ code: 'secrets.key-file', message });
}
