import type { Trial } from '#api/trial.ts';
import { Badge } from '#ui/badge.tsx';
import { Banner } from '#ui/banner.tsx';
import { countWords } from '../words/count.ts';
import './trial-result.css';

/** What came of trying a connection or the mail server. */
export function TrialResult({ trial }: { readonly trial: Trial }) {
  const { status, http, took, type, text, cut, message, code } = trial;
  const isWell = status === 'done' && (http === null || http < 400);
  const facts = [http === null ? null : `HTTP ${http}`, took === 0 ? null : `${countWords(took)} ms`, type].filter(
    (one) => one !== null,
  );
  return (
    <div className="wc-stack-tight" role="status">
      {status === 'done' ? (
        <p className="wc-row">
          <Badge tone={isWell ? 'success' : 'warning'}>{isWell ? 'It works' : 'It answers'}</Badge>
          <span className="wc-muted">{facts.join(' · ')}</span>
        </p>
      ) : (
        <Banner
          tone="danger"
          title={status === 'failed' ? 'It failed' : 'It timed out'}
          {...(code === null ? {} : { code })}
        >
          {message}
          {facts.length === 0 ? null : ` (${facts.join(' · ')})`}
        </Banner>
      )}
      {status === 'done' ? <p>{message}</p> : null}
      {text === '' ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
        <section className="wc-trial-text" tabIndex={0} aria-label="The answer">
          {readable(text, type, cut)}
        </section>
      )}
      {cut ? <p className="wc-muted">These are its first {countWords(text.length)} characters.</p> : null}
    </div>
  );
}

/** JSON with its lines and indents, where all of it is there. */
function readable(text: string, type: string | null, cut: boolean): string {
  if (cut || !type?.endsWith('json')) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
