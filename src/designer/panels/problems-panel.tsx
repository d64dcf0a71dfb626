import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { Problem } from '#contract/problem.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { applyFix } from '../commands/fix.ts';
import { useEditor, useInteraction } from '../page/editor-context.ts';

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info } as const;
const WORDS = { error: 'Error', warning: 'Warning', info: 'Note' } as const;

/** What the checks find: each leads to its element, and mends it where there is one evident way. */
export function ProblemsPanel({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) {
    return (
      <EmptyState icon={<CircleCheck />} title="No problems">
        Everything is checked while you work.
      </EmptyState>
    );
  }
  return (
    <ul className="panel-list" aria-label="Problems">
      {problems.map((problem) => (
        <ProblemRow key={`${problem.code} ${problem.path} ${problem.message}`} problem={problem} />
      ))}
    </ul>
  );
}

function ProblemRow({ problem }: { problem: Problem }) {
  const editor = useEditor();
  const { elements } = useInteraction();
  const { element, path, severity, message, fix } = problem;
  const Icon = ICONS[severity];
  const name = element === undefined ? undefined : elements[element]?.name;
  const go = () => {
    if (element === undefined) {
      editor.select([]);
      return;
    }
    editor.select([element]);
    editor.look({ mending: { element, path } });
    editor.host.reveal([element]);
    editor.host.focusMap();
  };
  return (
    <li className="panel-item" data-severity={severity}>
      <Icon aria-hidden="true" className={`panel-sign panel-${severity}`} />
      <div className="panel-words">
        <button type="button" className="panel-link" onClick={go}>
          <span className="wm-hidden">{WORDS[severity]}: </span>
          {name ?? 'The Interaction'}
        </button>
        <p>{message}</p>
        {fix ? (
          <div>
            <Button size="small" onPress={() => applyFix(editor, fix.label, fix.patches)}>
              {fix.label}
            </Button>
          </div>
        ) : null}
      </div>
    </li>
  );
}
