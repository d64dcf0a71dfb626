import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Command } from '#contract/command.ts';
import type { EffectResult } from '#contract/effect.ts';
import { ELEMENT_BASE_KEYS } from '#contract/element-base.ts';
import type { ElementType, ModelContext } from '#contract/element-type.ts';
import type { SessionEvent } from '#contract/event.ts';
import { faceOf } from '#contract/setting.ts';
import { decide } from '#engine/decide.ts';
import { pageOf } from '#engine/page.ts';
import { compile } from '#engine/program.ts';
import { start } from '#engine/start.ts';
import { ownVariables } from '#engine/state.ts';
import type { Step } from '#engine/step.ts';
import { calleeFace } from '#format/callee-face.ts';
import { settingsOf } from '#format/element-settings.ts';
import type { Interaction } from '#format/interaction.ts';
import { checkInteraction, readInteraction } from '#format/read.ts';
import { scopeOf } from '#format/scope.ts';
import { secretVariables } from '#format/secret-variables.ts';
import { shapeOf } from '#format/variable-shape.ts';
import { writeInteraction } from '#format/write.ts';
import type { ElementId } from '#prelude/ids.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import { catalog } from './catalog.ts';

/**
 * What one file in an element type's `fixtures` holds: settings, what it stands in, what is done, what must come of it.
 * A page is answered with `answer` (left out: gone on without one); what it then waits for is given as `result`.
 */
interface Fixture {
  readonly says: string;
  readonly settings: JsonObject;
  readonly variables?: JsonObject;
  readonly given?: JsonObject;
  /** Settings of options by id, connected to the exit for options in this order. */
  readonly options?: { readonly [id: string]: JsonObject };
  readonly answer?: Json;
  /** What comes of the effect that holds it; `skipped` is gone on without. */
  readonly result?: EffectResult;
  /** What it calls, by id: elements and variables of other Interactions. */
  readonly library?: { readonly [id: string]: JsonObject };
  /** How often its exits lead back to it. */
  readonly rounds?: number;
  readonly expect: {
    /** The exit by which it is left in the end. */
    readonly exit?: string;
    readonly option?: string;
    readonly refused?: string;
    /** The answer stays on the page, turned down for this. */
    readonly turnedDown?: string;
    readonly failed?: string;
    readonly outcome?: string;
    readonly summary?: string;
    readonly variables?: JsonObject;
    readonly shown?: string;
    /** A part of what is asked of the world outside. */
    readonly request?: JsonObject;
    /** Whom the session is handed to, and what is said. */
    readonly transferred?: JsonObject;
    /** A part of why it was left as it was. */
    readonly why?: JsonObject;
    /** A part of the page on which it waits first. */
    readonly page?: JsonObject;
    /** Codes of the problems that the type itself finds in these settings. */
    readonly problems?: readonly string[];
  };
}

/** Widgets of settings that name something that the account keeps. */
const OF_ACCOUNT: ReadonlySet<string> = new Set(['outcome', 'connection', 'interaction']);

const ID = 'x_subject' as ElementId;
const folder = (type: ElementType) => `src/elements/${type.type}`;

function fixturesOf(type: ElementType): Fixture[] {
  const path = `${folder(type)}/fixtures`;
  const files = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.json')) : [];
  return files.toSorted().map((name) => JSON.parse(readFileSync(`${path}/${name}`, 'utf8')) as Fixture);
}

function drawn(type: ElementType, fixture: Fixture): JsonObject {
  const settings = type.settings.parse(fixture.settings);
  const made = type.makes(settings).map(({ key, type: of, secret }) => {
    return [key, { ...shapeOf(of), label: key, ...(secret ? { privacy: 'secret' } : {}) }];
  });
  const connectors: { [id: string]: Json } = {};
  const elements: { [id: string]: Json } = { [ID]: { type: type.type, name: 'Subject', ...fixture.settings } };
  for (const [index, exit] of type.exits(settings).entries()) {
    if (exit.connectors === 'one') {
      elements[`after_${index}`] = { type: 'statement', name: exit.name, text: { en: `After ${exit.name}` } };
      connectors[`k_after_${index}`] = { from: ID, exit: exit.name, to: `after_${index}` };
      if (fixture.rounds !== undefined) connectors[`k_back_${index}`] = { from: `after_${index}`, to: ID };
    } else {
      for (const [order, [id, option]] of Object.entries(fixture.options ?? {}).entries()) {
        elements[id] = { type: 'choice', name: id, ...option };
        connectors[`k_${id}`] = { from: ID, exit: exit.name, to: id, order: `a${order}` };
      }
    }
  }
  return fileOf({ variables: { ...Object.fromEntries(made), ...fixture.variables }, elements, connectors });
}

