import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { Problem } from '#contract/problem.ts';

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info } as const;

/** What the checks found in what a tab shows, below its fields: it comes a moment after an edit, and must not move what is about to be pressed. */
export function TabProblems({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className="settings-problems" aria-label="To be mended here">
      {problems.map(({ code, path, message, severity }) => {
        const Icon = ICONS[severity];
        return (
          <li key={`${code} ${path} ${message}`} data-severity={severity}>
            <Icon aria-hidden="true" />
            <span>{message}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** The name of a tab, with a sign where something on it is to be mended. */
export function TabName({ name, count }: { name: string; count: number }) {
  if (count === 0) return name;
  return (
    <>
      {name}
      <span className="settings-tab-sign" aria-hidden="true" />
      <span className="wm-hidden">{count === 1 ? ', 1 problem' : `, ${count} problems`}</span>
    </>
  );
}
