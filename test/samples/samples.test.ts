import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { problemsOf } from '#checks/registry.ts';
import { catalog } from '#elements/catalog.ts';
import { compile } from '#engine/program.ts';
import { runTests } from '#engine/run-tests.ts';
import { checkInteraction, readInteraction } from '#format/read.ts';
import { interactionJsonSchema } from '#format/schema.ts';
import { writeInteraction } from '#format/write.ts';
import { SAMPLES } from '#samples/samples.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'samples');
const SCHEMA = 'interaction-1.schema.json';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.interaction.json'));
const textOf = (file: string) => readFileSync(join(FOLDER, file), 'utf8');

function interactionOf(file: string) {
  const read = readInteraction(textOf(file), catalog);
  if (!read.ok) throw new Error(JSON.stringify(read.error, null, 1));
  return read.value;
}

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
    expect(problemsOf(interactionOf(file), catalog)).toEqual([]);
  });

  it('passes its own tests, which reach every element and every exit', () => {
    const { results, coverage } = runTests(compile(interactionOf(file), catalog), 0);
    expect(results.flatMap(({ failures }) => failures)).toEqual([]);
    expect(coverage.elements.missing).toEqual([]);
    expect(coverage.exits.missing).toEqual([]);
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
