import type { Clock } from '#prelude/ports.ts';
import { TokenBuckets } from '../http/token-bucket.ts';

/** A person mistypes a few times; somebody who guesses meets the wall. */
const PER_EMAIL = { burst: 8, refill: 60_000 };
/** Many people may sit behind one address. */
const PER_ADDRESS = { burst: 30, refill: 4_000 };

/** Stands before the password is hashed, so that guessing costs the guesser and not the server. */
export interface SignInGate {
  /** 0 to come in, else the milliseconds to wait. */
  knock(address: string, email: string): number;
  /** The password was right: this person's earlier slips are forgotten. */
  welcome(email: string): void;
}

export function signInGate(clock: Clock): SignInGate {
  const addresses = new TokenBuckets(clock, PER_ADDRESS.burst, PER_ADDRESS.refill);
  const emails = new TokenBuckets(clock, PER_EMAIL.burst, PER_EMAIL.refill);
  return {
    knock: (address, email) => addresses.take(address) || emails.take(email),
    welcome: (email) => emails.forgive(email),
  };
}
