import { invariant } from '#prelude/assert-never.ts';
import type { Instant } from '#prelude/ports.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import type { Db } from '#store/connect.ts';
import type { StartProblem } from '#store/embedded/start-problem.ts';
import { lockSecretKeys, setSecretKey } from '#store/queries/secret-keys.ts';
import type { Config } from '../config.ts';
import { keyOfFolder } from './key-file.ts';
import { resealAll } from './reseal.ts';
import { type SecretBox, secretBox } from './secret-box.ts';
import { readSecretKey, type SecretKey } from './secret-key.ts';

/**
 * The box that seals and opens the secrets of this server, with the key of the environment or of the data folder. A
 * database remembers the name of its key: another one is refused, unless the key before it is given too (then all
 * secrets are sealed anew) or said to be lost (then they are entered anew).
 */
export async function openSecrets(
  config: Pick<Config, 'secretKey' | 'secretKeyBefore'>,
  dataFolder: string,
  db: Db,
  now: Instant,
): Promise<Result<SecretBox, StartProblem>> {
  const found = config.secretKey === undefined ? await keyOfFolder(dataFolder) : ok(keyIn(config.secretKey));
  if (!found.ok) return found;
  const current = found.value;
  const before = config.secretKeyBefore;
  const former = before === undefined || before === 'lost' ? undefined : keyIn(before);
  return db.transaction().execute(async (transaction) => {
    const known = await lockSecretKeys(transaction);
    if (!isKnown(known, current) && before !== 'lost' && !(former && isKnown(known, former))) {
      return fail(wrongKey(known, current, former));
    }
    await setSecretKey(transaction, current.id, now);
    const box = secretBox(current, former ? [former] : []);
    if (former) await resealAll(transaction, box);
    return ok(box);
  });
}

/** A database without secrets takes any key. */
function isKnown(known: readonly string[], key: SecretKey): boolean {
  return known.length === 0 || known.includes(key.id);
}

function keyIn(text: string): SecretKey {
  const key = readSecretKey(text);
  invariant(key, 'the configuration was read: it holds a key');
  return key;
}

function wrongKey(known: readonly string[], current: SecretKey, former: SecretKey | undefined): StartProblem {
  const given = former ? `${current.id}, before it ${former.id}` : current.id;
  return {
    code: 'secrets.wrong-key',
    message:
      `The secrets of this database are sealed with the key named ${known.join(', ')}, but the key given is ${given}. ` +
      'Give the same WAYMARK_SECRET_KEY (or secret.key file) to every process of this database; ' +
      'after a change of the key, give the one before as WAYMARK_SECRET_KEY_BEFORE, or the word lost.',
  };
}
