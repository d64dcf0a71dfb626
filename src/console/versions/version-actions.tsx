import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { Version } from '#api/versions.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Link } from '#ui/link.tsx';
import { Menu } from '#ui/menu.tsx';
import { testRunAddress } from '../app/addresses.ts';
import { useAccountId } from '../app/who.tsx';
import { ActDialog } from './act-dialog.tsx';
import { actsAmong, dueAmong, faceOfAct, type VersionAct } from './acts.ts';

export interface VersionActionsProps {
  readonly version: Pick<Version, 'interaction' | 'number' | 'abilities'>;
  /** On the page of the test run itself there is nothing to run. */
  readonly hasTest?: boolean;
}

/** The step that is due as a button, a test run beside it, the rest in a menu. */
export function VersionActions({ version, hasTest = true }: VersionActionsProps) {
  const account = useAccountId();
  const [act, setAct] = useState<VersionAct | null>(null);
  const acts = actsAmong(version.abilities);
  const due = dueAmong(acts);
  const rest = acts.filter((one) => !due.includes(one));
  return (
    <div className="wc-row">
      {hasTest && version.abilities.includes('test') ? (
        <Link
          look="secondary"
          href={testRunAddress(account, version.interaction.id, version.number)}
          aria-label={`Run as test: version ${version.number}`}
        >
          Run as test
        </Link>
      ) : null}
      {due.toReversed().map((one) => (
        <Button
          key={one}
          variant={one === due[0] && one !== 'request-changes' ? 'primary' : 'secondary'}
          aria-label={`${faceOfAct(one).label}: version ${version.number}`}
          onPress={() => setAct(one)}
        >
          {faceOfAct(one).label}
        </Button>
      ))}
      {rest.length > 0 ? (
        <Menu
          placement="bottom end"
          trigger={<IconButton label={`More actions for version ${version.number}`} icon={<Ellipsis />} />}
          entries={rest.map((one) => ({
            kind: 'action',
            id: one,
            label: faceOfAct(one).label,
            isDanger: faceOfAct(one).isDanger ?? false,
            onAction: () => setAct(one),
          }))}
        />
      ) : null}
      {act ? (
        <ActDialog
          act={act}
          place={{ account, interaction: version.interaction.id, version: version.number }}
          onClose={() => setAct(null)}
        />
      ) : null}
    </div>
  );
}
