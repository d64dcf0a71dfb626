import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINE_EXITS } from '#contract/event.ts';
import type { MeasuredVisit } from '#contract/visit.ts';
import type { ContentHash, ElementId, SessionId } from '#prelude/ids.ts';
import type { Evidence } from './evidence.ts';
import type { Measure, MeasureRow } from './measure.ts';
import { MEASURES, type MeasureId } from './measures.ts';
import { traffic } from './traffic.ts';
import { usage } from './usage.ts';

const id = <T extends string>(text: string) => text as T;

/** `element active idle exit next inside`, `-` for nothing next; without exit and next: still there. */
function visit(session: string, n: number, line: string): MeasuredVisit {
  const [element = '', active = '0', idle = '0', exit = null, next = '-', inside = '0'] = line.split(' ');
  return {
    session: id<SessionId>(session),
    n,
    element: id<ElementId>(element),
    enteredAt: n,
    leftAt: exit === null ? null : n + 1,
    exit,
    to: next === '-' ? null : id<ElementId>(next),
    active: Number(active),
    idle: Number(idle),
    inside: Number(inside),
  };
}

function session(name: string, outcome: string | null, visits: readonly string[], version = 'v1') {
  return {
    facts: { session: id<SessionId>(name), version: id<ContentHash>(version), outcome },
    visits: visits.map((line, index) => visit(name, index + 1, line)),
  };
}

/** Billing goes through, one caller goes back once, one gives up, one is still asked. */
const DAY: Evidence = (() => {
  const sessions = [
    session('s1', 'completed', ['ask 10000 0 choices billing', 'billing 0 0 next confirm', 'confirm 4000 1000 next']),
    session('s2', 'completed', [
      'ask 20000 0 choices claims',
      'claims 6000 0 back ask',
      'ask 2000 0 choices billing',
      'billing 0 0 next confirm',
      'confirm 6000 0 next',
    ]),
    session('s3', 'quit', ['ask 40000 5000 quit'], 'v2'),
    session('s4', null, ['ask 0 0']),
    // It calls an Interaction, which asks for 50 seconds in all.
    session('s5', 'Call back', [
      'identify 500 0 otherwise ask 50000',
      'identify/name 30000 1000 next identify/birthday',
      'identify/birthday 20000 0 next',
      'ask 3000 0 quit',
    ]),
  ];
  return {
    visits: sessions.flatMap((one) => one.visits),
    sessions: sessions.map((one) => one.facts),
    targets: [
      { version: id<ContentHash>('v1'), element: id<ElementId>('ask'), target: 10_000 },
      { version: id<ContentHash>('v2'), element: id<ElementId>('ask'), target: 60_000 },
      { version: id<ContentHash>('v1'), element: id<ElementId>('identify'), target: 40_000 },
    ],
  };
})();

