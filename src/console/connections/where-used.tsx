import { useInfiniteQuery } from '@tanstack/react-query';
import { connectionRoutes } from '#api/connections.ts';
import type { ConnectionKey } from '#prelude/ids.ts';
import { Loaded } from '../app/loaded.tsx';
import { ShowMore } from '../app/show-more.tsx';
import { useAccountId } from '../app/who.tsx';
import { readingPages } from '../data/reading.ts';
import { ReferenceList } from '../references/reference-list.tsx';

/** Which Interactions call the connection. */
export function WhereUsed({ connection }: { readonly connection: ConnectionKey }) {
  const account = useAccountId();
  const query = useInfiniteQuery(readingPages(connectionRoutes.uses, { account, connection }, {}));
  return (
    <section className="wc-card wc-stack">
      <h2>Where it is used</h2>
      <Loaded query={query} lines={2}>
        {({ pages }) => {
          const uses = pages.flatMap(({ items }) => items);
          if (uses.length === 0) {
            return (
              <p className="wc-muted">No version and no working copy calls it. Retired versions are not counted.</p>
            );
          }
          return <ReferenceList references={uses} />;
        }}
      </Loaded>
      <ShowMore query={query}>Show more</ShowMore>
    </section>
  );
}
