import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Binaries } from './binaries.ts';
import { linkLibraries } from './library-links.ts';

let place: string;
let binaries: Binaries;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'waymark-links-'));
  const native = join(place, 'package', 'native');
  mkdirSync(join(native, 'bin'), { recursive: true });
  mkdirSync(join(native, 'lib'));
  for (const name of ['postgres', 'initdb']) writeFileSync(join(native, 'bin', name), '', { mode: 0o644 });
  writeFileSync(join(native, 'lib', 'libone.so.1.2'), 'one');
  const links = [
    { source: 'native/lib/libone.so.1.2', target: 'native/lib/libone.so.1' },
    { source: 'native/lib/libone.so.1.2', target: 'native/lib/libone.so' },
  ];
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links));
  binaries = { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb'), major: 18, native };
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

test('the links that npm leaves out are made, as often as one likes, and the programs can be run', () => {
  for (let time = 0; time < 2; time++) {
    expect(linkLibraries(binaries, join(place, 'elsewhere'))).toEqual({});
    const lib = join(place, 'package', 'native', 'lib');
    expect(readdirSync(lib).sort()).toEqual(['libone.so', 'libone.so.1', 'libone.so.1.2']);
    expect(readlinkSync(join(lib, 'libone.so'))).toBe('libone.so.1.2');
    expect(readFileSync(join(lib, 'libone.so.1'), 'utf8')).toBe('one');
  }
  expect(statSync(binaries.postgres).mode & 0o111).toBe(0o111);
});
