import { type Algorithm, hash, type Options, verify } from '@node-rs/argon2';

/** Argon2id with the least that OWASP's password storage cheat sheet names: 19 MiB, two passes, one lane. */
const OPTIONS: Options = {
  // A const enum of the package, which erasable syntax cannot name: 2 is Argon2id.
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

/** Hashes at work at once: they run on threads that files and the reports need too. */
const AT_ONCE = 2;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long for somebody who does not exist (`undefined`) as for a wrong password. */
  matches(password: string, hash: string | undefined): Promise<boolean>;
}

export function passwords(): Passwords {
  const inTurn = takeTurns(AT_ONCE);
  let decoy: Promise<string> | undefined;
  return {
    hash: (password) => inTurn(() => hash(password, OPTIONS)),
    async matches(password, known) {
      decoy ??= hash('nobody has this password', OPTIONS);
      const against = known ?? (await decoy);
      const matched = await inTurn(() => verify(against, password));
      return matched && known !== undefined;
    },
  };
}

function takeTurns(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
