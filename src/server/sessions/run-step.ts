import { valuesIn } from '#contract/account-values.ts';
import type { Command, Rejection } from '#contract/command.ts';
import type { SessionEvent } from '#contract/event.ts';
import { decide } from '#engine/decide.ts';
import type { Given } from '#engine/given.ts';
import type { Program } from '#engine/program.ts';
import type { SessionState } from '#engine/state.ts';
import type { CommandId, SessionId, UserId } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import type { Db } from '#store/connect.ts';
import type { AccountScope } from '#store/scope.ts';
import type { SessionHead, Step } from '#store/step-writer/session-head.ts';
import type { StepOutcome, StepWriter } from '#store/step-writer/step-writer.ts';
import type { Outbox } from '../effects/outbox.ts';
import type { Programs } from '../programs.ts';
import type { CurrentValues, ValuesOfAccount } from '../values/current-values.ts';
import { handedTo } from './handed-to.ts';
import { headOf } from './head.ts';
import { findColleague } from './receiver.ts';
import { requestsIn } from './requests.ts';
import type { SecretMemory } from './secret-memory.ts';

export type Head = SessionHead<SessionState>;

/** What sessions run on: programs, the writer of steps, and what is held beside the database. */
export interface Running {
  readonly db: Db;
  readonly programs: Programs;
  readonly steps: StepWriter<SessionState>;
  readonly secretMemory: SecretMemory;
  readonly outbox: Outbox;
  readonly accountValues: CurrentValues;
}

/** A command as it is to be applied. */
export interface StepOrder {
  readonly session: SessionId;
  readonly id: CommandId;
  readonly command: Command;
  /** Who gives it, as the log says. */
  readonly actor: string;
  now(): Instant;
  /** What only this command is handed, such as the files that it names. */
  readonly given?: Given;
}

/** The engine refused the command. */
export interface Rejected {
  readonly kind: 'rejected';
  readonly rejection: Rejection;
}

export type StepRun<Refusal> = StepOutcome<SessionState, Refusal | Rejected> & {
  /** What this command made happen just now; empty where it was repeated or refused. */
  readonly events: readonly SessionEvent[];
  /** The program that was asked, where it was. */
  readonly program?: Program;
};

/**
 * Applies one command to a session: asks `may` first, decides, and writes. What is asked of the world outside goes into
 * the outbox with the step; secrets go to memory when the step is on disk.
 */
export async function runStep<Refusal>(
  running: Running,
  scope: AccountScope,
  order: StepOrder,
  may: (head: Head, program: Program) => Result<Partial<Step<SessionState>['head']>, Refusal>,
): Promise<StepRun<Refusal>> {
  const { programs, steps, outbox, secretMemory } = running;
  const values = await running.accountValues.both(scope);
  let made:
    | { readonly events: readonly SessionEvent[]; readonly secrets?: JsonObject; readonly program: Program }
    | undefined;
  const colleagues = new Map<string, UserId | null>();
  const apply = (head: Head): Result<Step<SessionState>, Refusal | Rejected | 'no-program' | AskFor> => {
    const program = programs.atHand(scope.account, head, values.live.types);
    if (!program) return fail('no-program');
    const allowed = may(head, program);
    if (!allowed.ok) return allowed;
    const at = order.now();
    const { id, kind } = head;
    const given = {
      ...handed(running, scope, { id, kind, language: head.state.language }, program, values),
      ...order.given,
    };
    const decided = decide(program, head.state, order.command, at, given);
    if (!decided.ok) return fail({ kind: 'rejected', rejection: decided.error });
    const { events, state, secrets } = decided.value;
    const handing = handedTo(events, colleagues);
    if (typeof handing === 'string') return fail({ kind: 'ask-for', colleague: handing });
    made = { events, program, ...(secrets ? { secrets } : {}) };
    return ok({
      actor: order.actor,
      at,
      events,
      effects: requestsIn(events, outbox.home),
      head: { ...headOf(program, state), ...allowed.value, ...handing, state },
    });
  };
  for (;;) {
    const outcome = await steps.submit(scope, order.session, order.id, apply);
    if (outcome.kind === 'refused' && outcome.refusal === 'no-program') {
      // Compiled now, and so at hand for the next attempt.
      await programs.of(scope, running.db, outcome.head);
      continue;
    }
    if (outcome.kind === 'refused' && isAskFor(outcome.refusal)) {
      const { colleague } = outcome.refusal;
      colleagues.set(colleague, await findColleague(scope, running.db, colleague));
      continue;
    }
    if (outcome.kind !== 'written' || !made) return { ...outcome, events: [] } as StepRun<Refusal>;
    secretMemory.keep(scope.account, order.session, made.secrets, outcome.head.state.secrets);
    if (made.events.some(({ kind }) => kind === 'effect-requested')) outbox.wake();
    return { ...outcome, events: made.events, program: made.program };
  }
}

/** The step hands the session to somebody who has to be looked up first. */
interface AskFor {
  readonly kind: 'ask-for';
  readonly colleague: string;
}

function isAskFor(refusal: unknown): refusal is AskFor {
  return typeof refusal === 'object' && refusal !== null && 'kind' in refusal && refusal.kind === 'ask-for';
}

/** What a session is handed with each command, and with each look at its page, beside the time. */
function handed(
  { secretMemory }: Pick<Running, 'secretMemory'>,
  scope: AccountScope,
  session: HandedSession,
  program: Program,
  values: ValuesOfAccount,
): Given {
  const secrets = secretMemory.of(scope.account, session.id);
  const kind = session.kind === 'test' || session.kind === 'practice' ? 'test' : 'live';
  return {
    values: valuesIn(values[kind], session.language, program.sourceLanguage),
    timeZone: values.timeZone,
    ...(secrets ? { secrets } : {}),
  };
}

interface HandedSession {
  readonly id: SessionId;
  readonly kind: string;
  readonly language: string;
}

/** What a session is handed as things are now. */
export async function givenNow(
  running: Pick<Running, 'accountValues' | 'secretMemory'>,
  scope: AccountScope,
  session: HandedSession,
  program: Program,
): Promise<Given> {
  return handed(running, scope, session, program, await running.accountValues.both(scope));
}
