import { fastify } from 'fastify';
import type pg from 'pg';

/** As much state and log as a session of the product has at about its tenth step. */
const STATE = JSON.stringify({ filler: 'x'.repeat(500) });
const EVENTS = JSON.stringify([{ filler: 'x'.repeat(500) }]);

interface Waiting {
  readonly id: string;
  readonly command: string;
  readonly expects: number;
  readonly done: (seq: number) => void;
}

interface Posted {
  readonly Params: { readonly id: string };
  readonly Body: { readonly id: string; readonly expects: number };
}

/**
 * What any server must do at the least: move the head of a session by compare-and-set and append to its log.
 *
 * - `/alone` does it by one statement a request.
 * - `/together` does it by one statement for all requests that wait while the last one is written. One state and one list
 *   of events, made before the measurement, are written for all of them.
 * - `/own` does the same, but each step writes a state and events of its own, made from objects when the request comes:
 *   what a server has to do whose sessions are not all alike.
 */
export async function bareServer(pool: pg.Pool): Promise<{ readonly url: string; close(): Promise<void> }> {
  await pool.query(
    'create table if not exists bench_heads (id text primary key, seq int not null, state jsonb not null)',
  );
  await pool.query(
    'create table if not exists bench_steps (id text, seq int, command text, events jsonb, primary key (id, seq), unique (id, command))',
  );
  const app = fastify();
  app.post<Posted>('/alone/:id', async ({ params, body }) => {
    await begin(pool, `a_${params.id}`, body.expects);
    const values = [`a_${params.id}`, body.expects, body.id, STATE, EVENTS];
    const { rows } = await pool.query<{ seq: number }>(ALONE, values);
    return { seq: rows[0]?.seq };
  });
  const together = inGroups(async (batch) => {
    const values = [...columnsOf(batch), STATE, EVENTS];
    const { rows } = await pool.query<Moved>(TOGETHER, values);
    return rows;
  });
  app.post<Posted>('/together/:id', async ({ params, body }) => {
    await begin(pool, `t_${params.id}`, body.expects);
    return { seq: await together(`t_${params.id}`, body) };
  });
  const own = inGroups(async (batch) => {
    const values = [...columnsOf(batch), batch.map(stateOf), batch.map(eventsOf)];
    const { rows } = await pool.query<Moved>(OWN, values);
    return rows;
  });
  app.post<Posted>('/own/:id', async ({ params, body }) => {
    await begin(pool, `o_${params.id}`, body.expects);
    return { seq: await own(`o_${params.id}`, body) };
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return { url, close: () => app.close() };
}

interface Moved {
  readonly id: string;
  readonly seq: number;
}

/** Writes what comes in while the last group is being written as the next group. */
function inGroups(write: (batch: readonly Waiting[]) => Promise<readonly Moved[]>) {
  let queue: Waiting[] = [];
  let writing = false;
  const work = async () => {
    writing = true;
    while (queue.length > 0) {
      const batch = queue;
      queue = [];
      const seqs = new Map((await write(batch)).map(({ id, seq }) => [id, seq]));
      for (const { id, done } of batch) done(seqs.get(id) ?? -1);
    }
    writing = false;
  };
  return (id: string, { id: command, expects }: Posted['Body']): Promise<number> =>
    new Promise((done) => {
      queue.push({ id, command, expects, done });
      if (!writing) void work();
    });
}

function columnsOf(batch: readonly Waiting[]) {
  return [batch.map(({ id }) => id), batch.map(({ expects }) => expects), batch.map(({ command }) => command)];
}

/** A state of the usual size with the usual number of keys in it. */
function stateOf({ id, expects }: Waiting): string {
  const trail = Array.from({ length: 9 }, (_, n) => [expects - n, 'q_second', 'right']).flat();
  return JSON.stringify({ id, status: 'waiting', at: 'q_second', trail, filler: 'x'.repeat(220) });
}

function eventsOf({ id, expects }: Waiting): string {
  const kinds = ['answered', 'set', 'left', 'entered', 'left', 'entered'];
  return JSON.stringify(
    kinds.map((kind) => ({ kind, n: expects, element: 'q_second', by: id, at: 1_764_200_008_000 })),
  );
}

async function begin(pool: pg.Pool, id: string, expects: number): Promise<void> {
  if (expects === 0) await pool.query('insert into bench_heads values ($1, 0, $2) on conflict do nothing', [id, STATE]);
}

const ALONE = `
  with moved as (
    update bench_heads set seq = seq + 1, state = $4 where id = $1 and seq = $2 returning id, seq
  ), logged as (
    insert into bench_steps select id, seq, $3, $5 from moved
  )
  select seq from moved`;

const TOGETHER = `
  with given as (
    select * from unnest($1::text[], $2::int[], $3::text[]) as g (id, expects, command)
  ), moved as (
    update bench_heads h set seq = h.seq + 1, state = $4 from given g where h.id = g.id and h.seq = g.expects
    returning h.id, h.seq, g.command
  ), logged as (
    insert into bench_steps select id, seq, command, $5 from moved
  )
  select id, seq from moved`;

const OWN = `
  with given as (
    select * from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::text[])
      as g (id, expects, command, state, events)
  ), moved as (
    update bench_heads h set seq = h.seq + 1, state = g.state::jsonb from given g
    where h.id = g.id and h.seq = g.expects
    returning h.id, h.seq, g.command, g.events
  ), logged as (
    insert into bench_steps select id, seq, command, events::jsonb from moved
  )
  select id, seq from moved`;
