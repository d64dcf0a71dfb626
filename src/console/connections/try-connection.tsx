import { useState } from 'react';
import { CALL_METHODS, type CallMethod, type Connection, connectionRoutes } from '#api/connections.ts';
import { Button } from '#ui/button.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useAccountId } from '../app/who.tsx';
import { useWriting } from '../data/writing.ts';
import { TrialResult } from '../trials/trial-result.tsx';
import './try-connection.css';

const METHODS = CALL_METHODS.map((method) => ({ id: method, label: method }));

/** Makes one call with the test settings as they are stored. */
export function TryConnection({ connection }: { readonly connection: Connection }) {
  const account = useAccountId();
  const [method, setMethod] = useState<CallMethod>('GET');
  const [path, setPath] = useState('');
  const [body, setBody] = useState('');
  const attempt = useWriting(connectionRoutes.try);
  const mayTry = connection.abilities.includes('try');
  const hasBody = method !== 'GET' && method !== 'DELETE';
  return (
    <section className="wc-card wc-stack">
      <h2>Try it</h2>
      {mayTry ? (
        <p className="wc-muted">One call with the test settings as they were last saved.</p>
      ) : (
        <p className="wc-muted">Enter and save the test settings, then try them here.</p>
      )}
      {mayTry ? (
        <form
          className="wc-stack"
          onSubmit={(event) => {
            event.preventDefault();
            const params = { account, connection: connection.key };
            attempt.mutate({ params, body: { method, path, ...(hasBody ? { body } : {}) } });
          }}
        >
          <div className="wc-try">
            <Select<CallMethod> label="Method" options={METHODS} value={method} onChange={setMethod} />
            <TextField
              label="Path"
              value={path}
              onChange={setPath}
              placeholder="/customers/17"
              autoComplete="off"
              isOptional
            />
          </div>
          {hasBody ? (
            <TextArea label="Body" description="JSON or XML." value={body} onChange={setBody} rows={4} isOptional />
          ) : null}
          <div>
            <Button type="submit" isPending={attempt.isPending}>
              Try it
            </Button>
          </div>
          {attempt.error ? <FailureBanner error={attempt.error} /> : null}
          {attempt.data && !attempt.isPending ? <TrialResult trial={attempt.data} /> : null}
        </form>
      ) : null}
    </section>
  );
}
