import type { Account } from '#api/accounts.ts';
import type { Row } from '#store/tables.ts';
import { tagOf } from '../http/etag.ts';
import { abilities, allows, type Member } from '../who.ts';
import { settingsOf } from './settings.ts';

export function presentAccount(row: Row<'accounts'>, member: Member): Account {
  return {
    id: row.id,
    name: row.name,
    demo: row.settings.demo === true,
    settings: settingsOf(row),
    abilities: abilities({ change: allows(member, 'account.change') }),
  };
}

export function tagOfAccount(row: Row<'accounts'>): string {
  return tagOf(row.name, settingsOf(row));
}
