import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mailRoutes } from '#api/mail.ts';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { showToast } from '#ui/toasts.ts';
import { Loaded } from '../app/loaded.tsx';
import { useAccountId } from '../app/who.tsx';
import { readingTagged } from '../data/reading.ts';
import { useWriting } from '../data/writing.ts';
import { TrialResult } from '../trials/trial-result.tsx';
import { MailForm } from './mail-form.tsx';

/** The mail server through which Interactions send. */
export function Mail() {
  const account = useAccountId();
  const query = useQuery(readingTagged(mailRoutes.read, { account }));
  const [begun, setBegun] = useState(0);
  const beginAnew = () => setBegun((times) => times + 1);
  return (
    <Loaded query={query} lines={8}>
      {(read) => (
        <div className="wc-stack wc-mail">
          <p className="wc-muted">
            Interactions send mail through this server. Mail of test runs goes to whoever tests, and to nobody else.
          </p>
          <MailForm key={begun} read={read} onSaved={beginAnew} onReload={() => void query.refetch().then(beginAnew)} />
          {read.value.abilities.includes('try') ? <TryMail /> : null}
          <RemoveMail isThere={read.value.abilities.includes('remove')} onRemoved={beginAnew} />
        </div>
      )}
    </Loaded>
  );
}

function TryMail() {
  const account = useAccountId();
  const attempt = useWriting(mailRoutes.try);
  return (
    <section className="wc-card wc-stack">
      <h2>Try it</h2>
      <p className="wc-muted">Sends a mail to yourself, with the settings as they were last saved.</p>
      <div>
        <Button onPress={() => attempt.mutate({ params: { account } })} isPending={attempt.isPending}>
          Send me a test mail
        </Button>
      </div>
      {attempt.error ? <FailureBanner error={attempt.error} /> : null}
      {attempt.data && !attempt.isPending ? <TrialResult trial={attempt.data} /> : null}
    </section>
  );
}

/** It stays when there is nothing to remove any more, so that it can say that it is done. */
function RemoveMail({ isThere, onRemoved }: { readonly isThere: boolean; readonly onRemoved: () => void }) {
  const account = useAccountId();
  const [isAsking, setAsking] = useState(false);
  const remove = useWriting(mailRoutes.remove, () => {
    showToast({ text: 'Mail server removed' });
    setAsking(false);
  });
  if (!isThere) return null;
  return (
    <div>
      <Button onPress={() => setAsking(true)}>Remove the mail server …</Button>
      <ConfirmDialog
        title="Remove the mail server?"
        confirmLabel="Remove mail server"
        isOpen={isAsking}
        isDestructive
        isPending={remove.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() => remove.mutate({ params: { account } }, { onSuccess: onRemoved })}
      >
        <div className="wc-stack">
          <p>Its password is gone at once. Interactions send no mail until another server is entered.</p>
          {remove.error ? <FailureBanner error={remove.error} /> : null}
        </div>
      </ConfirmDialog>
    </div>
  );
}
