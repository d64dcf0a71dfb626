import { useQuery } from '@tanstack/react-query';
import type { ChangeRequest } from '#api/change-requests.ts';
import { reportRoutes } from '#api/reports.ts';
import { Badge } from '#ui/badge.tsx';
import { Loaded } from '../app/loaded.tsx';
import { useAccountId, useMay } from '../app/who.tsx';
import { reading } from '../data/reading.ts';
import { ENOUGH } from '../reports/few-warning.tsx';
import { countWords } from '../words/count.ts';
import { FIGURES } from './figures.ts';
import './effect.css';

/** What the version that answered the request measures today, beside what was measured then. */
export function Effect({ request }: { readonly request: ChangeRequest }) {
  const account = useAccountId();
  const mayReport = useMay('reports.read');
  const { element, answeredBy } = request;
  const isMeasured = mayReport && request.status === 'closed' && element !== null && answeredBy !== null;
  const flow = useQuery({
    ...reading(
      reportRoutes.flow,
      { account },
      { interaction: request.interaction.id, versions: String(answeredBy ?? 1) },
    ),
    enabled: isMeasured,
  });
  if (!isMeasured) return null;
  return (
    <section className="wc-stack-tight">
      <h3>Effect since version {answeredBy}</h3>
      <Loaded query={flow} lines={3}>
        {({ elements }) => {
          const now = elements[element];
          if (!now || now.time.n === 0) {
            return <p className="wc-muted">Nobody has come to this element in version {answeredBy} yet.</p>;
          }
          const rows = FIGURES.flatMap((face) => {
            const before = request.figures[face.id];
            const after = face.of(now);
            return face.isLessBetter !== null && typeof before === 'number' && after !== null
              ? [{ face, before, after }]
              : [];
          });
          return (
            <>
              <table className="wc-effect">
                <caption className="wm-hidden">Figures before and after</caption>
                <thead>
                  <tr>
                    <th scope="col">Figure</th>
                    <th scope="col">Before</th>
                    <th scope="col">After</th>
                    <td />
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ face, before, after }) => (
                    <tr key={face.id}>
                      <th scope="row">{face.title}</th>
                      <td>{face.words(before)}</td>
                      <td>{face.words(after)}</td>
                      <td>{verdict(before, after)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <p className="wc-muted">
                After: n = {countWords(now.time.n)}.
                {now.time.n < ENOUGH ? ' Too few to tell an effect from chance.' : ''}
              </p>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function verdict(before: number, after: number) {
  if (after === before) return <Badge>Same</Badge>;
  return after < before ? <Badge tone="success">Lower</Badge> : <Badge tone="warning">Higher</Badge>;
}
