import { useQuery } from '@tanstack/react-query';
import { sessionRoutes } from '#api/sessions.ts';
import type { SessionId } from '#prelude/ids.ts';
import { Reasons } from '#ui/reasons.tsx';
import { Loaded } from '../app/loaded.tsx';
import { useAccountId } from '../app/who.tsx';
import { reading } from '../data/reading.ts';

/** What led to a visit: the answers, rules and values on the way from the page before. */
export function WhyHere({ session, visit }: { readonly session: SessionId; readonly visit: number }) {
  const account = useAccountId();
  const query = useQuery(reading(sessionRoutes.why, { account, session }, { visit }));
  return (
    <Loaded query={query}>
      {({ items }) => (
        <Reasons
          reasons={items.map(({ words }) => ({ words }))}
          none="Nothing is written down of the way to this page."
        />
      )}
    </Loaded>
  );
}
