import type { Command, Rejection } from '#contract/command.ts';
import type { SessionEvent } from '#contract/event.ts';
import { decide } from '#engine/decide.ts';
import { evolve } from '#engine/evolve.ts';
import type { Given } from '#engine/given.ts';
import type { Program } from '#engine/program.ts';
import type { SessionState } from '#engine/state.ts';
import type { CommandId, SessionId } from '#prelude/ids.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import type { Db } from '#store/connect.ts';
import { listSteps } from '#store/queries/session-steps.ts';
import type { SessionHead, Step } from '#store/step-writer/session-head.ts';
import type { StepWriter } from '#store/step-writer/step-writer.ts';
import type { Programs } from '../programs.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Member } from '../who.ts';
import { headOf } from './head.ts';
import { namedFiles } from './named-files.ts';
import { isTimedOut, mayTakeOver, type PresentableSession, pinnedProgram, presentSession } from './present.ts';

export type Head = SessionHead<SessionState>;

/** Why a command was not applied to the session as it stood. */
type NotApplied =
  | { readonly kind: 'no-program' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'stale' }
  | Rejected;

export interface CommandOrder {
  readonly session: SessionId;
  readonly id: CommandId;
  /** The number of the step that the asker saw last. */
  readonly expects: number;
  readonly command: Command;
}

interface Applying {
  readonly who: Member;
  readonly db: Db;
  readonly programs: Programs;
  readonly steps: StepWriter<SessionState>;
  readonly now: () => number;
}

export interface Applied {
  readonly session: PresentableSession;
  readonly program: Program;
}

/** Applies a command to a session. What is answered is on disk; a repeated id gets the answer that it got. */
export async function applyCommand(applying: Applying, order: CommandOrder): Promise<Result<Applied, Refusal>> {
  const { who, programs, steps, now } = applying;
  const files = await namedFiles(applying, order);
  for (;;) {
    const outcome = await steps.submit(
      who.scope,
      order.session,
      order.id,
      (head): Result<Step<SessionState>, NotApplied> => {
        const program = programs.atHand(head.content_hash);
        if (!program) return fail({ kind: 'no-program' });
        const allowed = mayCommand(head, who, order.command);
        if (allowed !== 'yes') return fail({ kind: allowed });
        if (order.expects !== head.seq) return fail({ kind: 'stale' });
        return stepOf(program, head, order.command, who.person.id, now(), { files });
      },
    );
    if (outcome.kind === 'missing') return refuse('not-found');
    const { head } = outcome;
    const program = await pinnedProgram(applying, head);
    if (outcome.kind === 'refused') {
      // Compiled now, and so at hand for the next attempt.
      if (outcome.refusal.kind === 'no-program') continue;
      return refusalOf(outcome.refusal, head, program, who);
    }
    // A repeated command was applied when the asker had the right to; the answer is theirs while they may see it.
    if (outcome.kind === 'repeated' && mayCommand(head, who, order.command) === 'hidden') return refuse('not-found');
    const session = outcome.kind === 'repeated' ? await asItWas(applying, head, outcome.seq) : head;
    return ok({ session, program });
  }
}

interface Rejected {
  readonly kind: 'rejected';
  readonly rejection: Rejection;
}

/** One step by one command: what the engine decides, as the store keeps it. */
export function stepOf(
  program: Program,
  head: Head,
  command: Command,
  actor: string,
  at: number,
  given: Given = {},
): Result<Step<SessionState>, Rejected> {
  const decided = decide(program, head.state, command, at, given);
  if (!decided.ok) return fail({ kind: 'rejected', rejection: decided.error });
  const { events, state } = decided.value;
  const takenOver = isTimedOut(head.state) && !isTimedOut(state) ? { user_id: actor as Head['user_id'] } : {};
  return ok({
    actor,
    at,
    events,
    head: { ...headOf(program, state), ...takenOver, state },
  });
}

function mayCommand(head: Head, who: Member, command: Command): 'yes' | 'hidden' | 'forbidden' {
  if (isTimedOut(head.state) && command.kind === 'resume') {
    if (mayTakeOver(head.state, who)) return 'yes';
    return head.user_id === who.person.id ? 'forbidden' : 'hidden';
  }
  return head.user_id === who.person.id ? 'yes' : 'hidden';
}

function refusalOf(
  reason: Exclude<NotApplied, { kind: 'no-program' }>,
  head: Head,
  program: Program,
  who: Member,
): { readonly ok: false; readonly error: Refusal } {
  switch (reason.kind) {
    case 'hidden':
      return refuse('not-found');
    case 'forbidden':
      return refuse('permission.missing');
    case 'stale':
      return refuse('session.stale', { beside: { session: presentSession(program, head, who) } });
    case 'rejected': {
      const { code, message, fields } = reason.rejection;
      if (code === 'answer.refused') return refuse(code, { detail: message, fields: fields ?? [] });
      return refuse('command.refused', { detail: message, beside: { reason: code } });
    }
  }
}

/** The session after the step that a repeated command made. */
async function asItWas({ who, db }: Applying, head: Head, seq: number): Promise<PresentableSession> {
  if (seq === head.seq) return head;
  const steps = await listSteps(who.scope, db, head.id, seq);
  const events = steps.flatMap((step) => step.events as unknown as readonly SessionEvent[]);
  return { ...head, seq, state: evolve(undefined, events) };
}
