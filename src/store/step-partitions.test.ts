import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom, steppedClock, timeSortedIds } from '#prelude/ports.ts';
import { type FreshDatabase, freshDatabase } from '#test/database/fresh-database.ts';
import { makeStepPartitions, monthPart } from './step-partitions.ts';

const JANUARY = Date.UTC(2027, 0, 31, 23, 59, 59, 999);

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

function partOf(id: string): Promise<string> {
  return database.pool
    .query(
      `insert into session_steps (account_id, session_id, seq, command_id, actor, at, events)
       values ('acc_1', $1, 1, 'cmd_1', 'usr_1', 0, '[]') returning tableoid::regclass::text as part`,
      [id],
    )
    .then(({ rows }) => rows[0].part);
}

function sessionAt(at: number): string {
  return timeSortedIds(steppedClock(at), seededRandom(at)).make('ses');
}

test('the steps of a session lie in the part of the month in which it started', async () => {
  expect(await makeStepPartitions(database.db, JANUARY)).toBe(4);
  expect(await partOf(sessionAt(JANUARY))).toBe('session_steps_2027_01');
  expect(await partOf(sessionAt(JANUARY + 1))).toBe('session_steps_2027_02');
  expect(await partOf(sessionAt(Date.UTC(2027, 3, 30)))).toBe('session_steps_2027_04');
});

test('sessions of a time without a part, and ids that follow no rule, are kept as well', async () => {
  expect(await partOf(sessionAt(Date.UTC(2019, 5, 1)))).toBe('session_steps_rest');
  expect(await partOf('imported-7')).toBe('session_steps_rest');
});

test('a month that has steps in the rest already makes no trouble, and making parts again makes none', async () => {
  const late = Date.UTC(2030, 7, 2);
  expect(await partOf(sessionAt(late))).toBe('session_steps_rest');
  expect(await makeStepPartitions(database.db, late)).toBe(3);
  expect(await makeStepPartitions(database.db, late)).toBe(0);
  expect(await partOf(sessionAt(late + 1))).toBe('session_steps_rest');
});

test('the parts of two months meet without a gap, over the turn of the year too', () => {
  expect(monthPart(JANUARY, 0).high).toBe(monthPart(JANUARY, 1).low);
  expect(monthPart(Date.UTC(2026, 11, 5), 1).name).toBe('session_steps_2027_01');
});
