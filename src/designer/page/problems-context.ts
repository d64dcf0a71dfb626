import { createContext, useContext } from 'react';
import type { Problem } from '#contract/problem.ts';
import type { ElementId } from '#prelude/ids.ts';

const ProblemsContext = createContext<readonly Problem[]>([]);

/** What the checks found, for whatever part of the page shows it beside what it is about. */
export const ProblemsProvider = ProblemsContext.Provider;

export function useProblemsOf(element: ElementId): readonly Problem[] {
  return useContext(ProblemsContext).filter((problem) => problem.element === element);
}
