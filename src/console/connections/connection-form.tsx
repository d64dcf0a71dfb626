import { useState } from 'react';
import { CONNECTION_SIDES, type Connection, type ConnectionSide, connectionRoutes } from '#api/connections.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ApiFailure } from '#ui/http/api-error.ts';
import { Tabs } from '#ui/tabs.tsx';
import { TextField } from '#ui/text-field.tsx';
import { showToast } from '#ui/toasts.ts';
import { SaveFailure } from '../app/save-failure.tsx';
import { useAccountId } from '../app/who.tsx';
import type { Tagged } from '../data/call.ts';
import { fieldError } from '../data/failure.ts';
import { useWriting } from '../data/writing.ts';
import { copyOf, draftOf, missingIn, NEW_SIDE, type SideDraft, settingsOf } from './side-draft.ts';
import { SideFields } from './side-fields.tsx';

const TITLES = { live: 'Live settings', test: 'Test settings' } as const satisfies Record<ConnectionSide, string>;

const PURPOSES = {
  live: 'For sessions with customers.',
  test: 'For test runs and for trying the connection. Let them lead to a test system.',
} as const satisfies Record<ConnectionSide, string>;

export interface ConnectionFormProps {
  readonly read: Tagged<Connection>;
  /** It was saved: the form begins anew with what is there now. */
  readonly onSaved: () => void;
  /** Reads it again, as somebody else has made it. */
  readonly onReload: () => void;
}

/**
 * Name and settings of a connection, saved together. What it began with stays while the page reads it again: nobody's
 * typing is thrown away by somebody else's change, the save is refused instead.
 */
export function ConnectionForm({ read, onSaved, onReload }: ConnectionFormProps) {
  const [{ value: connection, tag }] = useState(read);
  const account = useAccountId();
  const [name, setName] = useState(connection.name);
  const [drafts, setDrafts] = useState({ live: draftOf(connection.live), test: draftOf(connection.test) });
  const [side, setSide] = useState<ConnectionSide>(connection.live || !connection.test ? 'live' : 'test');
  const [isChecked, setChecked] = useState(false);
  const save = useWriting(connectionRoutes.change);
  const errorOf = (of: ConnectionSide, field: string) => {
    const draft = drafts[of];
    const missing = isChecked && draft ? missingIn(draft)[field] : undefined;
    return missing ?? fieldError(save.error, `${of}.${field}`);
  };
  const submit = () => {
    setChecked(true);
    const faulty = CONNECTION_SIDES.find((one) => {
      const draft = drafts[one];
      return draft !== null && Object.keys(missingIn(draft)).length > 0;
    });
    if (faulty) setSide(faulty);
    if (faulty || name.trim() === '') return;
    const toSet = (draft: SideDraft | null) => draft && settingsOf(draft);
    const body = { name: name.trim(), live: toSet(drafts.live), test: toSet(drafts.test) };
    const params = { account, connection: connection.key };
    save.mutate(
      { params, body, ifMatch: tag },
      {
        // Told when the form begins anew, not before: what is typed in between would be lost.
        onSuccess: () => {
          showToast({ text: 'Connection saved' });
          onSaved();
        },
        onError: (error) => setSide(faultySide(error) ?? side),
      },
    );
  };
  return (
    <form
      className="wc-card wc-stack"
      // The browser would not send again what the server refused once.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>Settings</h2>
      {save.error ? <SaveFailure error={save.error} of="this connection" onReload={onReload} /> : null}
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        error={name.trim() === '' ? 'A connection needs a name.' : fieldError(save.error, 'name')}
      />
      <Tabs<ConnectionSide>
        label="Settings by use"
        selected={side}
        onSelect={setSide}
        tabs={CONNECTION_SIDES.map((one) => ({
          id: one,
          label: TITLES[one],
          content: (
            <Side
              side={one}
              draft={drafts[one]}
              other={drafts[one === 'live' ? 'test' : 'live']}
              onChange={(draft) => setDrafts((now) => ({ ...now, [one]: draft }))}
              errorOf={(field) => errorOf(one, field)}
            />
          ),
        }))}
      />
      <div>
        <Button type="submit" variant="primary" isPending={save.isPending}>
          Save connection
        </Button>
      </div>
    </form>
  );
}

/** The side in which the server found the first fault. */
function faultySide(error: Error): ConnectionSide | undefined {
  if (!(error instanceof ApiFailure)) return undefined;
  return CONNECTION_SIDES.find((side) => error.error.fields.some(({ path }) => path.startsWith(`body.${side}.`)));
}

interface SideProps {
  readonly side: ConnectionSide;
  readonly draft: SideDraft | null;
  readonly other: SideDraft | null;
  readonly onChange: (draft: SideDraft | null) => void;
  readonly errorOf: (field: string) => string | undefined;
}

function Side({ side, draft, other, onChange, errorOf }: SideProps) {
  const title = TITLES[side].toLowerCase();
  if (!draft) {
    return (
      <EmptyState
        title={`No ${title}`}
        action={
          <span className="wc-row">
            <Button onPress={() => onChange(NEW_SIDE)}>Enter {title}</Button>
            {other ? (
              <Button onPress={() => onChange(copyOf(other))}>
                Copy from the {TITLES[side === 'live' ? 'test' : 'live'].toLowerCase()}
              </Button>
            ) : null}
          </span>
        }
      >
        {PURPOSES[side]}
      </EmptyState>
    );
  }
  return (
    <div className="wc-stack">
      <p className="wc-muted">{PURPOSES[side]}</p>
      <SideFields draft={draft} onChange={onChange} errorOf={errorOf} />
      <div>
        <Button size="small" variant="quiet" onPress={() => onChange(null)}>
          Remove {title}
        </Button>
      </div>
    </div>
  );
}
