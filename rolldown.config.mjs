import { isAbsolute } from 'node:path';

/**
 * The program for Node.js. Every command is a chunk of its own, loaded when it is called, so that `waymark check` never
 * reads the server. Packages stay outside: some hold native code, and some find their own files by where they lie.
 */
export default {
  input: { cli: 'src/cli/main.ts' },
  platform: 'node',
  external: (id) => /^[@a-z]/i.test(id) && !isAbsolute(id) && !id.startsWith('src/'),
  transform: { target: 'node20.19' },
  output: {
    dir: 'dist',
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  },
};
