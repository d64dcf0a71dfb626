import { ENGINE_EXITS, type SessionEvent } from '#contract/event.ts';
import type { ElementPath } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';

/** A page that was left forward, on the way that counts in the end. */
export interface PassedAnswer {
  readonly n: number;
  readonly at: ElementPath;
  /** Left out: none was given, or it is secret. */
  readonly answer?: Json;
  readonly isSecret: boolean;
}

/** The pages that a session passed, without those that going back has cut off. */
export function passedPages(events: readonly SessionEvent[]): readonly PassedAnswer[] {
  const given = new Map<number, SessionEvent & { kind: 'answer-given' }>();
  let passed: PassedAnswer[] = [];
  for (const event of events) {
    if (event.kind === 'answer-given') given.set(event.n, event);
    if (event.kind === 'went-back') passed = passed.filter(({ n }) => n < event.to);
    if (event.kind !== 'element-left' || event.passed || !isForward(event)) continue;
    const { n, element: at } = event;
    const answer = given.get(n);
    passed.push({
      n,
      at,
      isSecret: answer !== undefined && answer.answer === undefined,
      ...(answer?.answer === undefined ? {} : { answer: answer.answer }),
    });
  }
  return passed;
}

/** By an exit of its own; `end` stands for one to which nothing is connected. */
function isForward({ exit, through }: SessionEvent & { kind: 'element-left' }): boolean {
  return through !== undefined || !ENGINE_EXITS.some((own) => own === exit);
}

/** How requests to the world outside ended where they did not just succeed: as tests give it, by element. */
export function failedEffects(events: readonly SessionEvent[]): JsonObject {
  let requests: { n: number; effect: string; key: string; ended: Json }[] = [];
  for (const event of events) {
    if (event.kind === 'went-back') requests = requests.filter(({ n }) => n < event.to);
    if (event.kind === 'effect-requested') {
      const key = event.button === undefined ? event.element : `${event.element}.${event.button}`;
      requests.push({ n: event.n, effect: event.effect, key, ended: DONE });
    }
    if (event.kind === 'effect-finished') {
      const { effect, status, code } = event;
      const found = requests.findLast((request) => request.effect === effect);
      if (found && status !== 'done') found.ended = { status, ...(code === undefined ? {} : { code }) };
    }
  }
  const effects: { [key: string]: Json } = {};
  for (const key of new Set(requests.map((request) => request.key))) {
    const ended = requests.filter((request) => request.key === key).map((request) => request.ended);
    const [only] = ended;
    if (ended.every((end) => end === DONE) || only === undefined) continue;
    effects[key] = ended.length === 1 ? only : ended;
  }
  return effects;
}

const DONE: Json = { status: 'done' };
