import type { SettingsMigration } from '#contract/element-type.ts';

/** Version 2: what is decided by has two forms; the rules of before are the form `rules`. */
const toForms: SettingsMigration = {
  to: 2,
  migrate: ({ rules, ...rest }) => (rules === undefined ? rest : { ...rest, logic: { form: 'rules', rules } }),
};

export const migrations: readonly SettingsMigration[] = [toForms];
