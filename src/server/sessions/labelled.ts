import type { SessionBody } from '#api/sessions.ts';
import type { Program } from '#engine/program.ts';
import type { SessionState } from '#engine/state.ts';
import type { Db } from '#store/connect.ts';
import { isNamed, knownOutcomes, labelOf } from '../outcomes/known.ts';
import type { Member } from '../who.ts';
import { readState } from './head.ts';
import type { PresentableSession } from './present.ts';

/** A session that is over with what the account calls its outcome; one that goes on as it is, without asking anything. */
export async function labelled(
  { who, db }: { readonly who: Member; readonly db: Db },
  body: SessionBody,
  { session, program }: { readonly session: PresentableSession; readonly program: Program },
): Promise<SessionBody> {
  if (body.outcome === undefined) return body;
  const { language } = readState(session.state as SessionState & { readonly [key: string]: never });
  const outcomes = await knownOutcomes(who.scope, db);
  if (!isNamed(outcomes, body.outcome)) return body;
  return { ...body, outcomeLabel: labelOf(outcomes, body.outcome, language, program.sourceLanguage) };
}
