import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { checkFiles } from './check.ts';
import { layerTable } from './layer-table.ts';
import { GROUPS, LAYERS, type RunsIn } from './layers.ts';
import { PACKAGES } from './packages.ts';
import { topFolder } from './place.ts';
import { projectFiles, readText } from './project-files.ts';

const tsconfig = z.object({ include: z.array(z.string()) });
const packageJson = z.object({
  dependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
});
const lockfile = z.object({ packages: z.record(z.string(), z.unknown()) });

describe('the architecture', () => {
  it('is kept by every file', () => {
    const said = checkFiles(projectFiles()).map((each) => `${each.file}:${each.line} (${each.rule}) ${each.says}`);
    expect(said).toEqual([]);
  });

  it('is shown in ARCHITECTURE.md as it is', () => {
    expect(readText('ARCHITECTURE.md')).toContain(layerTable());
  });

  it('names only rows that exist', () => {
    const rows = new Set(LAYERS.map((layer) => layer.row));
    const named = [...Object.values(GROUPS).flat(), ...LAYERS.flatMap((layer) => layer.mayImport)];
    expect(named.filter((name) => !rows.has(name) && !(name in GROUPS))).toEqual([]);
  });

  it('has a place for each run-time dependency', () => {
    const { dependencies, optionalDependencies } = packageJson.parse(JSON.parse(readText('package.json')));
    const declared = [...Object.keys(dependencies), ...Object.keys(optionalDependencies)];
    expect(declared.filter((name) => !Object.hasOwn(PACKAGES, name))).toEqual([]);
  });

  it('has no place for a package that is not installed', () => {
    const { packages } = lockfile.parse(JSON.parse(readText('package-lock.json')));
    const isInstalled = (name: string) =>
      `node_modules/${name}` in packages || `node_modules/@types/${name}` in packages;
    expect(Object.keys(PACKAGES).filter((name) => !isInstalled(name))).toEqual([]);
  });
});

describe('the three TypeScript programs', () => {
  it.each<[string, RunsIn]>([
    ['tsconfig.pure.json', 'anywhere'],
    ['tsconfig.node.json', 'node'],
    ['tsconfig.web.json', 'browser'],
  ])('%s holds the layers that run in: %s', (config, runsIn) => {
    const { include } = tsconfig.parse(JSON.parse(readText(config)));
    const held = include.filter((glob) => /^src\/[a-z]/.test(glob)).map((glob) => topFolder(glob.slice(4)));
    const meant = LAYERS.filter((layer) => layer.runsIn === runsIn).map((layer) => topFolder(layer.row));
    expect([...new Set(held)].sort()).toEqual([...new Set(meant)].sort());
  });
});

describe('oxlint', () => {
  const override = z.object({ files: z.array(z.string()), rules: z.record(z.string(), z.unknown()) });
  const oxlintrc = z.object({ overrides: z.array(override) });

  it('keeps clocks, chance, network and storage out of exactly the files of the pure program', () => {
    const pure = tsconfig.parse(JSON.parse(readText('tsconfig.pure.json')));
    const { overrides } = oxlintrc.parse(JSON.parse(readText('.oxlintrc.json')));
    const [first] = overrides.filter((each) => 'no-restricted-globals' in each.rules);
    expect(first?.files).toEqual(pure.include);
  });
});
