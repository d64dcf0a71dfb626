import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '#test/database/fresh-database.ts';

/** Tables that belong to the server, not to one account: the only ones whose keys begin with something else. */
const SERVER_WIDE = ['accounts', 'users', 'sign_ins', 'secret_keys', 'kysely_migration', 'kysely_migration_lock'];

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test('every primary, unique and foreign key of an account’s table begins with account_id', async () => {
  const { rows } = await database.pool.query<{ table: string; key: string; first: string; kind: string }>(`
    select t.relname as table, c.conname as key, c.contype as kind, a.attname as first
    from pg_constraint c
    join pg_class t on t.oid = c.conrelid
    join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
    where t.relnamespace = 'public'::regnamespace and c.contype in ('p', 'u', 'f')
    union all
    select t.relname, i.indexrelid::regclass::text, 'i', a.attname
    from pg_index i
    join pg_class t on t.oid = i.indrelid
    join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
    where t.relnamespace = 'public'::regnamespace and i.indisunique`);
  expect(rows.length).toBeGreaterThan(60);
  const astray = rows.filter((row) => row.first !== 'account_id' && !SERVER_WIDE.includes(row.table));
  expect(astray).toEqual([]);
});

test('every table of an account has a primary key', async () => {
  const { rows } = await database.pool.query(`
    select relname from pg_class t where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and not exists (select from pg_constraint where conrelid = t.oid and contype = 'p')`);
  expect(rows).toEqual([]);
});

test('ids sort byte by byte, as the time in them wants it', async () => {
  const { rows } = await database.pool.query(`
    select table_name, column_name from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely%'
      and (column_name = 'id' or column_name like '%\\_id') and collation_name is distinct from 'C'`);
  expect(rows).toEqual([]);
});

test('the table types say of every column what the migrated database says', async () => {
  const { rows } = await database.pool.query<Column & { table: string }>(`
    select c.table_name as table, c.column_name as name, c.is_nullable = 'YES' as nullable,
      c.column_default is not null as defaults,
      case c.data_type
        when 'text' then 'text' when 'bigint' then 'number' when 'integer' then 'number'
        when 'boolean' then 'boolean' when 'json' then 'json' when 'jsonb' then 'json'
        when 'bytea' then 'bytes' when 'ARRAY' then 'list' else c.data_type end as type
    from information_schema.columns c
    join pg_class t on t.relname = c.table_name and t.relnamespace = 'public'::regnamespace and not t.relispartition
    where c.table_schema = 'public' and c.table_name not like 'kysely%'`);
  const actual = new Map<string, string[]>();
  for (const { table, ...column } of rows) actual.set(table, [...(actual.get(table) ?? []), said(column)].sort());
  expect(Object.fromEntries(declared())).toEqual(Object.fromEntries(actual));
});

interface Column {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly defaults: boolean;
}

function said(column: Column): string {
  return `${column.name}: ${column.type}${column.nullable ? ' or null' : ''}${column.defaults ? ', has a default' : ''}`;
}

/** The columns of each table as `tables.ts` declares them. */
function declared(): Map<string, string[]> {
  const interfaces = new Map<string, { name: string; type: string }[]>();
  const source = ['../tables.ts', '../session-tables.ts', '../administration-tables.ts']
    .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
    .join('\n');
  for (const node of parseSync('tables.ts', source).program.body) {
    if (node.type !== 'ExportNamedDeclaration' || node.declaration?.type !== 'TSInterfaceDeclaration') continue;
    const members = node.declaration.body.body.flatMap((member) => {
      if (member.type !== 'TSPropertySignature' || member.key.type !== 'Identifier') return [];
      const type = member.typeAnnotation?.typeAnnotation;
      return type ? [{ name: member.key.name, type: source.slice(type.start, type.end) }] : [];
    });
    interfaces.set(node.declaration.id.name, members);
  }
  const tables = new Map<string, string[]>();
  for (const table of interfaces.get('Tables') ?? []) {
    tables.set(table.name, (interfaces.get(table.type) ?? []).map((member) => said(columnOf(member))).sort());
  }
  return tables;
}

function columnOf({ name, type }: { name: string; type: string }): Column {
  const nullable = /\| null\b/.test(type);
  const defaults = type.startsWith('Generated<') || type.includes('string | undefined');
  const bare = type.replace(/ \| null$/, '').replace(/^Generated<(.*)>$/, '$1');
  return { name, nullable, defaults, type: typeOf(bare) };
}

function typeOf(type: string): string {
  if (/^(JSONColumnType|JsonColumn|ColumnType<Json)/.test(type)) return 'json';
  if (type.endsWith('[]')) return 'list';
  if (type === 'Uint8Array') return 'bytes';
  if (type === 'number' || type === 'Instant') return 'number';
  return type === 'boolean' ? 'boolean' : 'text';
}

describe('the application', () => {
  test.each([
    'drop table comments',
    'alter table comments add column more text',
    'truncate comments',
    'create table more (id text)',
    'create index more on comments (text)',
    'drop function make_step_partition(text, text, text)',
    'create role more',
    'delete from kysely_migration',
  ])('cannot %s', async (statement) => {
    await expect(database.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  test.each([
    ["update versions set bytes = ''", 'what was published'],
    ["update versions set content_hash = ''", 'the name of what was published'],
    ["update audit_entries set actor = ''", 'what was done'],
    ['delete from audit_entries', 'that something was done'],
    ["update session_steps set events = '[]'", 'what happened in a session'],
    ["update review_decisions set decision = 'approve'", 'what somebody decided'],
  ])('cannot %s: %s stands', async (statement) => {
    await expect(database.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
  });
});