const CASES: { readonly [Id in MeasureId]: readonly MeasureRow[] } = {
  usage: [
    { element: 'ask', entered: 6, left: 3, ended: 2, still: 1 },
    { element: 'billing', entered: 2, left: 2, ended: 0, still: 0 },
    { element: 'claims', entered: 1, left: 1, ended: 0, still: 0 },
    { element: 'confirm', entered: 2, left: 0, ended: 2, still: 0 },
    { element: 'identify', entered: 1, left: 1, ended: 0, still: 0 },
    { element: 'identify/birthday', entered: 1, left: 0, ended: 1, still: 0 },
    { element: 'identify/name', entered: 1, left: 1, ended: 0, still: 0 },
  ],
  traffic: [
    { element: 'ask', exit: 'choices', next: 'billing', taken: 2 },
    { element: 'ask', exit: 'choices', next: 'claims', taken: 1 },
    { element: 'ask', exit: 'quit', next: null, taken: 2 },
    { element: 'billing', exit: 'next', next: 'confirm', taken: 2 },
    { element: 'claims', exit: 'back', next: 'ask', taken: 1 },
    { element: 'confirm', exit: 'next', next: null, taken: 2 },
    { element: 'identify', exit: 'otherwise', next: 'ask', taken: 1 },
    { element: 'identify/birthday', exit: 'next', next: null, taken: 1 },
    { element: 'identify/name', exit: 'next', next: 'identify/birthday', taken: 1 },
  ],
  time: [
    { element: 'ask', n: 5, mean: 15_000, p50: 10_000, p90: 32_000, idle: 1_000, inside: 0 },
    { element: 'billing', n: 2, mean: 0, p50: 0, p90: 0, idle: 0, inside: 0 },
    { element: 'claims', n: 1, mean: 6_000, p50: 6_000, p90: 6_000, idle: 0, inside: 0 },
    { element: 'confirm', n: 2, mean: 5_000, p50: 5_000, p90: 5_800, idle: 500, inside: 0 },
    // What was spent in the called Interaction is told apart, and counts where it was spent.
    { element: 'identify', n: 1, mean: 500, p50: 500, p90: 500, idle: 0, inside: 50_000 },
    { element: 'identify/birthday', n: 1, mean: 20_000, p50: 20_000, p90: 20_000, idle: 0, inside: 0 },
    { element: 'identify/name', n: 1, mean: 30_000, p50: 30_000, p90: 30_000, idle: 1_000, inside: 0 },
  ],
  // Exactly on target is not over it, and 40 seconds are within the minute that version 2 allows. The target of what calls
  // an Interaction is for all of it.
  'over-target': [
    { element: 'ask', n: 5, over: 1 },
    { element: 'identify', n: 1, over: 1 },
  ],
  'drop-off': [
    { element: 'ask', entered: 6, quit: 2, expired: 0, failed: 0 },
    { element: 'billing', entered: 2, quit: 0, expired: 0, failed: 0 },
    { element: 'claims', entered: 1, quit: 0, expired: 0, failed: 0 },
    { element: 'confirm', entered: 2, quit: 0, expired: 0, failed: 0 },
    { element: 'identify', entered: 1, quit: 0, expired: 0, failed: 0 },
    { element: 'identify/birthday', entered: 1, quit: 0, expired: 0, failed: 0 },
    { element: 'identify/name', entered: 1, quit: 0, expired: 0, failed: 0 },
  ],
  'going-back': [
    { element: 'ask', entered: 6, back: 0, returned: 1 },
    { element: 'billing', entered: 2, back: 0, returned: 0 },
    { element: 'claims', entered: 1, back: 1, returned: 0 },
    { element: 'confirm', entered: 2, back: 0, returned: 0 },
    { element: 'identify', entered: 1, back: 0, returned: 0 },
    { element: 'identify/birthday', entered: 1, back: 0, returned: 0 },
    { element: 'identify/name', entered: 1, back: 0, returned: 0 },
  ],
  outcomes: [
    { outcome: 'Call back', sessions: 1 },
    { outcome: 'completed', sessions: 2 },
    { outcome: 'quit', sessions: 1 },
    { outcome: null, sessions: 1 },
  ],
  // No moment counts twice: the session that calls an Interaction takes 54.5 seconds.
  'handle-time': [{ n: 4, mean: 37_125, p50: 39_500, p90: 51_650 }],
};

const FIGURES: { readonly [Id in MeasureId]: number | null } = {
  usage: 6,
  traffic: 2,
  time: 10_000,
  'over-target': 0.2,
  'drop-off': 1 / 3,
  'going-back': 0,
  outcomes: 1,
  'handle-time': 39_500,
};

const measures = Object.entries(MEASURES) as unknown as readonly (readonly [MeasureId, Measure])[];

const ELEMENTS = ['ask', 'billing', 'claims', 'confirm', 'wrap_up'];
const EXITS = ['next', 'choices', ...ENGINE_EXITS];

const anyEvidence: fc.Arbitrary<Evidence> = fc
  .array(
    fc.record({
      outcome: fc.constantFrom('completed', 'quit', 'timed-out', 'failed', 'Call back'),
      version: fc.constantFrom('v1', 'v2', 'v3'),
      running: fc.boolean(),
      visits: fc.array(
        fc.record({
          element: fc.constantFrom(...ELEMENTS),
          exit: fc.constantFrom(...EXITS),
          next: fc.constantFrom(null, ...ELEMENTS),
          active: fc.integer({ min: 0, max: 3_600_000 }),
          idle: fc.integer({ min: 0, max: 3_600_000 }),
          inside: fc.integer({ min: 0, max: 3_600_000 }),
        }),
        { minLength: 1, maxLength: 12 },
      ),
    }),
    { maxLength: 20 },
  )
  .map((made) => ({
    sessions: made.map(({ outcome, running, version }, index) => ({
      session: id<SessionId>(`s${index}`),
      version: id<ContentHash>(version),
      outcome: running ? null : outcome,
    })),
    visits: made.flatMap(({ visits, running }, index) =>
      visits.map((one, at): MeasuredVisit => {
        const still = running && at === visits.length - 1;
        return {
          session: id<SessionId>(`s${index}`),
          n: at + 1,
          element: id<ElementId>(one.element),
          enteredAt: at,
          leftAt: still ? null : at + 1,
          exit: still ? null : one.exit,
          to: still || one.next === null ? null : id<ElementId>(one.next),
          active: one.active,
          idle: one.idle,
          inside: one.inside,
        };
      }),
    ),
    targets: [
      { version: id<ContentHash>('v1'), element: id<ElementId>('ask'), target: 30_000 },
      { version: id<ContentHash>('v2'), element: id<ElementId>('ask'), target: 600_000 },
      { version: id<ContentHash>('v2'), element: id<ElementId>('wrap_up'), target: 1_000_000 },
    ],
  }));

