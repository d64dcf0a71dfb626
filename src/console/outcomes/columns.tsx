import { Ellipsis } from 'lucide-react';
import type { Outcome } from '#api/outcomes.ts';
import { Badge } from '#ui/badge.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, type MenuEntry } from '#ui/menu.tsx';
import type { TableColumn } from '#ui/table-types.ts';
import { languageWords } from '../words/names.ts';
import { KIND_WORDS, labelWords } from './words.ts';
import './outcomes.css';

export interface OutcomeActs {
  edit(outcome: Outcome): void;
  merge(outcome: Outcome): void;
  remove(outcome: Outcome): void;
  retire(outcome: Outcome, retired: boolean): void;
  move(outcome: Outcome, by: -1 | 1): void;
  canMove(outcome: Outcome, by: -1 | 1): boolean;
}

export function outcomeColumns(all: readonly Outcome[], acts: OutcomeActs): readonly TableColumn<Outcome>[] {
  return [
    {
      id: 'label',
      header: 'Outcome',
      isRowHeader: true,
      cell: (outcome) => (
        <span className="wc-name">
          <strong>{labelWords(outcome)}</strong>
          <small>
            <code>{outcome.key}</code>
          </small>
        </span>
      ),
    },
    {
      id: 'kind',
      header: 'Kind',
      cell: ({ kind }) => <Badge tone={KIND_WORDS[kind].tone}>{KIND_WORDS[kind].label}</Badge>,
    },
    {
      id: 'languages',
      header: 'Languages',
      cell: ({ label }) => Object.keys(label).map(languageWords).join(', '),
    },
    { id: 'state', header: 'State', cell: (outcome) => <State outcome={outcome} all={all} /> },
    {
      id: 'actions',
      header: 'Actions',
      isHeaderHidden: true,
      cell: (outcome) => {
        const entries = entriesFor(outcome, acts);
        return entries.length === 0 ? null : (
          <Menu
            placement="bottom end"
            trigger={<IconButton label={`Actions for ${labelWords(outcome)}`} icon={<Ellipsis />} size="small" />}
            entries={entries}
          />
        );
      },
    },
  ];
}

function State({ outcome, all }: { readonly outcome: Outcome; readonly all: readonly Outcome[] }) {
  const target = all.find(({ key }) => key === outcome.mergedInto);
  if (outcome.mergedInto !== null) return <>Counts as {target ? labelWords(target) : outcome.mergedInto}</>;
  return outcome.retired ? <Badge tone="warning">Retired</Badge> : <span className="wc-muted">Offered</span>;
}

function entriesFor(outcome: Outcome, acts: OutcomeActs): readonly MenuEntry[] {
  const may = (ability: Outcome['abilities'][number]) => outcome.abilities.includes(ability);
  const action = (id: string, label: string, onAction: () => void): MenuEntry => ({
    kind: 'action',
    id,
    label,
    onAction,
  });
  return [
    ...(may('rename') ? [action('edit', may('change') ? 'Edit' : 'Call it otherwise', () => acts.edit(outcome))] : []),
    ...(acts.canMove(outcome, -1) ? [action('up', 'Move up', () => acts.move(outcome, -1))] : []),
    ...(acts.canMove(outcome, 1) ? [action('down', 'Move down', () => acts.move(outcome, 1))] : []),
    ...(may('retire') ? [action('retire', 'Retire', () => acts.retire(outcome, true))] : []),
    ...(may('restore') ? [action('restore', 'Use again', () => acts.retire(outcome, false))] : []),
    ...(may('merge') ? [action('merge', 'Merge into another one', () => acts.merge(outcome))] : []),
    ...(may('delete')
      ? [
          { kind: 'separator', id: 'before-delete' } as const,
          {
            kind: 'action',
            id: 'delete',
            label: 'Delete',
            isDanger: true,
            onAction: () => acts.remove(outcome),
          } as const,
        ]
      : []),
  ];
}
