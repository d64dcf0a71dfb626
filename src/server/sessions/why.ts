import type { WhyReason } from '#api/sessions.ts';
import type { SessionEvent } from '#contract/event.ts';
import type { Program } from '#engine/program.ts';
import { whyInWords } from '#engine/why-in-words.ts';
import type { Db } from '#store/connect.ts';
import type { Step } from '#store/queries/session-steps.ts';
import { namesOf } from '../names.ts';
import type { Member } from '../who.ts';
import { SERVER_ACTOR } from './steps.ts';

/**
 * Why a session came to a visit, in sentences with who made it so and when: an event is of the step it was written with.
 *
 * @param visit the newest unless said
 */
export async function presentWhy(
  { who, db }: { readonly who: Member; readonly db: Db },
  program: Program,
  steps: readonly Step[],
  visit?: number,
): Promise<WhyReason[]> {
  const written = steps.flatMap((step) =>
    (step.events as unknown as readonly SessionEvent[]).map((event) => ({ event, step })),
  );
  const reasons = whyInWords(
    program,
    written.map(({ event }) => event),
    visit,
  ).flatMap(({ event, ...reason }) => {
    const step = written[event]?.step;
    return step ? [{ ...reason, step }] : [];
  });
  const names = await namesOf(
    who.scope,
    db,
    reasons.map(({ step }) => step.actor),
  );
  return reasons.map(({ step: { at, actor }, ...reason }) => ({
    ...reason,
    at,
    by: actor === SERVER_ACTOR ? null : names.of(actor),
  }));
}