function fileOf(content: JsonObject): JsonObject {
  return { ...FILE, id: 'int_fixture', start: ID, ...content };
}

const FILE: JsonObject = { format: 1, name: 'Fixture', languages: ['en', 'es'] };

function interactionOf(file: JsonObject): Interaction {
  const checked = checkInteraction(file, catalog);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error, null, 1));
  return checked.value;
}

const otherOf = ({ library = {} }: Fixture, id: string) =>
  library[id] && interactionOf({ ...FILE, id, ...library[id] });

function programOf(type: ElementType, fixture: Fixture) {
  const library = (id: string) => {
    const other = otherOf(fixture, id);
    return other && compile(other, catalog);
  };
  return compile(interactionOf(drawn(type, fixture)), catalog, { library });
}

function contextOf(type: ElementType, fixture: Fixture): ModelContext {
  const interaction = interactionOf(drawn(type, fixture));
  const { elements } = interaction;
  const options = () =>
    Object.entries(elements).flatMap(([id, element]) => {
      const face = id in (fixture.options ?? {}) ? catalog.get(element.type)?.option?.(settingsOf(element)) : undefined;
      return face ? [{ ...face, element: id as ElementId }] : [];
    });
  const secrets = secretVariables(interaction, []);
  const isSecret = (variable: string) => secrets.has(variable);
  const context = { element: ID, language: 'en', scope: scopeOf(interaction), isSecret, options };
  if (!fixture.library) return context;
  const callee = (id: string) => {
    const other = otherOf(fixture, id);
    return other && calleeFace(other, catalog);
  };
  return { ...context, callee };
}

/** Starts at the element, answers it where it waits, gives the result it waits for, and comes round as often as asked. */
function play(type: ElementType, fixture: Fixture) {
  const program = programOf(type, fixture);
  const started = start(program, { client: 'test', variables: fixture.given ?? {} }, 0);
  if (!started.ok) throw new Error(started.error.message);
  let step: Step = started.value;
  const events = [...step.events];
  const page = step.state.at === ID && step.state.status === 'waiting' ? pageOf(program, step.state) : null;
  const { answer, result } = fixture;
  let refused: string | undefined;
  const does = (command: Command) => {
    const decided = decide(program, step.state, command, 5000);
    if (!decided.ok) {
      refused = decided.error.fields?.[0]?.code ?? decided.error.code;
      return;
    }
    step = decided.value;
    events.push(...step.events);
  };
  const waitsFor = () => step.state.at === ID && step.state.effects?.find(({ holds }) => holds);
  if (page && !page.wait) does(answer === undefined ? { kind: 'answer' } : { kind: 'answer', value: answer });
  const effect = waitsFor();
  if (effect && result) {
    does(result.status === 'skipped' ? { kind: 'skip' } : { kind: 'effect-result', effect: effect.id, result });
  }
  for (let round = 0; round < (fixture.rounds ?? 0); round++) does({ kind: 'answer' });
  return { page, events, state: step.state, refused, held: effect !== undefined && effect !== false };
}

const leftOf = (events: readonly SessionEvent[]) =>
  events.findLast((event) => event.kind === 'element-left' && event.element === ID) as
    | (SessionEvent & { kind: 'element-left' })
    | undefined;

/** The parts of a setting's schema that people are asked for, looking into objects, lists and unions. */
function bareSettings(schema: z.ZodType, path: string): string[] {
  const face = faceOf(schema);
  if (face && face.widget !== 'rows' && face.widget !== 'one-of') return [];
  if (schema instanceof z.ZodOptional) return bareSettings(schema.unwrap() as z.ZodType, path);
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([key, member]) => bareSettings(member as z.ZodType, `${path}.${key}`));
  }
  if (schema instanceof z.ZodArray) return bareSettings(schema.element as z.ZodType, `${path}[]`);
  if (schema instanceof z.ZodDiscriminatedUnion)
    return schema.options.flatMap((member) => bareSettings(member as z.ZodType, path));
  return schema instanceof z.ZodLiteral || path.endsWith('.id') ? [] : [path];
}

