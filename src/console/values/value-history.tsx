import { useInfiniteQuery } from '@tanstack/react-query';
import { type AccountValue, type ValueChange, valueRoutes } from '#api/values.ts';
import type { Json } from '#prelude/json.ts';
import { Loaded } from '../app/loaded.tsx';
import { Moment } from '../app/moment.tsx';
import { ShowMore } from '../app/show-more.tsx';
import { useAccountId } from '../app/who.tsx';
import { readingPages } from '../data/reading.ts';
import { valueLines } from './words.ts';

const DID = { made: 'made it', changed: 'changed it', deleted: 'deleted it' } as const satisfies Record<
  ValueChange['did'],
  string
>;

const PARTS = [
  ['label', 'Name'],
  ['description', 'Description'],
  ['live', 'Live'],
  ['test', 'In test runs'],
] as const;

/** Every change of a value, the newest first: who, when, from what to what. */
export function ValueHistory({ value }: { readonly value: AccountValue }) {
  const account = useAccountId();
  const history = useInfiniteQuery(readingPages(valueRoutes.history, { account, value: value.key }, { limit: 10 }));
  return (
    <Loaded query={history} lines={4}>
      {({ pages }) => (
        <div className="wc-value-history">
          <ol className="wc-value-history" aria-label="Changes">
            {pages
              .flatMap((page) => page.items)
              .map((change) => (
                <li key={change.number} className="wc-stack-tight">
                  <span>
                    <strong>{change.by.name}</strong> {DID[change.did]}{' '}
                    <span className="wc-muted">
                      <Moment at={change.at} />
                    </span>
                  </span>
                  {change.why ? <span className="wc-quote">“{change.why}”</span> : null}
                  <Differences type={value.type} change={change} />
                </li>
              ))}
          </ol>
          <ShowMore query={history}>Show older changes</ShowMore>
        </div>
      )}
    </Loaded>
  );
}

function Differences({ type, change }: { readonly type: AccountValue['type']; readonly change: ValueChange }) {
  const parts = PARTS.filter(
    ([part]) => Object.hasOwn(change.after, part) || Object.hasOwn(change.before, part),
  ).filter(
    // What was left empty when it was made says nothing.
    ([part]) => change.did === 'changed' || !isNothing(change.after[part] ?? change.before[part]),
  );
  return (
    <dl>
      {parts.map(([part, label]) => (
        <div key={part} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>
            {change.did === 'made' ? null : (
              <>
                <span className="wm-hidden">from </span>
                <del className="wc-value-was">{partWords(type, part, change.before[part], change.after[part])}</del>
                {change.did === 'deleted' ? null : <br />}
              </>
            )}
            {change.did === 'deleted' ? null : (
              <ins>{partWords(type, part, change.after[part], change.before[part])}</ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function isNothing(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '';
}

function partWords(
  type: AccountValue['type'],
  part: (typeof PARTS)[number][0],
  value: Json | undefined,
  other: Json | undefined,
): string {
  if (part === 'test' && (value === null || value === undefined)) return 'The same as live';
  if (part === 'label' || part === 'description') return String(value ?? '') || 'Nothing';
  return value === undefined ? '' : valueLines(type, value, other).join('\n') || 'Nothing';
}
