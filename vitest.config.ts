import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Vitest's reporters use Map.groupBy, which Node.js 20 lacks: without it every failing test ends in a crash of the report.
if (!('groupBy' in Map)) {
  Object.defineProperty(Map, 'groupBy', {
    value: <K, V>(items: Iterable<V>, keyOf: (item: V) => K): Map<K, V[]> => {
      const groups = new Map<K, V[]>();
      for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
      return groups;
    },
  });
}

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/database/global-setup.ts', 'test/browser/global-setup.ts'],
    // Limits against hanging, not measurements: the machine may be slow, and the first who asks for a database or for the
    // pages waits until PostgreSQL has made its files or the pages are built.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 120_000 } },
    isolate: false,
    pool: 'threads',
    // Much of a test is waiting, for the browser or for a process to start: one worker a core, where the default leaves one out.
    maxWorkers: availableParallelism(),
  },
});
