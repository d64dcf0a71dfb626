import { History } from 'lucide-react';
import { useEffect, useState } from 'react';
import { addressOf } from '#api/address.ts';
import { VERSION_STATUS_WORDS } from '#api/interactions.ts';
import { type Version, versionRoutes } from '#api/versions.ts';
import { catalog } from '#elements/catalog.ts';
import { readInteraction } from '#format/read.ts';
import type { AccountId } from '#prelude/ids.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { useEditor, useInteraction } from '../page/editor-context.ts';
import { call } from '../server/call.ts';

/** What was published of this Interaction; each can be taken back into the working copy, which is one step of undo. */
export function VersionsPanel({ account }: { account: AccountId | undefined }) {
  const editor = useEditor();
  const { id } = useInteraction();
  const [versions, setVersions] = useState<readonly Version[] | undefined>(undefined);
  useEffect(() => {
    if (account === undefined) return;
    void call(versionRoutes.list, { account, interaction: id }).then((answer) =>
      setVersions(answer.ok ? answer.value.items : []),
    );
  }, [account, id]);

  const restore = async (version: Version) => {
    if (account === undefined) return;
    const address = addressOf(versionRoutes.file, { account, interaction: id, version: version.number });
    const answer = await fetch(address, { credentials: 'same-origin' });
    const read = answer.ok ? readInteraction(await answer.text(), catalog) : undefined;
    if (read?.ok) editor.replace(`Restore version ${version.number}`, read.value);
    else editor.say(`Version ${version.number} could not be read`);
  };

  if (account === undefined || versions === undefined || versions.length === 0) {
    return (
      <EmptyState icon={<History />} title="No versions yet">
        {account === undefined
          ? 'Sign in to a server to publish versions of this Interaction.'
          : 'Publish the first version; it can then be tested and approved.'}
      </EmptyState>
    );
  }
  return (
    <ul className="panel-list" aria-label="Versions">
      {versions.map((version) => (
        <li key={version.number} className="panel-item">
          <div className="panel-words">
            <span className="panel-row">
              <strong>Version {version.number}</strong>
              <Badge tone={version.status === 'live' ? 'success' : 'neutral'}>
                {VERSION_STATUS_WORDS[version.status]}
              </Badge>
            </span>
            {version.note === '' ? null : <p>{version.note}</p>}
            <p className="panel-muted">
              {version.publishedBy.name} ·{' '}
              {new Date(version.publishedAt).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' })}
            </p>
            <div>
              <Button
                size="small"
                variant="quiet"
                aria-label={`Restore as working copy: version ${version.number}`}
                onPress={() => void restore(version)}
              >
                Restore as working copy
              </Button>
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
