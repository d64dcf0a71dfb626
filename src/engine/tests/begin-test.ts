import type { InteractionTest } from '#format/interaction.ts';
import { momentOf, readGiven } from '#format/test-given.ts';
import { isTimeZone } from '#prelude/calendar.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import type { Given } from '../given.ts';
import { givenResults } from '../given-results.ts';
import { LocalRun } from '../local-run.ts';
import type { Program } from '../program.ts';
import type { StartOptions } from '../start.ts';

/** How a run begins, and what holds while it lasts. */
export interface TestStart {
  readonly options: StartOptions;
  readonly given: Given & { readonly timeZone: string };
  readonly now: Instant;
}

/** The zone in which a test runs that names none: that of sessions on a server. */
const USUAL_ZONE = 'UTC';

/**
 * What a test gives, as a run takes it; of what it does not give, nothing is there but the moment.
 *
 * @param now the moment of a test that names none
 * @returns why it cannot be, as a sentence, where it cannot
 */
export function startOf(program: Program, what: JsonObject, now: Instant): Result<TestStart, string> {
  const { languages, variables: declared } = program.interaction;
  const { variables, context, values, client = 'api', language, ...moment } = readGiven(what, declared);
  const { timeZone = USUAL_ZONE } = moment;
  if (language !== undefined && !languages.includes(language)) {
    const known = languages.map((each) => `“${each}”`).join(', ');
    return fail(`The Interaction has no language “${language}”; it has ${known}`);
  }
  if (!isTimeZone(timeZone)) return fail(`There is no time zone “${timeZone}”; it is written like Europe/Berlin`);
  const then = moment.now === undefined ? now : momentOf(moment.now, timeZone);
  if (then === undefined) return fail(`“${moment.now}” is no moment; it is written like 2026-01-31T10:00:00`);
  return ok({
    options: { client, variables, context, ...(language === undefined ? {} : { language }) },
    given: { timeZone, ...(values ? { values } : {}) },
    now: then,
  });
}

/** Starts the run of a test; why it does not start, as a sentence, where it does not. */
export function beginTest(program: Program, test: InteractionTest, now: Instant): Result<LocalRun, string> {
  const start = startOf(program, test.given ?? {}, now);
  if (!start.ok) return start;
  const { options, given, now: moment } = start.value;
  const results = test.effects ? { results: givenResults(test.effects) } : {};
  const started = LocalRun.start(program, options, { now: () => moment, ...given, ...results });
  return started.ok ? started : fail(started.error.message);
}
