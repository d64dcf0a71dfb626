import type { CallMethod } from '#api/connections.ts';
import { TRIAL_TEXT, type Trial } from '#api/trial.ts';
import { ok, type Result } from '#prelude/result.ts';
import type { Row } from '#store/tables.ts';
import { mediaType } from '../effects/answer-body.ts';
import { credentialsOf, requestOf, secretOf } from '../effects/call-connection.ts';
import { guardedCall } from '../effects/guarded-http.ts';
import { maskSecrets } from '../effects/mask-secrets.ts';
import type { CallBody } from '../effects/outgoing-call.ts';
import { type CallResult, type EffectFailed, effectFailed } from '../effects/results.ts';
import { readXml } from '../effects/xml.ts';
import { readSafeJson } from '../http/safe-json.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Services } from '../services.ts';
import type { Member } from '../who.ts';
import { settingsOf } from './settings.ts';

/**
 * Makes one call with the test settings, once, whatever came of earlier ones, and shows what comes back without the
 * secrets that were sent.
 */
export async function tryConnection(
  services: Pick<Services, 'secrets' | 'outgoing' | 'ids'>,
  who: Member,
  row: Row<'connections'>,
  asked: { readonly method: CallMethod; readonly path: string; readonly body?: string | undefined },
): Promise<Result<Trial, Refusal>> {
  const found = settingsOf(row, 'test');
  if (!found) return refuse('connection.not-set-up');
  const body = bodyOf(asked.body);
  if (!body.ok) return ok(trialOf(body.error, []));
  const call = { connection: row.key, side: 'test', method: asked.method, path: asked.path } as const;
  const withBody = body.value === undefined ? call : { ...call, body: body.value };
  const request = requestOf(services, who.scope, found, { ...withBody, id: services.ids.make('try') });
  if (!request.ok) return ok(trialOf(request.error, []));
  const secret = secretOf(services.secrets, who.scope, found, call);
  const credentials = secret.ok ? credentialsOf(found, secret.value) : undefined;
  const sent = credentials?.value.replace(/^(Basic|Bearer) /, '') ?? '';
  const hidden = [secret.ok ? secret.value : '', sent];
  return ok(trialOf(await guardedCall(services.outgoing, request.value), hidden));
}

function bodyOf(text: string | undefined): Result<CallBody | undefined, EffectFailed> {
  if (text === undefined || text.trim() === '') return ok(undefined);
  const json = readSafeJson(text);
  if (json.ok) return ok({ kind: 'json', value: json.value });
  if (readXml(text).ok) return ok({ kind: 'xml', text });
  const detail = 'What is to be sent is neither sound JSON nor sound XML';
  return { ok: false, error: effectFailed('call.bad-request', { detail }) };
}

function trialOf(result: CallResult, hidden: readonly string[]): Trial {
  const shown = shownOf(result);
  const text = maskSecrets(
    shown.text,
    hidden.filter((one) => one !== ''),
  );
  return {
    status: result.status,
    code: result.status === 'failed' ? result.code : null,
    message: messageOf(result),
    took: result.took,
    http: shown.http,
    type: shown.type,
    text: text.slice(0, TRIAL_TEXT),
    cut: text.length > TRIAL_TEXT,
  };
}

function shownOf(result: CallResult): Pick<Trial, 'http' | 'type' | 'text'> {
  if (result.status === 'done') {
    const type = mediaType(result.headers['content-type'] ?? '');
    return { http: result.http, type: type || null, text: result.body.text };
  }
  if (result.status === 'failed' && result.answer) {
    const { http, type, text } = result.answer;
    return { http, type: mediaType(type) || null, text };
  }
  return { http: null, type: null, text: '' };
}

function messageOf(result: CallResult): string {
  if (result.status !== 'done') return result.message;
  if (result.http < 400) return 'The outside system answered.';
  return 'The outside system answered, but not with what was asked for. An Integration would take its exit for failures.';
}
