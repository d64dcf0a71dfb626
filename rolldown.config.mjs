import { isAbsolute } from 'node:path';

/**
 * Packages in plain JavaScript that nearly every command needs. As part of the program they are a few files to read
 * instead of two hundred, which takes a third off the time in which a command starts. What has zod in its interface is
 * among them, so that there is one zod.
 */
const WITHIN =
  /^(@fastify\/error|@lezer\/|@noble\/|decimal\.js|character-entities|decode-named-character-reference|fastify-type-provider-zod|jsonc-parser|lezer-feel|mdast-util-|micromark|min-dash|unist-util-|zod)/;

/**
 * The program for Node.js. Every command is a chunk of its own, loaded when it is called, so that `waymark check` never
 * reads the server. Other packages stay outside: some hold native code, and some find their own files by where they lie.
 */
export default {
  input: { cli: 'src/cli/main.ts' },
  platform: 'node',
  external: (id) => /^[@a-z]/i.test(id) && !isAbsolute(id) && !id.startsWith('src/') && !WITHIN.test(id),
  // The modules of a package where it has them, else what it has for `require`.
  resolve: { mainFields: ['module', 'main'] },
  transform: { target: 'node20.19' },
  output: {
    dir: 'dist',
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  },
};
