import type { EffectResult } from '#contract/effect.ts';
import { accept } from './accept.ts';
import { keepOutputs } from './call.ts';
import type { ModelSession, Spent } from './session.ts';
import type { Asked } from './world.ts';

/** The result of what the element at hand asked for outside is there. */
export function resumed(session: ModelSession, result: EffectResult, asked: Asked, spent: Spent): undefined {
  const { element } = session;
  const done = result.status === 'done' ? result : undefined;
  const response = { response: done?.value ?? null, http_status: done?.http ?? 200 };
  switch (element.type) {
    case 'integration': {
      const exit = done ? 'done' : result.status === 'timed-out' ? 'timed_out' : 'failed';
      if (done) keepOutputs(session, element.outputs, response)();
      return session.leave(exit, {
        spent,
        unconnected: done ? 'completed' : 'problem',
      });
    }
    case 'email':
      return session.leave(done ? 'next' : 'failed', { spent, unconnected: done ? 'completed' : 'problem' });
    case 'wait': {
      if (result.status === 'failed') return session.fail(result.code, spent);
      const { until } = element;
      const sets = done !== undefined && until.kind === 'event' && until.outputs.length > 0;
      if (sets) keepOutputs(session, until.outputs, { event: done.value ?? null })();
      const hasLimit = until.kind === 'event' && until.limit !== undefined;
      return session.leave(done || !hasLimit ? 'next' : 'timed_out', {
        spent,
        unconnected: done || !hasLimit ? 'completed' : 'problem',
      });
    }
    case 'question':
      return verified(session, result, asked, spent);
    default:
      throw new Error(`${session.at} asks for nothing`);
  }
}

/** A check outside of an answer: it is taken where the check holds, or where somebody goes on without it. */
function verified(session: ModelSession, result: EffectResult, asked: Asked, spent: Spent): undefined {
  const { element } = session;
  if (element.type !== 'question' || !element.verify || asked.answer === undefined) throw new Error('No check');
  const { verify, answer } = element;
  const taken = accept(session, asked.answer);
  const turnDown = (code: string): undefined => {
    session.problems = [code];
    if (asked.answer !== undefined) session.turnedDown[session.at] = asked.answer;
    session.tell({
      kind: 'answer-turned-down',
      n: session.visit.n,
      element: session.at,
      answer: asked.answer as never,
      problems: [code],
    });
  };
  if (!taken.ok) return turnDown(taken.code);
  if (result.status === 'skipped') return session.leaveWith(taken, spent);
  if (result.status !== 'done') return turnDown('answer.not-verified');
  const response = { response: result.value ?? null, http_status: result.http ?? 200 };
  const holds = session.value(verify.valid, { ...response, [answer.variable]: asked.answer }).value === true;
  if (!holds) return turnDown('answer.check');
  session.leaveWith(taken, spent, keepOutputs(session, verify.outputs, response));
}
