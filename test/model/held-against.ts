import { expect } from 'vitest';
import type { SessionEvent } from '#contract/event.ts';
import { catalog } from '#elements/catalog.ts';
import { decide } from '#engine/decide.ts';
import type { Given } from '#engine/given.ts';
import { compileWith } from '#engine/library.ts';
import { pageOf } from '#engine/page.ts';
import { start } from '#engine/start.ts';
import type { Interaction } from '#format/interaction.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import { type Act, commandOf } from '#test/factories/random-acts.ts';
import { eventsTold } from './events-told.ts';
import { ModelRun } from './run.ts';
import { modelPage, pageTold } from './shown-page.ts';
import type { Surroundings } from './stand.ts';

/** When sessions begin: near enough to the moment until which some drawings wait. */
const BEGIN = 1_000_000;

const AT_HOME: Surroundings = { language: 'en', client: 'test', agent: {}, values: {}, timeZone: 'UTC' };

/** What holds around sessions: nothing at all, and accounts, languages and zones that differ. */
const SURROUNDINGS: readonly Surroundings[] = [
  AT_HOME,
  {
    language: 'es',
    client: 'web',
    agent: { name: 'Ana', team: 'Norte' },
    values: { open: true, limit: 3, notice: 'Avería' },
    timeZone: 'Asia/Tokyo',
  },
  {
    language: 'en',
    client: 'agent-desk',
    agent: { name: 'Bo' },
    values: { open: false, limit: 7, notice: '' },
    timeZone: 'America/New_York',
  },
];

/**
 * Runs a session by the engine and by the second interpreter, command by command, and expects both to tell the same, to
 * show the same and to know the same. Returns how many commands there were.
 */
export function holdAgainst(interactions: readonly [Interaction, ...Interaction[]], acts: readonly Act[]): number {
  const [interaction, ...others] = interactions;
  const program = compileWith(interaction, others, catalog);
  const surroundings = SURROUNDINGS[acts.length % SURROUNDINGS.length] ?? AT_HOME;
  const { language, client, agent, ...around } = surroundings;
  const began = start(program, { client, language, context: { agent } }, BEGIN, around);
  if (!began.ok) return 0;
  let { state } = began.value;
  let given: Given = { ...around, secrets: { ...began.value.secrets } };
  const model = new ModelRun(interactions, BEGIN, surroundings);
  model.start();
  const same = (what: string, events: readonly SessionEvent[]) => {
    const seen = (told: Json, page: Json, rest: JsonObject) => JSON.parse(JSON.stringify({ told, page, ...rest }));
    const byEngine = seen(eventsTold(events) as never, pageTold(pageOf(program, state, given)), {
      status: state.status,
      at: state.at,
      variables: ordered(state.variables),
      outcome: state.outcome ?? null,
      error: state.error?.code ?? null,
    });
    const byModel = seen(model.told as never, modelPage(model), {
      status: model.status,
      at: model.at,
      variables: ordered(variablesOf(model)),
      outcome: model.outcome ?? null,
      error: model.error ?? null,
    });
    expect(byEngine, what).toEqual(byModel);
    model.told = [];
  };
  same('start', began.value.events);
  let now = BEGIN;
  let count = 0;
  let after = 0;
  for (const { wait, ...act } of acts) {
    // Of a session that is over a few commands tell that it stays so.
    const isOver = state.status === 'failed' || (state.status === 'ended' && state.outcome !== 'timed-out');
    if (isOver && ++after > 3) break;
    now += wait;
    count++;
    if (act.kind === 'restart') {
      given = around;
      model.memory = {};
      continue;
    }
    const command = commandOf(program, state, { ...act, kind: act.kind, wait });
    const decided = decide(program, state, command, now, given);
    const said = model.send(command, now);
    const what = `command ${count}: ${JSON.stringify(command)}`;
    expect(decided.ok ? 'done' : decided.error.code, what).toBe(said);
    if (decided.ok) {
      state = decided.value.state;
      given = { ...around, secrets: { ...given.secrets, ...decided.value.secrets } };
    }
    same(what, decided.ok ? decided.value.events : []);
  }
  return count;
}

/** The variables of every Interaction that is under way, by their keys in the engine's state. */
function variablesOf({ world }: ModelRun): JsonObject {
  return Object.fromEntries(
    Object.values(world.frames).flatMap(({ prefix, values }) =>
      Object.entries(values).map(([key, value]): [string, Json] => [prefix + key, value]),
    ),
  );
}

/** Without what elements keep for themselves. */
function ordered(variables: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(variables)
      .filter(([key]) => !key.includes('#'))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
