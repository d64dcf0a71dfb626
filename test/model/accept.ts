import { MASK } from '#contract/answers/mask.ts';
import { say } from '#contract/wording.ts';
import type { Json } from '#prelude/json.ts';
import { showNumber } from '#prelude/locale.ts';
import { requestFault } from './call.ts';
import type { DrawnAnswer } from './drawn.ts';
import type { Offer } from './listed.ts';
import { offers } from './offers.ts';
import type { ModelSession } from './session.ts';

export type Accepted =
  | {
      readonly ok: true;
      readonly exit: string;
      readonly value?: Json;
      readonly shown: string;
      readonly option?: string;
      readonly variable?: string;
      readonly isSecret?: true;
      /** A connection is asked about it first. */
      readonly asksOutside?: true;
    }
  | { readonly ok: false; readonly code: string };

/** What becomes of an answer on the page at hand, before anybody outside is asked. */
export function accept(session: ModelSession, given: Json | undefined): Accepted {
  const { element } = session;
  if (element.type === 'statement') {
    if (element.mustRead !== true) return { ok: true, exit: 'next', shown: '' };
    if (given !== true) return { ok: false, code: 'answer.not-read' };
    return { ok: true, exit: 'next', value: true, shown: say(session.language, 'page.read-aloud') };
  }
  if (element.type !== 'question') throw new Error(`Nobody asks at ${session.at}`);
  const { answer, verify } = element;
  const offered = offers(session, answer);
  const { variable } = answer;
  if (isNothing(given)) {
    const mayBeLeftOut = answer.required === false && answer.kind !== 'yes-no';
    if (!mayBeLeftOut && !(answer.list && offered.length === 0)) return { ok: false, code: 'answer.required' };
    return { ok: true, exit: 'next', shown: '', variable };
  }
  const read = readAnswer(session, answer, given, offered);
  if ('code' in read) return { ok: false, code: read.code };
  const isSecret = session.isSecret(variable);
  if (verify && !isSecret) {
    const fault = requestFault(session, verify, { [variable]: read.value });
    if (fault) return { ok: false, code: fault };
  }
  return {
    ok: true,
    exit: answer.kind === 'yes-no' ? (read.value === true ? 'yes' : 'no') : exitOf(answer),
    value: read.value,
    shown: isSecret ? MASK : read.shown,
    variable,
    ...(read.option === undefined ? {} : { option: read.option }),
    ...(isSecret ? { isSecret } : {}),
    ...(verify && !isSecret ? { asksOutside: true as const } : {}),
  };
}

function exitOf({ kind, list }: DrawnAnswer): string {
  return kind === 'one-choice' && !list ? 'choices' : 'next';
}

function isNothing(given: Json | undefined): given is undefined | null {
  return (
    given === undefined ||
    given === null ||
    (typeof given === 'string' && given.trim() === '') ||
    (Array.isArray(given) && given.length === 0)
  );
}

type Read = { readonly value: Json; readonly shown: string; readonly option?: string } | { readonly code: string };

function readAnswer(session: ModelSession, answer: DrawnAnswer, given: Json, offered: readonly Offer[]): Read {
  const number = typeof given === 'string' && /^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(given) ? Number(given) : given;
  switch (answer.kind) {
    case 'one-choice': {
      const option = pick(offered, given);
      if (!option) return { code: 'answer.not-offered' };
      const { value, label, id } = option;
      return { value, shown: label, ...(id === undefined ? {} : { option: id }) };
    }
    case 'many-choices': {
      const picked = (Array.isArray(given) ? (given as readonly Json[]) : [given]).map((each) => pick(offered, each));
      if (picked.includes(undefined)) return { code: 'answer.not-offered' };
      const kept = offered.filter((option) => picked.includes(option));
      return { value: kept.map(({ value }) => value), shown: kept.map(({ label }) => label).join(', ') };
    }
    case 'yes-no': {
      const value = given === 'yes' ? true : given === 'no' ? false : given;
      if (typeof value !== 'boolean') return { code: 'answer.not-yes-no' };
      return { value, shown: say(session.language, value ? 'page.yes' : 'page.no') };
    }
    case 'number':
      if (typeof number !== 'number') return { code: 'answer.not-number' };
      if (number < (answer.min ?? number)) return { code: 'answer.too-small' };
      if (number > (answer.max ?? number)) return { code: 'answer.too-large' };
      return { value: number, shown: showNumber(number, session.language) };
    case 'rating': {
      const isOnScale =
        typeof number === 'number' && Number.isInteger(number) && number >= 1 && number <= (answer.scale ?? 5);
      if (!isOnScale) return { code: 'answer.not-rating' };
      return { value: number, shown: showNumber(number, session.language) };
    }
    case 'date':
      return typeof given === 'string' && /^\d{4}-\d\d-\d\d$/.test(given)
        ? { value: given, shown: given }
        : { code: 'answer.not-date' };
    case 'short-text':
      return typeof given === 'string' ? { value: given.trim(), shown: given.trim() } : { code: 'answer.not-text' };
    case 'secret':
      return typeof given === 'string' ? { value: given, shown: MASK } : { code: 'answer.not-text' };
    default:
      throw new Error(`No answer of kind ${answer.kind} is known here`);
  }
}

/** By its value, as itself or as `{"value": …}`, by the id of its Choice, or by its place as `{"nth": 1}`. */
function pick(offered: readonly Offer[], given: Json): Offer | undefined {
  const record =
    typeof given === 'object' && given !== null && !Array.isArray(given)
      ? (given as { readonly [key: string]: Json })
      : undefined;
  if (typeof record?.nth === 'number') return offered[record.nth - 1];
  const wanted = record ? record.value : given;
  return offered.find(({ value }) => value === wanted) ?? offered.find(({ id }) => id !== undefined && id === wanted);
}
