import { History } from 'lucide-react';
import { useCallback } from 'react';
import { addressOf } from '#api/address.ts';
import { VERSION_STATUS_WORDS } from '#api/interactions.ts';
import { type Version, versionRoutes } from '#api/versions.ts';
import { catalog } from '#elements/catalog.ts';
import type { Interaction } from '#format/interaction.ts';
import { readInteraction } from '#format/read.ts';
import type { AccountId } from '#prelude/ids.ts';
import { fail, type Result } from '#prelude/result.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { readProblem } from '#ui/http/problem.ts';
import { whenWords } from '#ui/when.ts';
import { useEditor, useInteraction } from '../page/editor-context.ts';
import { call } from '../server/call.ts';
import { itemsOf } from '../server/items-of.ts';
import { Loaded } from '../server/loaded.tsx';
import { useRead } from '../server/use-read.ts';

/** What was published of this Interaction; each can be taken back into the working copy, which is one step of undo. */
export function VersionsPanel({ account }: { account: AccountId | undefined }) {
  if (account === undefined) {
    return <NoVersions>Sign in to a server to publish versions of this Interaction.</NoVersions>;
  }
  return <OnServer account={account} />;
}

function NoVersions({ children }: { children: string }) {
  return (
    <EmptyState icon={<History />} title="No versions yet">
      {children}
    </EmptyState>
  );
}

function OnServer({ account }: { account: AccountId }) {
  const { id } = useInteraction();
  const read = useCallback(() => itemsOf(call(versionRoutes.list, { account, interaction: id })), [account, id]);
  const versions = useRead(read);
  return (
    <Loaded read={versions} what="Versions">
      {(items) =>
        items.length === 0 ? (
          <NoVersions>Publish the first version; it can then be tested and approved.</NoVersions>
        ) : (
          <VersionList account={account} versions={items} />
        )
      }
    </Loaded>
  );
}

function VersionList({ account, versions }: { account: AccountId; versions: readonly Version[] }) {
  const editor = useEditor();
  const { id } = useInteraction();
  const restore = async ({ number }: Version) => {
    const read = await readFile(addressOf(versionRoutes.file, { account, interaction: id, version: number }));
    if (read.ok) editor.replace(`Restore version ${number}`, read.value);
    else editor.say(`Version ${number} could not be read: ${read.error}`);
  };
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
              {version.publishedBy.name} · {whenWords(version.publishedAt, undefined)}
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

/** The content of a version, or why it cannot be had. */
async function readFile(address: string): Promise<Result<Interaction, string>> {
  let answer: Response;
  try {
    answer = await fetch(address, { credentials: 'same-origin' });
  } catch {
    return fail('the server cannot be reached; check the connection and try again');
  }
  if (!answer.ok) return fail((await readProblem(answer)).title);
  const read = readInteraction(await answer.text(), catalog);
  return read.ok ? read : fail(read.error[0]?.message ?? 'it is no Interaction');
}
