import { createContext, useContext } from 'react';
import type { ElementType } from '#contract/element-type.ts';
import type { Problem } from '#contract/problem.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { ElementForm, SettingsTab } from '#ui/element-form.ts';
import { tabsOf } from './schema-fields.tsx';

const ProblemsContext = createContext<readonly Problem[]>([]);

/** What the checks found, for whatever part of the page shows it beside what it is about. */
export const ProblemsProvider = ProblemsContext.Provider;

export function useProblemsOf(element: ElementId): readonly Problem[] {
  return useContext(ProblemsContext).filter((problem) => problem.element === element);
}

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
