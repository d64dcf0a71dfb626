import { useQuery } from '@tanstack/react-query';
import type { AccountValueKey } from '#api/identifier.ts';
import { valueRoutes } from '#api/values.ts';
import { Loaded } from '../app/loaded.tsx';
import { useAccountId } from '../app/who.tsx';
import { reading } from '../data/reading.ts';
import { ReferenceList } from '../references/reference-list.tsx';

/** Which versions and working copies read a value. */
export function ValueUses({ value }: { readonly value: AccountValueKey }) {
  const account = useAccountId();
  const uses = useQuery(reading(valueRoutes.uses, { account, value }));
  return (
    <Loaded query={uses} lines={3}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="wc-muted">
            No live version, draft or working copy reads it. Write <code>{`{values.${value}}`}</code> in a text of the
            designer.
          </p>
        ) : (
          <ReferenceList references={items} />
        )
      }
    </Loaded>
  );
}