describe.each([...catalog.values()].map((type) => [type.type, type] as const))('element type %s', (name, type) => {
  const fixtures = fixturesOf(type);

  it('says everything about itself', () => {
    expect(name).toMatch(/^[a-z][a-z-]*$/);
    expect(type.title).toMatch(/^[A-Z]/);
    expect(type.description).toMatch(/^[A-Z].*\.$/);
    expect(type.letter).toMatch(/^[a-z]$/);
    expect(type.icon).not.toBe('');
    expect(existsSync(`${folder(type)}/README.md`)).toBe(true);
    expect(type.migrations.map(({ to }) => to)).toEqual(Array.from({ length: type.version - 1 }, (_, i) => i + 2));
  });

  it('takes no setting name that every element has, and no letter that another type has', () => {
    const shape = type.settings instanceof z.ZodObject ? Object.keys(type.settings.shape) : [];
    expect(shape.filter((key) => ELEMENT_BASE_KEYS.some((base) => base === key))).toEqual([]);
    expect([...catalog.values()].filter((other) => other.letter === type.letter)).toEqual([type]);
  });

  it('labels every setting that people are asked for', () => {
    expect(bareSettings(type.settings, 'settings')).toEqual([]);
  });

  it('makes valid settings for a new element', () => {
    const defaults = type.defaults({ id: ID, language: 'en' });
    expect(type.settings.safeParse(defaults).error).toBeUndefined();
    expect(new Set(type.exits(defaults).map((exit) => exit.name)).size).toBe(type.exits(defaults).length);
  });

  it('either shows a page and takes its answer, or neither', () => {
    expect(type.page !== undefined).toBe(type.answer !== undefined);
    if (type.page) expect(type.group).toBe('page');
  });

  it('has fixtures', () => {
    expect(fixtures.length).toBeGreaterThan(0);
    expect(new Set(fixtures.map(({ says }) => says)).size).toBe(fixtures.length);
  });

  it.each(fixtures.map((fixture) => [fixture.says, fixture] as const))('%s', (_says, fixture) => {
    const { expect: wanted } = fixture;
    const { page, events, state, refused } = play(type, fixture);
    const left = leftOf(events);
    const said = (kind: SessionEvent['kind']) => events.findLast((event) => event.kind === kind);
    if (wanted.page) expect(page).toMatchObject(wanted.page);
    if (wanted.refused) expect(refused).toBe(wanted.refused);
    else expect(wanted.problems ? undefined : refused).toBeUndefined();
    if (wanted.turnedDown) expect(state.problems?.map(({ code }) => code)).toEqual([wanted.turnedDown]);
    if (wanted.exit) expect(left?.through ?? left?.exit).toBe(wanted.exit);
    if (wanted.option) expect(left?.to).toBe(wanted.option);
    if (wanted.why) expect(left?.why).toMatchObject(wanted.why);
    const rules = type.rules?.(type.settings.parse(fixture.settings));
    if (rules && left?.why) expect(rules.map(({ id }) => id)).toContain(left.why.by);
    if (wanted.outcome) expect(said('ended')).toMatchObject({ outcome: wanted.outcome });
    if (wanted.summary) expect(said('ended')).toMatchObject({ summary: wanted.summary });
    if (wanted.failed) expect(state.error).toMatchObject({ code: wanted.failed });
    else expect(wanted.problems ? undefined : state.error).toBeUndefined();
    if (wanted.variables) expect(ownVariables(state.variables)).toEqual(wanted.variables);
    if (wanted.shown) expect(said('answer-given')).toMatchObject({ shown: wanted.shown });
    if (wanted.request) expect(said('effect-requested')).toMatchObject({ request: wanted.request });
    if (wanted.transferred) expect(said('transferred')).toMatchObject(wanted.transferred);
    if (wanted.problems) {
      const found = type.problems(type.settings.parse(fixture.settings), contextOf(type, fixture));
      expect(found.map(({ code }) => code)).toEqual(wanted.problems);
    }
  });

  it('has a fixture for every exit that its fixtures name', () => {
    const runs = fixtures.filter((fixture) => !fixture.expect.problems);
    const exits = new Set(
      runs.flatMap(({ settings }) => followed(type, type.settings.parse(settings)).map((exit) => exit.name)),
    );
    const taken = new Set(fixtures.flatMap((fixture) => fixture.expect.exit ?? []));
    expect([...exits].filter((exit) => !taken.has(exit))).toEqual([]);
  });

  it('brings the settings of each earlier version up to date', () => {
    for (const { to } of type.migrations) {
      const path = `${folder(type)}/migrations/to-${to}.json`;
      const { before, after } = JSON.parse(readFileSync(path, 'utf8')) as { before: JsonObject; after: JsonObject };
      const old = { type: type.type, version: to - 1, name: 'Subject', ...before };
      const checked = checkInteraction(fileOf({ elements: { [ID]: old } }), catalog);
      if (!checked.ok) throw new Error(JSON.stringify(checked.error));
      expect(checked.value.elements[ID]).toEqual({ type: type.type, name: 'Subject', version: type.version, ...after });
    }
  });

  it('has a fixture for everything that it refuses, fails with or finds wrong', () => {
    const expected = JSON.stringify(fixtures.map((fixture) => fixture.expect));
    expect(codesIn(type).filter((code) => !expected.includes(`"${code}"`))).toEqual([]);
  });

  it('survives writing and reading unchanged', () => {
    for (const fixture of fixtures) {
      const checked = checkInteraction(drawn(type, fixture), catalog);
      if (!checked.ok) throw new Error(JSON.stringify(checked.error));
      const again = readInteraction(writeInteraction(checked.value), catalog);
      expect(again).toEqual({ ok: true, value: checked.value });
    }
  });

  it('names places in its settings that are there', () => {
    for (const { settings } of fixtures) {
      const parsed = type.settings.parse(settings);
      const at = (path: string) => path.split('.').reduce<Json | undefined>(stepInto, parsed as JsonObject);
      // A cell of a table is a part of the condition it stands for.
      for (const { path, source } of type.expressions(parsed)) expect(source).toContain(partOf(at(path)));
      for (const { path, text } of type.texts(parsed)) expect(at(path)).toEqual(text);
      for (const { path, source } of type.templates?.(parsed) ?? []) expect(at(path)).toBe(source);
      for (const { path, key } of type.references?.(parsed) ?? []) expect(at(path)).toBe(key);
      const writes = type.writes(parsed);
      for (const { sets } of type.expressions(parsed)) if (sets) expect(writes).toContain(sets.variable);
    }
  });

  it('tells of everything of the account that its settings name', () => {
    const shape = type.settings instanceof z.ZodObject ? Object.entries<z.ZodType>(type.settings.shape) : [];
    const names = shape.flatMap(([setting, schema]) => (OF_ACCOUNT.has(faceOf(schema)?.widget ?? '') ? [setting] : []));
    for (const { settings } of fixtures) {
      const told = (type.references?.(type.settings.parse(settings)) ?? []).map(({ path }) => path);
      expect(told).toEqual(
        expect.arrayContaining(names.filter((setting) => ![undefined, ''].includes(settings[setting] as string))),
      );
    }
  });

  it('reaches each of its exits with the answers and results that it says are possible', () => {
    for (const fixture of fixtures.filter((each) => each.expect.exit && (type.page || play(type, each).held))) {
      const settings = type.settings.parse(fixture.settings);
      const { samples, results = [] } = type.domain(settings, contextOf(type, fixture));
      const { answer: _answer, ...unanswered } = fixture;
      const played = (samples.length > 0 ? samples : [undefined]).flatMap((answer) => {
        const answered = answer === undefined ? unanswered : { ...unanswered, answer };
        return results.length > 0 ? results.map((result) => ({ ...answered, result })) : [answered];
      });
      const reached = played.map((each) => {
        const left = leftOf(play(type, each).events);
        return left?.through ?? left?.exit;
      });
      for (const { name: exit } of followed(type, settings)) expect(reached).toContain(exit);
    }
  });

  it('gives previews a result for whatever it waits for', () => {
    for (const fixture of fixtures.filter((each) => play(type, each).held)) {
      const program = programOf(type, fixture);
      const node = program.find(ID);
      expect(node?.node.type.sample).toBeDefined();
    }
  });
});

/** What an expression shows of the setting it is made of; of a negated cell, what stands in its brackets. */
function partOf(setting: Json | undefined): string {
  if (typeof setting !== 'string') throw new Error('An expression is made of a text');
  return setting.trim().replace(/^not\s*\(([\s\S]*)\)$/, '$1');
}

/** The codes that stand in the sources of a type: of refusals, failures and problems. */
function codesIn(type: ElementType): string[] {
  const files = readdirSync(folder(type)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const sources = files.map((name) => readFileSync(`${folder(type)}/${name}`, 'utf8'));
  const codes = sources.flatMap((source) =>
    [...source.matchAll(/(?<!path: )'([a-z-]+\.[a-z-]+)'/g)].map(([, code = '']) => code),
  );
  return [...new Set(codes)].filter((code) => !/^(page|expression)\./.test(code));
}

/** The exits that a run can take. */
function followed(type: ElementType, settings: object) {
  return type.exits(settings).filter(({ onlyOffers }) => !onlyOffers);
}

function stepInto(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return isJsonObject(value) ? value[key] : undefined;
}
