import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ELEMENT_BASE_KEYS } from '#contract/element-base.ts';
import type { ElementType } from '#contract/element-type.ts';
import type { SessionEvent } from '#contract/event.ts';
import { faceOf } from '#contract/setting.ts';
import { decide } from '#engine/decide.ts';
import { pageOf } from '#engine/page.ts';
import { compile } from '#engine/program.ts';
import { start } from '#engine/start.ts';
import type { Step } from '#engine/step.ts';
import { checkInteraction, readInteraction } from '#format/read.ts';
import { shapeOf } from '#format/variable-shape.ts';
import { writeInteraction } from '#format/write.ts';
import type { ElementId } from '#prelude/ids.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import { catalog } from './catalog.ts';

/**
 * What one file in an element type's `fixtures` holds: settings, what it stands in, what is done, what must come of it.
 * A page is answered with `answer` (left out: gone on without one).
 */
interface Fixture {
  readonly says: string;
  readonly settings: JsonObject;
  readonly variables?: JsonObject;
  readonly given?: JsonObject;
  /** Settings of options by id, connected to the exit for options in this order. */
  readonly options?: { readonly [id: string]: JsonObject };
  readonly answer?: Json;
  readonly expect: {
    readonly exit?: string;
    readonly option?: string;
    readonly refused?: string;
    readonly failed?: string;
    readonly outcome?: string;
    readonly variables?: JsonObject;
    readonly shown?: string;
    /** A part of the page shown before the answer. */
    readonly page?: JsonObject;
    /** Codes of the problems that the type itself finds in these settings. */
    readonly problems?: readonly string[];
  };
}

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
    } else {
      for (const [order, [id, option]] of Object.entries(fixture.options ?? {}).entries()) {
        elements[id] = { type: 'choice', name: id, ...option };
        connectors[`k_${id}`] = { from: ID, exit: exit.name, to: id, order: `a${order}` };
      }
    }
  }
  const variables = { ...Object.fromEntries(made), ...fixture.variables };
  return {
    format: 1,
    id: 'int_fixture',
    name: 'Fixture',
    languages: ['en', 'es'],
    start: ID,
    variables,
    elements,
    connectors,
  };
}

function programOf(type: ElementType, fixture: Fixture) {
  const checked = checkInteraction(drawn(type, fixture), catalog);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error, null, 1));
  return compile(checked.value, catalog);
}

/** Starts at the element and, where it waits, answers it. */
function play(type: ElementType, fixture: Fixture) {
  const program = programOf(type, fixture);
  const started = start(program, { client: 'test', variables: fixture.given ?? {} }, 0);
  if (!started.ok) throw new Error(started.error.message);
  const first: Step = started.value;
  const page = first.state.at === ID && first.state.status === 'waiting' ? pageOf(program, first.state) : null;
  if (!page) return { page, events: first.events, state: first.state, refused: undefined };
  const { answer } = fixture;
  const decided = decide(
    program,
    first.state,
    answer === undefined ? { kind: 'answer' } : { kind: 'answer', value: answer },
    5000,
  );
  if (!decided.ok) return { page, events: first.events, state: first.state, refused: decided.error.fields?.[0]?.code };
  return { page, events: [...first.events, ...decided.value.events], state: decided.value.state, refused: undefined };
}

const leftOf = (events: readonly SessionEvent[]) =>
  events.find((event) => event.kind === 'element-left' && event.element === ID) as
    | (SessionEvent & { kind: 'element-left' })
    | undefined;

/** The parts of a setting's schema that people are asked for, looking into objects, lists and unions. */
function bareSettings(schema: z.ZodType, path: string): string[] {
  if (faceOf(schema)) return [];
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
    if (wanted.page) expect(page).toMatchObject(wanted.page);
    if (wanted.refused) expect(refused).toBe(wanted.refused);
    if (wanted.exit) expect(left?.through ?? left?.exit).toBe(wanted.exit);
    if (wanted.option) expect(left?.to).toBe(wanted.option);
    if (wanted.outcome)
      expect(events.find((event) => event.kind === 'ended')).toMatchObject({ outcome: wanted.outcome });
    if (wanted.failed) expect(state.error?.code).toBe(wanted.failed);
    if (wanted.variables) expect(state.variables).toEqual(wanted.variables);
    if (wanted.shown)
      expect(events.find((event) => event.kind === 'answer-given')).toMatchObject({ shown: wanted.shown });
    if (wanted.problems) {
      const context = { element: ID, language: 'en', scope: {}, options: () => [] };
      expect(type.problems(type.settings.parse(fixture.settings), context).map(({ code }) => code)).toEqual(
        wanted.problems,
      );
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
      for (const { path, source } of type.expressions(parsed)) expect(at(path)).toBe(source);
      for (const { path, text } of type.texts(parsed)) expect(at(path)).toEqual(text);
    }
  });

  it('reaches each of its exits with the answers it says are possible', () => {
    for (const fixture of fixtures.filter((each) => each.expect.exit && type.page)) {
      const settings = type.settings.parse(fixture.settings);
      const program = programOf(type, fixture);
      const options = () =>
        [...(program.elements.get(ID)?.exits.values() ?? [])].flatMap(({ to }) =>
          to.flatMap((id) => {
            const target = program.elements.get(id);
            const face = target?.type.option?.(target.settings);
            return face ? [{ ...face, element: id }] : [];
          }),
        );
      const context = { element: ID, language: 'en', scope: program.scope, options };
      const reached = type.domain(settings, context).samples.map((answer) => {
        const { events } = play(type, answer === undefined ? withoutAnswer(fixture) : { ...fixture, answer });
        const left = leftOf(events);
        return left?.through ?? left?.exit;
      });
      for (const { name: exit } of followed(type, settings)) expect(reached).toContain(exit);
    }
  });
});

/** The exits that a run can take. */
function followed(type: ElementType, settings: object) {
  return type.exits(settings).filter(({ onlyOffers }) => !onlyOffers);
}

function withoutAnswer({ answer: _answer, ...rest }: Fixture): Fixture {
  return rest;
}

function stepInto(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return isJsonObject(value) ? value[key] : undefined;
}
