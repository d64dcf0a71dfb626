import { useQuery } from '@tanstack/react-query';
import { type Outcome, outcomeRoutes } from '#api/outcomes.ts';
import { Loaded } from '../app/loaded.tsx';
import { useAccountId } from '../app/who.tsx';
import { reading } from '../data/reading.ts';
import { ReferenceList } from '../references/reference-list.tsx';
import { counted } from '../words/count.ts';

/** Which versions and working copies end with an outcome, and how many sessions did. */
export function OutcomeUses({ outcome }: { readonly outcome: Outcome }) {
  const account = useAccountId();
  const uses = useQuery(reading(outcomeRoutes.uses, { account, outcome: outcome.key }));
  return (
    <section className="wc-stack-tight">
      <h3>Used in</h3>
      <Loaded query={uses} lines={2}>
        {({ items, sessions }) => (
          <>
            <p className="wc-muted">
              {sessions === 0 ? 'No session ended so yet.' : `${counted(sessions, 'session')} ended so.`}{' '}
              {items.length === 0 ? 'No End element gives it.' : null}
            </p>
            <ReferenceList references={items} />
          </>
        )}
      </Loaded>
    </section>
  );
}
