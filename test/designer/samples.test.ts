import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { SAMPLES } from '#designer/start/samples.ts';

test('every sample of the folder is offered under its own name', () => {
  const folder = fileURLToPath(new URL('../../samples/', import.meta.url));
  const files = readdirSync(folder).filter((name) => name.endsWith('.interaction.json'));
  const told = files.map((name) => {
    const { name: title, description } = JSON.parse(readFileSync(folder + name, 'utf8'));
    return { title, description, file: name };
  });
  const offered = SAMPLES.map(({ name, description, url }) => ({
    title: name,
    description,
    file: url.pathname.slice(url.pathname.lastIndexOf('/') + 1),
  }));
  const byFile = (a: { file: string }, b: { file: string }) => (a.file < b.file ? -1 : 1);
  expect(offered.sort(byFile)).toEqual(told.sort(byFile));
});
