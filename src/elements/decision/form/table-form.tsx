import { useDeferredValue, useMemo, useState } from 'react';
import type { Scope } from '#expressions/value-type.ts';
import { Dialog } from '#ui/dialog.tsx';
import type { FormParts } from '#ui/element-form.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { problemsOfCoverage } from '../row-coverage.ts';
import { HIT_POLICIES, type HitPolicy, type TableLogic } from '../settings.ts';
import type { Subject } from './subjects.ts';
import { TableEditor } from './table-editor.tsx';
import { moved, withExit, withoutExit } from './table-edits.ts';

export interface TableFormProps {
  logic: TableLogic;
  subjects: readonly Subject[];
  parts: FormParts<Scope>;
  change(logic: TableLogic, label: string): void;
}

const POLICIES: { readonly [policy in HitPolicy]: { readonly label: string; readonly description: string } } = {
  unique: { label: 'Only one may match', description: 'Two rows that match stop the session.' },
  first: { label: 'Take the first', description: 'Rows are asked from the top; put exceptions first.' },
  any: { label: 'Take any', description: 'Rows that match together must lead to the same and set the same.' },
  priority: { label: 'Take the most important way out', description: 'The order of the ways out decides.' },
};

/** A table that decides: which row is taken, the rows, and the ways out they lead to. */
export function TableForm({ logic, subjects, parts, change }: TableFormProps) {
  const [isLarge, setLarge] = useState(false);
  const editor = { table: logic, subjects, parts, change };
  return (
    <>
      <Select
        label="Where several rows match"
        options={HIT_POLICIES.map((id) => ({ id, ...POLICIES[id] }))}
        value={logic.hitPolicy}
        onChange={(hitPolicy) => change({ ...logic, hitPolicy }, 'Which row is taken')}
      />
      <TableEditor {...editor} onEnlarge={() => setLarge(true)} />
      <Dialog title="Decision table" size="large" isOpen={isLarge} onClose={() => setLarge(false)}>
        <TableEditor {...editor} />
        <Coverage logic={logic} scope={parts.scope} />
      </Dialog>
      <Exits logic={logic} parts={parts} change={change} />
    </>
  );
}

/** Rows that meet, rows that are never taken, and what no row matches: said here too, as the dialog hides the problems. */
function Coverage({ logic, scope }: { logic: TableLogic; scope: Scope }) {
  const settled = useDeferredValue(logic);
  const problems = useMemo(() => problemsOfCoverage(settled, scope), [settled, scope]);
  if (problems.length === 0) return null;
  return (
    <ul className="decision-coverage" aria-label="What the rows leave or share">
      {problems.slice(0, MOST_SHOWN).map(({ path, code, message }) => (
        <li key={`${path} ${code}`} data-code={code}>
          {message}.
        </li>
      ))}
      {problems.length > MOST_SHOWN ? <li>… and {problems.length - MOST_SHOWN} more.</li> : null}
    </ul>
  );
}

const MOST_SHOWN = 5;

function Exits({ logic, parts, change }: Omit<TableFormProps, 'subjects'>) {
  const { exits } = logic;
  return (
    <parts.Rows
      label="Ways out"
      count={exits.length}
      nameOf={(index) => exits[index]?.label || `Way out ${index + 1}`}
      row={(index) => {
        const exit = exits[index];
        return exit ? (
          <TextField
            label="Name of the way out"
            value={exit.label}
            maxLength={200}
            onChange={(label) =>
              change({ ...logic, exits: exits.with(index, { ...exit, label }) }, `Name of way out ${index + 1}`)
            }
          />
        ) : null;
      }}
      add="Add way out"
      onAdd={() => change(withExit(logic, `Way out ${exits.length + 1}`), 'Ways out')}
      onRemove={(index) => change(withoutExit(logic, index), 'Ways out')}
      onMove={(index, to) => change({ ...logic, exits: moved(exits, index, to) }, 'Order of ways out')}
    />
  );
}
