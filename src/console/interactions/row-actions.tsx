import { useQuery } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { InteractionRow } from '#api/interactions.ts';
import { versionRoutes } from '#api/versions.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, type MenuEntry } from '#ui/menu.tsx';
import { designerAddress, interactionAddress, testRunAddress } from '../app/addresses.ts';
import { useAccountId, useMay } from '../app/who.tsx';
import { reading } from '../data/reading.ts';
import { ActDialog } from '../versions/act-dialog.tsx';
import { actsAmong, faceOfAct, type VersionAct } from '../versions/acts.ts';

export interface RowActionsProps {
  readonly row: InteractionRow;
  readonly onDelete: () => void;
}

/** What may be done with an Interaction and its newest version. What the version allows is asked for as the hand comes near. */
export function RowActions({ row, onDelete }: RowActionsProps) {
  const account = useAccountId();
  const mayDesign = useMay('working-copies.edit');
  const [isNear, setNear] = useState(false);
  const [act, setAct] = useState<VersionAct | null>(null);
  const place = { account, interaction: row.id, version: row.newest.number };
  const version = useQuery({ ...reading(versionRoutes.read, place), enabled: isNear });

  const entries: MenuEntry[] = [];
  if (row.abilities.includes('test')) {
    entries.push({
      kind: 'link',
      id: 'test',
      label: `Run version ${place.version} as test`,
      href: testRunAddress(account, row.id, place.version),
    });
  }
  if (mayDesign) {
    entries.push({ kind: 'link', id: 'design', label: 'Open in the designer', href: designerAddress(account, row.id) });
  }
  entries.push({
    kind: 'link',
    id: 'reports',
    label: 'Show reports',
    href: interactionAddress(account, row.id, 'reports'),
  });
  const acts = version.data ? actsAmong(version.data.abilities).filter((one) => one !== 'delete') : [];
  if (version.isLoading || acts.length > 0) entries.push({ kind: 'separator', id: 'before-acts' });
  if (version.isLoading) {
    entries.push({ kind: 'action', id: 'loading', label: 'Loading…', isDisabled: true, onAction: () => {} });
  }
  if (version.isLoadingError) {
    entries.push({ kind: 'separator', id: 'before-acts' });
    entries.push({
      kind: 'action',
      id: 'unread',
      label: `Version ${place.version} could not be read: try again`,
      onAction: () => void version.refetch(),
    });
  }
  for (const one of acts) {
    entries.push({
      kind: 'action',
      id: one,
      label: `${faceOfAct(one).label}: version ${place.version}`,
      onAction: () => setAct(one),
    });
  }
  if (row.abilities.includes('delete')) {
    entries.push({ kind: 'separator', id: 'before-delete' });
    entries.push({ kind: 'action', id: 'delete', label: 'Delete Interaction', isDanger: true, onAction: onDelete });
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the button inside is about to be used
    <span onPointerEnter={() => setNear(true)} onFocus={() => setNear(true)}>
      <Menu
        placement="bottom end"
        trigger={<IconButton label={`Actions for ${row.name}`} icon={<Ellipsis />} size="small" />}
        entries={entries}
      />
      {act ? <ActDialog act={act} place={place} onClose={() => setAct(null)} /> : null}
    </span>
  );
}
