import { showLanguage } from '#prelude/locale.ts';
import { whenText } from '../app/clock.ts';
import type { SessionShown } from './player-frame.tsx';

/** What is known of this session; in tests its variables too. */
export function Information({ session }: { readonly session: SessionShown }) {
  const { page, variables } = session;
  const rows: readonly (readonly [string, string])[] = [
    ...(page
      ? ([
          ['Language', showLanguage(page.language)],
          ['Started', whenText(page.startedAt, Date.now())],
        ] as const)
      : []),
    ['Session', session.id],
  ];
  return (
    <section className="desk-information" aria-label="Information">
      <h2>Information</h2>
      <dl>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {Object.entries(variables ?? {}).map(([key, value]) => (
          <div key={key}>
            <dt>
              <code>{key}</code>
            </dt>
            <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
