import type { Mail } from '#api/mail.ts';
import type { Row } from '#store/tables.ts';
import { tagOf } from '../http/etag.ts';
import type { Names } from '../names.ts';
import { mailPlace } from '../secrets/places.ts';
import type { SecretBox } from '../secrets/secret-box.ts';
import { abilities, allows, type Member } from '../who.ts';
import { mailSettingsOf } from './settings.ts';

export function presentMail(
  row: Row<'mail_settings'> | undefined,
  who: Member,
  names: Names,
  secrets: SecretBox,
): Mail {
  const mayManage = allows(who, 'connections.manage');
  const isThere = row !== undefined;
  return {
    settings: row
      ? {
          ...mailSettingsOf(row),
          password: passwordState(row, who, secrets),
          modifiedAt: row.modified_at,
          modifiedBy: names.of(row.modified_by),
        }
      : null,
    abilities: abilities({ change: mayManage, remove: mayManage && isThere, try: mayManage && isThere }),
  };
}

function passwordState({ password }: Row<'mail_settings'>, who: Member, secrets: SecretBox) {
  if (password === null) return 'none';
  return secrets.open(mailPlace(who.account), password).ok ? 'set' : 'unreadable';
}

export function tagOfMail(row: Row<'mail_settings'> | undefined): string {
  return tagOf(row?.settings ?? null, row?.password ?? null);
}