describe('every measure', () => {
  it.each(measures)('%s says its name, its sentence and the figures of a known day', (name, measure) => {
    expect(measure.id).toBe(name);
    expect(measure.title).toMatch(/^[A-Z]/);
    expect(measure.says).toMatch(/^[A-Z].*\.$/);
    const rows = measure.recount(DAY);
    expect(rows).toEqual(CASES[name]);
    expect(
      rows.map((row) => Object.keys(row)).every((columns) => measure.keys.every((key) => columns.includes(key))),
    ).toBe(true);
    expect(rows[0] && measure.figure(rows[0])).toEqual(FIGURES[name]);
  });

  it('shows nothing where there is no evidence, instead of zero', () => {
    const nothing: Evidence = { visits: [], sessions: [], targets: [] };
    for (const [name, measure] of measures) {
      if (name === 'handle-time') expect(measure.recount(nothing).map((row) => measure.figure(row))).toEqual([null]);
      else expect(measure.recount(nothing)).toEqual([]);
    }
  });
});

describe('the numbers of one period belong together', () => {
  it('whoever entered an element left by an exit, ended there, or is still there', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const ways = traffic.recount(evidence);
        for (const row of usage.recount(evidence)) {
          const onward = ways.filter((way) => way.element === row.element && way.next !== null);
          const ended = ways.filter((way) => way.element === row.element && way.next === null);
          const sum = (of: typeof ways) => of.reduce((total, way) => total + way.taken, 0);
          expect(row.entered).toBe(sum(onward) + row.ended + row.still);
          expect(sum(ended)).toBe(row.ended);
        }
      }),
    );
  });
});

describe('the replica counts as the recount does', () => {
  let instance: DuckDBInstance;
  let connection: DuckDBConnection;

  beforeAll(async () => {
    instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    connection = await instance.connect();
    await connection.run(
      'create table visit (session text, n integer, element text, still boolean, exit text, next text, active integer, idle integer, inside integer)',
    );
    await connection.run('create table session (session text, version text, outcome text, active bigint, idle bigint)');
    await connection.run('create table target (version text, element text, target integer)');
  });

  afterAll(() => {
    connection.closeSync();
    instance.closeSync();
  });

  async function fill(evidence: Evidence) {
    await connection.run('delete from visit; delete from session; delete from target');
    for (const one of evidence.visits) {
      await connection.run('insert into visit values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
        one.session,
        one.n,
        one.element,
        one.leftAt === null,
        one.exit,
        one.to,
        one.active,
        one.idle,
        one.inside,
      ]);
    }
    for (const one of evidence.sessions) {
      const own = evidence.visits.filter((other) => other.session === one.session);
      const sum = (of: 'active' | 'idle') => own.reduce((total, other) => total + other[of], 0);
      await connection.run('insert into session values ($1, $2, $3, $4, $5)', [
        one.session,
        one.version,
        one.outcome,
        sum('active'),
        sum('idle'),
      ]);
    }
    for (const one of evidence.targets) {
      await connection.run('insert into target values ($1, $2, $3)', [one.version, one.element, one.target]);
    }
  }

  async function same(evidence: Evidence) {
    await fill(evidence);
    for (const [, measure] of measures) {
      const found = (await (await connection.run(measure.sql)).getRowObjectsJS()) as unknown as readonly MeasureRow[];
      expect(rounded(found, measure)).toEqual(rounded(measure.recount(evidence), measure));
    }
  }

  it('for the known day', () => same(DAY));

  it('for any sessions', () => fc.assert(fc.asyncProperty(anyEvidence, same), { numRuns: 25 }));
});

/** In the order of their keys; figures to nine digits, since a sum of doubles depends on the order of adding. */
function rounded(rows: readonly MeasureRow[], measure: Measure) {
  const nameOf = (row: MeasureRow) => JSON.stringify(measure.keys.map((key) => row[key]));
  return rows
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [
          key,
          typeof value === 'number' ? Number(value.toPrecision(9)) : value,
        ]),
      ),
    )
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}
