import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/database/global-setup.ts'],
    // The first who asks for a database waits until PostgreSQL has made its files.
    hookTimeout: 60_000,
    isolate: false,
    pool: 'threads',
  },
});
