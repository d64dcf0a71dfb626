import type { FastifyRequest } from 'fastify';
import type { Instant } from '#prelude/ports.ts';
import { cookieOf } from '../http/cookie.ts';
import type { Member } from '../who.ts';
import { findMember, type Lookup } from './authenticate.ts';

/** Milliseconds that a found member is known. A right taken away in another process holds that much longer. */
const KNOWN_FOR = 1_000;
const MOST = 10_000;

interface Known {
  readonly member: Member;
  readonly until: Instant;
}

/**
 * Who asked moments ago, for the route that a call asks every few seconds and a busy server thousands of times a second:
 * two look-ups less for each step. This process forgets everybody whenever anything else was written in it, so what it
 * changes itself holds at once.
 */
export class RecentMembers {
  readonly #known = new Map<string, Known>();
  /** Moves on with every forgetting: what was looked up before it is not kept after it. */
  #generation = 0;

  async find(request: FastifyRequest, account: string, services: Lookup): Promise<Member | 'nobody' | 'elsewhere'> {
    const now = services.clock.now();
    const key = `${account} ${request.headers.authorization ?? ''} ${cookieOf(request) ?? ''}`;
    const known = this.#known.get(key);
    if (known && known.until > now && known.until <= now + KNOWN_FOR) return known.member;
    const generation = this.#generation;
    const found = await findMember(request, account, services);
    if (typeof found === 'string' || generation !== this.#generation) return found;
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(key, { member: found, until: now + KNOWN_FOR });
    return found;
  }

  forget(): void {
    this.#generation++;
    this.#known.clear();
  }
}
