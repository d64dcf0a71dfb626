import { useMemo, useState } from 'react';
import type { ChangeRequest } from '#api/change-requests.ts';
import { CLIENTS, type Client } from '#api/clients.ts';
import type { Folder } from '#api/folders.ts';
import { type VersionDetail, versionRoutes } from '#api/versions.ts';
import { accountProblemsOf } from '#checks/account/registry.ts';
import { problemsOf } from '#checks/registry.ts';
import { writeInteraction } from '#format/write.ts';
import type { AccountId } from '#prelude/ids.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import type { ApiError } from '#ui/http/api-error.ts';
import { lazyPart } from '#ui/lazy-part.tsx';
import { Link } from '#ui/link.tsx';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useEditor, useInteraction } from '../page/editor-context.ts';
import { factsFrom, useAccountKnown } from '../server/account-known.tsx';
import { call } from '../server/call.ts';
import { useCalledProblems } from '../server/called-problems.ts';
import { Unread } from '../server/loaded.tsx';
import { accountsWith, useAccount, useWho } from '../server/who.tsx';
import { AccountProblems } from './account-problems.tsx';
import { useAround } from './use-around.ts';
import './publish-dialog.css';

/** Running tests takes the engine, which nothing else of this page needs. */
const PublishTests = lazyPart({ what: 'The tests' }, async () => (await import('./publish-tests.tsx')).PublishTests);

const CLIENT_WORDS: Record<Client, string> = {
  'agent-desk': 'Agent desk',
  web: 'Web self-service',
  'mobile-web': 'Mobile web',
  api: 'API',
  'ai-agent': 'AI agent',
};

/** Makes a version of the working copy on a server. */
export function PublishDialog() {
  const editor = useEditor();
  const who = useWho();
  const close = () => editor.show(undefined);
  const accounts = accountsWith(who, 'versions.publish');
  if (accounts.length > 0) return <PublishForm accounts={accounts} onClose={close} />;
  return (
    <Dialog title="Publish" size="small" isOpen onClose={close} actions={<Button onPress={close}>Close</Button>}>
      {who.kind === 'signed-out' ? (
        <p>
          To publish, <Link href={`/sign-in?to=${encodeURIComponent(location.pathname)}`}>sign in</Link> to an account.
          Your edits stay in this browser.
        </p>
      ) : who.kind === 'unknown' ? (
        <FailureBanner error={who.error} what="Your accounts" onRetry={who.again} />
      ) : who.kind === 'signed-in' ? (
        <p>You may not publish in any of your accounts. An account administrator can give you the role Designer.</p>
      ) : (
        <p>
          The designer runs without a server here. Save the Interaction as a file, then open and publish it where a
          server runs.
        </p>
      )}
    </Dialog>
  );
}

interface PublishFormProps {
  accounts: ReturnType<typeof accountsWith>;
  onClose: () => void;
}

