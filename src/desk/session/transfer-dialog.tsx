import { useQuery } from '@tanstack/react-query';
import { User, Users } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { deskRoutes, type Receiver } from '#api/desk.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { ComboBox } from '#ui/combo-box.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { call } from '../app/call.ts';
import { Failure } from '../app/failure.tsx';
import { useWho } from '../app/who.ts';

export interface HandOver {
  readonly to: Receiver;
  readonly note: string;
}

interface TransferDialogProps {
  /** Tells what went wrong, or undefined where the session is handed over. */
  handOver(order: HandOver): Promise<string | undefined>;
  close(): void;
}

/** Hands the session to a colleague or a team, with what they should know. */
export function TransferDialog(props: TransferDialogProps) {
  const { account } = useWho();
  const receivers = useQuery({
    queryKey: ['receivers', account.id],
    queryFn: ({ signal }) => call(deskRoutes.receivers, { account: account.id }, { signal }),
  });
  return (
    <Dialog title="Transfer the session" isOpen onClose={props.close}>
      <div aria-busy={receivers.isPending}>
        {receivers.data ? (
          receivers.data.items.length > 0 ? (
            <Form receivers={receivers.data.items} {...props} />
          ) : (
            <NobodyElse close={props.close} />
          )
        ) : receivers.error ? (
          <Failure error={receivers.error} onRetry={() => void receivers.refetch()} />
        ) : (
          <Skeleton lines={4} height="1.25rem" />
        )}
      </div>
    </Dialog>
  );
}

function NobodyElse({ close }: { close(): void }) {
  return (
    <div className="desk-reason">
      <p>Nobody else in this account serves customers. An administrator can add colleagues and teams.</p>
      <div className="desk-reason-acts">
        <Button onPress={close}>Go on with the call</Button>
      </div>
    </div>
  );
}

interface FormProps extends TransferDialogProps {
  readonly receivers: readonly Receiver[];
}

function Form({ receivers, handOver, close }: FormProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const [refused, setRefused] = useState<string>();
  const [isPending, setPending] = useState(false);
  const to = receivers.find((each) => optionId(each) === chosen);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(!to);
    if (!to || isPending) return;
    setPending(true);
    const problem = await handOver({ to, note: note.trim() });
    setPending(false);
    setRefused(problem);
  };
  return (
    <form className="desk-reason" onSubmit={(event) => void submit(event)}>
      <p>They find it paused, where it stands now, with its answers and notes.</p>
      {refused === undefined ? null : (
        <Banner tone="danger" isLive title="The session was not handed over">
          {refused}
        </Banner>
      )}
      <ComboBox
        label="To"
        placeholder="A colleague or a team"
        autoFocus
        options={receivers.map((each) => ({
          id: optionId(each),
          label: each.name,
          description: each.kind === 'team' ? 'Team' : 'Colleague',
          icon: each.kind === 'team' ? <Users aria-hidden="true" /> : <User aria-hidden="true" />,
        }))}
        value={chosen}
        onChange={(id) => {
          setChosen(id);
          setMissing(false);
        }}
        error={missing ? 'Choose who goes on with the session' : undefined}
      />
      <TextArea label="Note for them" isOptional value={note} onChange={setNote} rows={3} maxLength={10_000} />
      <div className="desk-reason-acts">
        <Button onPress={close}>Go on with the call</Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          Transfer
        </Button>
      </div>
    </form>
  );
}

/** Ids of people and teams are of different kinds: beside each other they need it said. */
function optionId({ kind, id }: Receiver): string {
  return `${kind} ${id}`;
}
