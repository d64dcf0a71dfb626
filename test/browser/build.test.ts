import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { firstScripts, gzipBytes } from './built-entry.ts';
import { builtPages } from './pages.ts';

/** Milliseconds: the first test builds the pages. */
const PATIENCE = 300_000;

describe('the built pages', () => {
  test.each([
    ['player/index.html', 60],
    ['player/element.ts', 60],
    ['designer/index.html', 300],
    ['console/index.html', 300],
    // With the player in it.
    ['desk/index.html', 305],
  ])(
    '%s needs at most %i kB of scripts before it is seen',
    async (entry, limit) => {
      const folder = await builtPages();
      expect(gzipBytes(folder, firstScripts(folder, entry))).toBeLessThanOrEqual(limit * 1000);
    },
    PATIENCE,
  );

  test(
    'of the player bring Preact and not React',
    async () => {
      const folder = await builtPages();
      const scripts = firstScripts(folder, 'player/element.ts').map((file) => readFileSync(join(folder, file), 'utf8'));
      expect(scripts.filter((script) => script.includes('react.transitional.element'))).toEqual([]);
    },
    PATIENCE,
  );

  test.each(['player', 'designer', 'console', 'desk'])(
    'of %s hold no script or style within the page, and load all from their own server',
    async (name) => {
      const page = readFileSync(join(await builtPages(), name, 'index.html'), 'utf8');
      expect(page).not.toMatch(/<style|style=|\son\w+=|<script(?![^>]*\ssrc=)/);
      const addresses = [...page.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);
      expect(addresses.filter((address) => !/^\/[^/]/.test(address))).toEqual([]);
    },
    PATIENCE,
  );
});
