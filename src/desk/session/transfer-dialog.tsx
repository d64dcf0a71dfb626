import { useQuery } from '@tanstack/react-query';
import { User, Users } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { deskRoutes, type Receiver } from '#api/desk.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { ComboBox } from '#ui/combo-box.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { call } from '../app/call.ts';
import { useWho } from '../app/who.ts';

export interface HandOver {
  readonly to: Receiver | { readonly kind: 'number'; readonly id: string; readonly name: string };
  readonly note: string;
}

interface TransferDialogProps {
  /** What was begun on the page and not sent, in words: the note begins with it. May be empty. */
  readonly halfTyped: string;
  /** Tells what went wrong, or undefined where the session is handed over. */
  handOver(order: HandOver): Promise<string | undefined>;
  close(): void;
}

/** Hands the session to a colleague, a team or a number outside, with what they should know. */
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
          <Form receivers={receivers.data.items} {...props} />
        ) : receivers.error ? (
          <FailureBanner error={receivers.error} onRetry={() => void receivers.refetch()} />
        ) : (
          <Skeleton lines={4} height="1.25rem" />
        )}
      </div>
    </Dialog>
  );
}

interface FormProps extends TransferDialogProps {
  readonly receivers: readonly Receiver[];
}

function Form({ receivers, halfTyped, handOver, close }: FormProps) {
  const isAlone = receivers.length === 0;
  const [isOutside, setOutside] = useState(isAlone);
  const [chosen, setChosen] = useState<string | null>(null);
  const [number, setNumber] = useState('');
  const [note, setNote] = useState(halfTyped);
  const [missing, setMissing] = useState(false);
  const [refused, setRefused] = useState<string>();
  const [isPending, setPending] = useState(false);
  const outside = { kind: 'number', id: number.trim(), name: number.trim() } as const;
  const to = isOutside ? (outside.id === '' ? undefined : outside) : receivers.find((one) => optionId(one) === chosen);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(!to);
    if (!to || isPending) return;
    setPending(true);
    const problem = await handOver({ to, note: note.trim() });
    setPending(false);
    setRefused(problem);
  };
  const choose = (outsideNow: boolean) => {
    setOutside(outsideNow);
    setMissing(false);
  };
  return (
    <form className="desk-reason" onSubmit={(event) => void submit(event)}>
      {isAlone ? (
        <p>Nobody else in this account serves customers. An administrator can add colleagues and teams.</p>
      ) : null}
      <p>
        {isOutside
          ? 'The session ends here as transferred, and says to which number. Put the call itself through on your telephone.'
          : 'They find it paused, where it stands now, with its answers and notes.'}
      </p>
      {isAlone ? null : (
        // Before the field that has the focus: the way that is usual stays as short as it is.
        <div>
          <Button size="small" onPress={() => choose(!isOutside)}>
            {isOutside ? 'To a colleague or a team instead' : 'To a number outside instead'}
          </Button>
        </div>
      )}
      {refused === undefined ? null : (
        <Banner tone="danger" isLive title="The session was not handed over">
          {refused}
        </Banner>
      )}
      {isOutside ? (
        <TextField
          label="Number outside"
          autoFocus
          autoComplete="off"
          maxLength={200}
          value={number}
          onChange={(text) => {
            setNumber(text);
            setMissing(false);
          }}
          error={missing ? 'Write the number that goes on with the call' : undefined}
        />
      ) : (
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
      )}
      <TextArea
        label={isOutside ? 'Note' : 'Note for them'}
        isOptional
        description={
          halfTyped === '' ? undefined : 'What you began on the page does not go along by itself: it stands here.'
        }
        value={note}
        onChange={setNote}
        rows={3}
        maxLength={10_000}
      />
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