function PublishForm({ accounts, onClose }: PublishFormProps) {
  const editor = useEditor();
  const interaction = useInteraction();
  const [chosen] = useAccount();
  const [account, setAccount] = useState<AccountId>(
    () => (accounts.find(({ id }) => id === chosen) ?? accounts[0])?.id as AccountId,
  );
  const [name, setName] = useState(interaction.name);
  const [note, setNote] = useState('');
  const [folder, setFolder] = useState('keep');
  const [clients, setClients] = useState<readonly Client[]>(['agent-desk']);
  const [answers, setAnswers] = useState<readonly ChangeRequest['id'][]>([]);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<ApiError | undefined>(undefined);
  const [done, setDone] = useState<VersionDetail | undefined>(undefined);
  const around = useAround(account, interaction.id);
  const folders = around.folders.value ?? [];
  const requests = around.requests.value ?? [];
  const people = around.people.value ?? [];
  const own = useMemo(() => problemsOf(interaction, editor.catalog), [interaction, editor.catalog]);
  const called = useCalledProblems(account);
  const problems = [...own, ...called];
  const known = useAccountKnown(account);
  const expected = useMemo(() => {
    const facts = factsFrom(known);
    return facts ? accountProblemsOf(interaction, editor.catalog, facts) : [];
  }, [interaction, editor.catalog, known]);
  const errors = problems.filter(({ severity }) => severity === 'error').length;

  const publish = async () => {
    setPending(true);
    setError(undefined);
    const answer = await call(
      versionRoutes.publish,
      { account },
      {
        body: {
          file: writeInteraction(interaction),
          name: name.trim(),
          ...(note.trim() === '' ? {} : { note: note.trim() }),
          ...folderOf(folder, folders),
          clients: [...clients],
          ...(answers.length > 0 ? { answers: [...answers] } : {}),
        },
      },
    );
    setPending(false);
    if (answer.ok) setDone(answer.value);
    else setError(answer.error);
  };

  if (done) return <Published version={done} account={account} onClose={onClose} />;
  const missing = [
    ...(interaction.start === undefined ? ['Insert an element and set it as the start'] : []),
    ...(name.trim() === '' ? ['Give it a name'] : []),
    ...(clients.length === 0 ? ['Choose where it may run'] : []),
  ];
  return (
    <Dialog
      title="Publish a version"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isPending={isPending}
            isDisabled={missing.length > 0}
            onPress={() => void publish()}
          >
            Publish as draft
          </Button>
        </>
      }
    >
      <div className="publish">
        {error ? (
          <Banner tone="danger" title={error.title} code={error.code} isLive>
            {error.detail}
          </Banner>
        ) : null}
        {missing.length > 0 ? <Banner tone="info" title={`Before publishing: ${missing.join('; ')}`} /> : null}
        {problems.length > 0 ? (
          <Banner
            tone={errors > 0 ? 'warning' : 'info'}
            title={`${errors} ${errors === 1 ? 'error' : 'errors'}, ${problems.length - errors} ${problems.length - errors === 1 ? 'warning' : 'warnings'}`}
            actions={
              <Button
                size="small"
                onPress={() => {
                  onClose();
                  editor.look({ panel: 'problems' });
                }}
              >
                Show problems
              </Button>
            }
          >
            {errors > 0 ? 'A draft can be published and tested with errors; it cannot be approved.' : null}
            {called.length > 0 ? (
              <ul className="publish-lacks">
                {called.slice(0, MOST_CALLED).map(({ code, message }) => (
                  <li key={`${code} ${message}`}>{message}</li>
                ))}
              </ul>
            ) : null}
          </Banner>
        ) : null}
        <AccountProblems problems={expected} />
        <PublishTests account={account} onClose={onClose} />
        <Unread read={around.people} what="People whose changes go with this version" />
        {people.length > 0 ? (
          <p className="publish-note">Changes of {people.join(', ')} go with this version.</p>
        ) : null}
        <Select
          label="Account"
          options={accounts.map(({ id, name: label }) => ({ id, label }))}
          value={account}
          onChange={setAccount}
        />
        <TextField label="Name" maxLength={200} value={name} onChange={setName} />
        <TextArea
          label="Note"
          description="What is new in this version."
          isOptional
          rows={2}
          value={note}
          onChange={setNote}
        />
        <Select
          label="Folder"
          options={[
            { id: 'keep', label: 'Where it is' },
            { id: 'none', label: 'No folder' },
            ...folders.map(({ id, name: label }) => ({ id: String(id), label })),
          ]}
          value={folder}
          onChange={setFolder}
        />
        <Unread read={around.folders} what="Folders" />
        <fieldset className="publish-set">
          <legend className="wm-label">May run in</legend>
          {CLIENTS.map((client) => (
            <Checkbox
              key={client}
              isSelected={clients.includes(client)}
              onChange={(is) => setClients(is ? [...clients, client] : clients.filter((other) => other !== client))}
            >
              {CLIENT_WORDS[client]}
            </Checkbox>
          ))}
        </fieldset>
        <Unread read={around.requests} what="Change requests that this version may answer" />
        {requests.length > 0 ? (
          <fieldset className="publish-set">
            <legend className="wm-label">Answers these change requests</legend>
            {requests.map((request) => (
              <Checkbox
                key={request.id}
                isSelected={answers.includes(request.id)}
                onChange={(is) =>
                  setAnswers(is ? [...answers, request.id] : answers.filter((other) => other !== request.id))
                }
              >
                {request.wish}
              </Checkbox>
            ))}
          </fieldset>
        ) : null}
      </div>
    </Dialog>
  );
}

function folderOf(chosen: string, folders: readonly Folder[]): { folder?: Folder['id'] | null } {
  if (chosen === 'keep') return {};
  if (chosen === 'none') return { folder: null };
  const folder = folders.find(({ id }) => id === chosen);
  return folder ? { folder: folder.id } : {};
}

function Published({ version, account, onClose }: { version: VersionDetail; account: AccountId; onClose: () => void }) {
  return (
    <Dialog
      title={`Version ${version.number} is published`}
      size="small"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Go on editing</Button>
          <Link look="primary" href={`/console/interactions/${version.interaction.id}/versions?account=${account}`}>
            Show on the Interactions page
          </Link>
        </>
      }
    >
      <div className="publish">
        <p>
          “{version.interaction.name}” version {version.number} is a draft. It can now be tested
          {version.heldUp.length > 0 ? ' and reviewed.' : ', reviewed and approved.'}
        </p>
        <HeldUp version={version} />
        <AccountProblems problems={version.accountProblems} />
        <FailedTests version={version} />
      </div>
    </Dialog>
  );
}

/** What the server would refuse an approval with, as it judged the version. */
function HeldUp({ version: { heldUp } }: { version: VersionDetail }) {
  if (heldUp.length === 0) return null;
  return (
    <Banner tone="warning" title="It cannot be approved as it stands">
      <ul className="publish-lacks">
        {heldUp.slice(0, MOST_CALLED).map(({ code, message }) => (
          <li key={`${code} ${message}`}>{message}</li>
        ))}
      </ul>
    </Banner>
  );
}

/** The server ran the tests itself. */
function FailedTests({ version: { tests, failedTests } }: { version: VersionDetail }) {
  if (tests === null || tests.passed === tests.all) return null;
  return (
    <Banner tone="warning" title={`${tests.all - tests.passed} of ${tests.all} tests failed on the server`}>
      <ul className="publish-lacks">
        {failedTests.slice(0, MOST_TESTS).map(({ id, name, failures }) => (
          <li key={id}>
            {name}: {failures[0]}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

/** As many as are worth reading here; the page of the version names the others. */
const MOST_TESTS = 5;

/** The same of what others have that it runs; the Problems panel names all. */
const MOST_CALLED = 5;
