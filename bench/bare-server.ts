import fastify from 'fastify';
import type pg from 'pg';

/** As much state and log as a session of the product has at about its tenth step. */
const STATE = JSON.stringify({ filler: 'x'.repeat(900) });
const EVENTS = JSON.stringify([{ filler: 'x'.repeat(500) }]);

interface Waiting {
  readonly id: string;
  readonly command: string;
  readonly expects: number;
  readonly done: (seq: number) => void;
}

/**
 * What any server must do at the least: move the head of a session by compare-and-set and append to its log. `/alone`
 * does it by one statement a request, `/together` by one for all requests that wait while the last one is written.
 */
export async function bareServer(pool: pg.Pool): Promise<{ readonly url: string; close(): Promise<void> }> {
  const connection = await pool.connect();
  await connection.query('create temp table if not exists probe (n int)');
  connection.release();
  await pool.query(
    'create table if not exists bench_heads (id text primary key, seq int not null, state jsonb not null)',
  );
  await pool.query(
    'create table if not exists bench_steps (id text, seq int, command text, events jsonb, primary key (id, seq), unique (id, command))',
  );
  const app = fastify();
  app.post<{ Params: { id: string }; Body: { id: string; expects: number } }>(
    '/alone/:id',
    async ({ params, body }) => {
      await begin(pool, `a_${params.id}`, body.expects);
      const { rows } = await pool.query<{ seq: number }>(ALONE, [
        `a_${params.id}`,
        body.expects,
        body.id,
        STATE,
        EVENTS,
      ]);
      return { seq: rows[0]?.seq };
    },
  );
  let queue: Waiting[] = [];
  let writing = false;
  const write = async () => {
    writing = true;
    while (queue.length > 0) {
      const batch = queue;
      queue = [];
      const columns = [
        batch.map(({ id }) => id),
        batch.map(({ expects }) => expects),
        batch.map(({ command }) => command),
      ];
      const { rows } = await pool.query<{ id: string; seq: number }>(TOGETHER, [...columns, STATE, EVENTS]);
      const seqs = new Map(rows.map(({ id, seq }) => [id, seq]));
      for (const { id, done } of batch) done(seqs.get(id) ?? -1);
    }
    writing = false;
  };
  app.post<{ Params: { id: string }; Body: { id: string; expects: number } }>(
    '/together/:id',
    async ({ params, body }) => {
      await begin(pool, `t_${params.id}`, body.expects);
      const seq = await new Promise<number>((done) => {
        queue.push({ id: `t_${params.id}`, command: body.id, expects: body.expects, done });
        if (!writing) void write();
      });
      return { seq };
    },
  );
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return { url, close: () => app.close() };
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
