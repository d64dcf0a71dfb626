import type { Connection, ConnectionLine } from '#api/connections.ts';
import type { Row } from '#store/tables.ts';
import { tagOf } from '../http/etag.ts';
import type { Names } from '../names.ts';
import type { SecretBox } from '../secrets/secret-box.ts';
import { abilities, allows, type Member } from '../who.ts';
import { settingsOf, shownSettings } from './settings.ts';

export function presentLine(row: Row<'connections'>, who: Member, names: Names): ConnectionLine {
  const mayManage = allows(who, 'connections.manage');
  return {
    key: row.key,
    name: row.name,
    kind: row.kind,
    ready: { live: row.live !== null, test: row.test !== null },
    ...(mayManage ? { hosts: { live: hostOf(row, 'live'), test: hostOf(row, 'test') } } : {}),
    modifiedAt: row.modified_at,
    modifiedBy: names.of(row.modified_by),
    abilities: abilities({ change: mayManage, delete: mayManage }),
  };
}

export function presentConnection(row: Row<'connections'>, who: Member, names: Names, secrets: SecretBox): Connection {
  const shown = (side: 'live' | 'test') => {
    const settings = settingsOf(row, side);
    return settings ? shownSettings(settings, { scope: who.scope, key: row.key, side }, secrets) : null;
  };
  const mayManage = allows(who, 'connections.manage');
  return {
    key: row.key,
    name: row.name,
    kind: row.kind,
    live: shown('live'),
    test: shown('test'),
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    modifiedBy: names.of(row.modified_by),
    abilities: abilities({ change: mayManage, delete: mayManage, try: mayManage && row.test !== null }),
  };
}

export function tagOfConnection(row: Row<'connections'>): string {
  return tagOf(row.key, row.name, row.live ?? null, row.test ?? null, row.live_secret, row.test_secret);
}

/** The server that one side leads to: `crm.example.org`. */
function hostOf(row: Row<'connections'>, side: 'live' | 'test'): string | null {
  const found = settingsOf(row, side);
  return found ? new URL(found.settings.baseUrl).host : null;
}
