import type * as z from 'zod';
import { mailSettings } from '#api/mail.ts';
import type { Row } from '#store/tables.ts';

/** As they stand in the database: the password stands beside them, sealed. */
const stored = mailSettings.omit({ password: true, modifiedAt: true, modifiedBy: true });

export type StoredMailSettings = z.infer<typeof stored>;

export function mailSettingsOf(row: Row<'mail_settings'>): StoredMailSettings {
  return stored.parse(row.settings);
}
