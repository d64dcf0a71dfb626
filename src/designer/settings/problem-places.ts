import type { ElementType } from '#contract/element-type.ts';
import type { Problem } from '#contract/problem.ts';
import type { ElementForm, SettingsTab } from '#ui/element-form.ts';
import { tabsOf } from './schema-fields.tsx';

/** The tab on which something at a path of the file is set; ways out are on their own. */
export function tabOfProblem(
  path: string,
  type: ElementType,
  form: Pick<ElementForm, 'tab' | 'instead'> | undefined,
): SettingsTab {
  const [section, , key] = path.split('.');
  if (section !== 'elements' || key === undefined) return 'Exits';
  if (key === 'name') return 'General';
  if (form?.instead.includes(key)) return form.tab;
  return TABS.find((tab) => tabsOf(type.settings, [], key).has(tab)) ?? 'Settings';
}

const TABS = ['General', 'Answer', 'Choices', 'Exits', 'Settings'] as const satisfies readonly SettingsTab[];

/** What a field of the settings says of itself while it is typed. */
export function isSaidByField({ code }: Problem): boolean {
  return code === 'data.expression' || code === 'data.text';
}
