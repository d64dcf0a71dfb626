import type { SessionBody } from '#api/sessions.ts';
import type { Command } from '#contract/command.ts';
import type { SessionEvent } from '#contract/event.ts';
import { evolve } from '#engine/evolve.ts';
import type { Program } from '#engine/program.ts';
import type { CommandId, SessionId } from '#prelude/ids.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import { listSteps } from '#store/queries/session-steps.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Member } from '../who.ts';
import { type Circle, circleOf, isWithin, mayTake } from './circle.ts';
import { namedFiles } from './named-files.ts';
import { isTimedOut, mayTakeOver, type PresentableSession, pinnedProgram, presentSession } from './present.ts';
import { receives } from './receiver.ts';
import { givenNow, type Head, type Rejected, type Running, runStep } from './run-step.ts';

/** Why a command was not applied to the session as it stood. */
type NotApplied = { readonly kind: 'hidden' | 'forbidden' | 'stale' } | Rejected;

export interface CommandOrder {
  readonly session: SessionId;
  readonly id: CommandId;
  /** The number of the step that the asker saw last. */
  readonly expects: number;
  readonly command: Command;
}

interface Applying extends Running {
  readonly who: Member;
  readonly now: () => number;
}

export interface Applied {
  readonly session: PresentableSession;
  readonly program: Program;
  /** What this command made happen: of a repeated one what it made happen then. */
  readonly events: readonly SessionEvent[];
}

/** Applies a command to a session. What is answered is on disk; a repeated id gets the answer that it got. */
export async function applyCommand(applying: Applying, order: CommandOrder): Promise<Result<Applied, Refusal>> {
  const { who, now } = applying;
  const { session, id, command } = order;
  if (!(await receives(applying, command))) {
    return refuse('command.refused', { detail: NOT_OF_THE_ACCOUNT, beside: { reason: 'transfer.nobody' } });
  }
  const files = await namedFiles(applying, order);
  // Only what rests can be taken over from others; every other step need not ask who is in which team.
  const circle = command.kind === 'resume' ? await circleOf(applying) : NOBODY_ELSE;
  const step = { session, id, command, actor: who.person.id, now, given: { files } };
  const outcome = await runStep<{ readonly kind: 'hidden' | 'forbidden' | 'stale' }>(
    applying,
    who.scope,
    step,
    (head) => {
      const allowed = mayCommand(head, who, command, circle);
      if (allowed !== 'yes') return fail({ kind: allowed });
      if (order.expects !== head.seq) return fail({ kind: 'stale' });
      // Whoever resumes what was left to others has it from then on.
      return ok(command.kind === 'resume' ? { user_id: who.person.id } : {});
    },
  );
  if (outcome.kind === 'missing') return refuse('not-found');
  const { head } = outcome;
  const program = outcome.program ?? (await pinnedProgram(applying, head));
  if (outcome.kind === 'refused') {
    const given = await givenNow(applying, who.scope, { ...head, language: head.state.language }, program);
    return refusalOf(outcome.refusal, () => presentSession(program, head, who, { given }));
  }
  if (outcome.kind === 'written') return ok({ session: head, program, events: outcome.events });
  // A repeated command was applied when the asker had the right to; the answer is theirs while they may see it.
  if (mayCommand(head, who, command, circle) === 'hidden') return refuse('not-found');
  return ok({ program, ...(await asItWas(applying, head, outcome.seq)) });
}

const NOT_OF_THE_ACCOUNT = 'Whom the session is to go to is not there; choose a colleague or a team of this account.';

const NOBODY_ELSE: Circle = { everybody: false, users: [], teams: [] };

/** Whether a person may give a command: it is their session, or one of their teams’ that nobody has taken yet. */
function mayCommand(head: Head, who: Member, command: Command, circle: Circle): 'yes' | 'hidden' | 'forbidden' {
  const isOwn = head.user_id === who.person.id;
  if (isTimedOut(head.state) && command.kind === 'resume') {
    if (!isOwn && !isWithin(circle, head)) return 'hidden';
    if (mayTakeOver(head.state, who)) return 'yes';
    return isOwn ? 'forbidden' : 'hidden';
  }
  if (command.kind === 'resume' && mayTake(circle, head)) return 'yes';
  return isOwn ? 'yes' : 'hidden';
}

function refusalOf(reason: NotApplied, present: () => SessionBody): { readonly ok: false; readonly error: Refusal } {
  switch (reason.kind) {
    case 'hidden':
      return refuse('not-found');
    case 'forbidden':
      return refuse('permission.missing');
    case 'stale':
      return refuse('session.stale', { beside: { session: present() } });
    case 'rejected': {
      const { code, message, fields } = reason.rejection;
      if (code === 'answer.refused') return refuse(code, { detail: message, fields: fields ?? [] });
      return refuse('command.refused', { detail: message, beside: { reason: code } });
    }
  }
}

/** The session after the step that a repeated command made, and what that step made happen. */
async function asItWas(
  { who, db }: Applying,
  head: Head,
  seq: number,
): Promise<{ readonly session: PresentableSession; readonly events: readonly SessionEvent[] }> {
  const steps = await listSteps(who.scope, db, head.id, seq);
  const eventsOf = (step: (typeof steps)[number] | undefined) => (step?.events ?? []) as unknown as SessionEvent[];
  const session = seq === head.seq ? head : { ...head, seq, state: evolve(undefined, steps.flatMap(eventsOf)) };
  return { session, events: eventsOf(steps.at(-1)) };
}
