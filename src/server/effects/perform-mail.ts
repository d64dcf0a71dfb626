import type { EffectResult, MailRequest } from '#contract/effect.ts';
import type { SessionEvent } from '#contract/event.ts';
import { listSteps } from '#store/queries/session-steps.ts';
import { findUser } from '#store/queries/users.ts';
import type { AccountScope } from '#store/scope.ts';
import type { Row } from '#store/tables.ts';
import type { Services } from '../services.ts';
import { summaryOf } from '../sessions/summary.ts';
import type { MailMode } from './letter.ts';
import { sendAccountMail } from './mail.ts';

interface MailErrand {
  readonly scope: AccountScope;
  readonly session: Row<'sessions'>;
  readonly request: MailRequest;
  readonly id: string;
  readonly isLive: boolean;
}

/** Sends a mail for a session; that of a test goes to whoever tests. */
export async function performMail(services: Services, errand: MailErrand): Promise<EffectResult> {
  const { scope, session, request, id, isLive } = errand;
  const mode = isLive ? ({ kind: 'live' } as const) : await testerOf(services, session);
  if (!mode)
    return { status: 'failed', code: 'mail.no-tester', message: 'Nobody is there to whom mail of this test could go' };
  const { to, subject, text } = request;
  const attachment = request.summary ? { attachment: await attached(services, scope, session) } : {};
  const result = await sendAccountMail(services, scope, { id, to, subject, text, ...attachment }, mode);
  switch (result.status) {
    case 'done':
      return { status: 'done', value: { refused: result.refused } };
    case 'failed':
      return { status: 'failed', code: result.code, message: result.message };
    case 'timed-out':
      return { status: 'timed-out' };
  }
}

async function testerOf({ db }: Services, { user_id }: Row<'sessions'>): Promise<MailMode | undefined> {
  const user = user_id === null ? undefined : await findUser(db, user_id);
  return user && { kind: 'test', tester: user.email };
}

async function attached({ db, programs }: Services, scope: AccountScope, session: Row<'sessions'>) {
  const program = await programs.of(scope, db, session);
  const steps = await listSteps(scope, db, session.id);
  const events = steps.flatMap((step) => step.events as unknown as readonly SessionEvent[]);
  return { name: 'summary.txt', type: 'text/plain', content: new TextEncoder().encode(summaryOf(program, events)) };
}
