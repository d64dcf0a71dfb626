import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { problemsOf } from '#checks/registry.ts';
import { ANSWER_KINDS } from '#contract/answers/answer-kinds.ts';
import { catalog } from '#elements/catalog.ts';
import { compileWith } from '#engine/library.ts';
import { runTests } from '#engine/run-tests.ts';
import { calleeFace } from '#format/callee-face.ts';
import { checkInteraction, readInteraction } from '#format/read.ts';
import { interactionJsonSchema } from '#format/schema.ts';
import { writeInteraction } from '#format/write.ts';
import { SAMPLES } from '#samples/samples.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'samples');
const SCHEMA = 'interaction-1.schema.json';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.interaction.json'));
const textOf = (file: string) => readFileSync(join(FOLDER, file), 'utf8');

/** Some day after the last one that the tests in the files name. */
const SOME_DAY = Date.UTC(2026, 2, 2, 9);

function interactionOf(file: string) {
  const read = readInteraction(textOf(file), catalog);
  if (!read.ok) throw new Error(JSON.stringify(read.error, null, 1));
  return read.value;
}

const all = files.map(interactionOf);

/** What others see of a sample that they call. */
function faceOf(id: string) {
  const found = all.find((sample) => sample.id === id);
  return found && calleeFace(found, catalog);
}

/** What stands below a key anywhere in the elements of the samples. */
function valuesOf(key: string): ReadonlySet<unknown> {
  const found = new Set<unknown>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, member] of Object.entries(value)) {
      if (name === key) found.add(member);
      look(member);
    }
  };
  for (const { elements } of all) look(elements);
  return found;
}

describe('the samples together', () => {
  const missing = (key: string, wanted: readonly string[]) => wanted.filter((each) => !valuesOf(key).has(each));

  it('show every type of element', () => {
    expect(missing('type', [...catalog.keys()])).toEqual([]);
  });

  it('show every kind of answer, and everything that a button can do', () => {
    const kinds = ANSWER_KINDS.map(({ kind }) => kind);
    expect(missing('kind', [...kinds, 'open-link', 'client-event', 'call'])).toEqual([]);
  });

  it('show what is rarer: lists to choose from, tables of rules, checks of answers, secrets, entry points', () => {
    for (const key of ['list', 'pattern', 'verify', 'check', 'shownWhen', 'requiredWhen', 'preset', 'hint', 'heading'])
      expect(valuesOf(key).size, key).toBeGreaterThan(0);
    expect(valuesOf('hitPolicy').size).toBeGreaterThan(2);
    for (const flag of ['mustRead', 'entryPoint', 'attachSummary', 'untilSent', 'skippable'])
      expect(valuesOf(flag), flag).toContain(true);
    expect(all.flatMap(({ variables }) => Object.values(variables)).map(({ privacy }) => privacy)).toContain('secret');
  });
});

describe('the published schema', () => {
  // `npx vitest run test/samples --update` writes it anew.
  it('is that of the format', async () => {
    const text = `${JSON.stringify(interactionJsonSchema(catalog), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(join(FOLDER, SCHEMA));
  });
});

describe('the list of samples', () => {
  it('names every file of the folder', () => {
    expect(SAMPLES.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
  });

  it('is told in the README of the folder', () => {
    const told = [...textOf('README.md').matchAll(/\]\(([\w.-]+\.interaction\.json)\)/g)].map(([, file]) => file);
    expect(told).toEqual(SAMPLES.map(({ file }) => file));
  });

  it.each(SAMPLES)('$name stands in it as in its file', ({ file, id, name, description, content }) => {
    const checked = checkInteraction(content, catalog);
    expect(checked).toEqual({ ok: true, value: interactionOf(file) });
    expect({ id, name, description }).toEqual({
      id: interactionOf(file).id,
      name: interactionOf(file).name,
      description: interactionOf(file).description,
    });
  });
});

describe.each(files)('the sample %s', (file) => {
  it('is allowed by the published schema', () => {
    // JSON Schema reads patterns as Unicode ones; this reader of schemas does not.
    const schema = z.fromJSONSchema(JSON.parse(textOf(SCHEMA).replaceAll('\\\\p{L}\\\\p{N}', 'A-Za-z0-9')));
    expect(schema.safeParse(JSON.parse(textOf(file))).error?.issues).toBeUndefined();
  });

  it('is written as Waymark writes it', () => {
    expect(writeInteraction(interactionOf(file))).toBe(textOf(file));
  });

  it('has no problem', () => {
    expect(problemsOf(interactionOf(file), catalog, faceOf)).toEqual([]);
  });

  it('passes its own tests, which reach every element, every exit and every rule', () => {
    const { results, coverage } = runTests(compileWith(interactionOf(file), all, catalog), SOME_DAY);
    expect(results.flatMap(({ failures }) => failures)).toEqual([]);
    expect(coverage.elements.missing).toEqual([]);
    expect(coverage.exits.missing).toEqual([]);
    expect(coverage.rules.missing).toEqual([]);
  });

  it('says everything in all its languages', () => {
    const { elements, languages } = interactionOf(file);
    const gaps = Object.entries(elements).flatMap(([id, element]) => {
      const places = [
        ...(catalog.get(element.type)?.texts(element) ?? []),
        { path: 'help', text: element.help ?? null },
      ];
      return places.flatMap(({ path, text }) =>
        text
          ? languages.filter((language) => !text[language]?.trim()).map((language) => `${id}.${path}.${language}`)
          : [],
      );
    });
    expect(gaps).toEqual([]);
  });

  it('has a place on the map for each element, and no two in one', () => {
    const { elements, layout } = interactionOf(file);
    expect(Object.keys(layout.positions)).toEqual(Object.keys(elements));
    const places = Object.values(layout.positions).map((place) => place.join(' '));
    expect(new Set(places).size).toBe(places.length);
  });

  it('sets a target for each page', () => {
    const { elements } = interactionOf(file);
    const untimed = Object.entries(elements).filter(
      ([, { type, target }]) => catalog.get(type)?.page && target === undefined,
    );
    expect(untimed.map(([id]) => id)).toEqual(file.startsWith('problem-type') ? ['s_confirm'] : []);
  });
});
