import { type AccountSettings, accountSettings } from '#api/accounts.ts';
import type { Row } from '#store/tables.ts';

const DEFAULTS: AccountSettings = {
  timeZone: 'UTC',
  idleMinutes: 30,
  selfApproval: true,
  separateGoLive: false,
  testsMustPass: true,
  elementTarget: null,
  sessionTarget: null,
};

const stored = accountSettings.partial().loose();

/** The settings of an account, those that it never set as Waymark brings them. */
export function settingsOf(account: Pick<Row<'accounts'>, 'settings'>): AccountSettings {
  const { timeZone, idleMinutes, selfApproval, separateGoLive, testsMustPass, elementTarget, sessionTarget } =
    stored.parse(account.settings);
  return {
    timeZone: timeZone ?? DEFAULTS.timeZone,
    idleMinutes: idleMinutes ?? DEFAULTS.idleMinutes,
    selfApproval: selfApproval ?? DEFAULTS.selfApproval,
    separateGoLive: separateGoLive ?? DEFAULTS.separateGoLive,
    testsMustPass: testsMustPass ?? DEFAULTS.testsMustPass,
    elementTarget: elementTarget ?? DEFAULTS.elementTarget,
    sessionTarget: sessionTarget ?? DEFAULTS.sessionTarget,
  };
}

/** The values of `changes` that are given, over what was there. */
export function withChanges<T extends object>(values: T, changes: { readonly [K in keyof T]?: T[K] | undefined }): T {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...values, ...Object.fromEntries(given) };
}

export { DEFAULTS as DEFAULT_SETTINGS };
