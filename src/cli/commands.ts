import type { CommandEntry } from './command.ts';

/** Every command of the `waymark` program, in the order of its help. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'serve',
    summary: 'start the server',
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  {
    name: 'check',
    summary: 'find the problems of Interaction files',
    load: async () => (await import('./commands/check.ts')).check,
  },
  {
    name: 'run',
    summary: 'run sessions of a file: by a list of answers, or played in the terminal',
    load: async () => (await import('./commands/run.ts')).runCommand,
  },
  {
    name: 'test',
    summary: 'run the tests that stand in files',
    load: async () => (await import('./commands/test.ts')).test,
  },
  {
    name: 'eval',
    summary: 'evaluate a FEEL expression, or a file of them',
    load: async () => (await import('./commands/eval.ts')).evaluate,
  },
  {
    name: 'diff',
    summary: 'tell what differs between two files',
    load: async () => (await import('./commands/diff.ts')).diff,
  },
  {
    name: 'hash',
    summary: 'print the content hash of a file',
    load: async () => (await import('./commands/hash.ts')).hash,
  },
  {
    name: 'format',
    summary: 'print the canonical text of a file, or write it',
    load: async () => (await import('./commands/format.ts')).format,
  },
  {
    name: 'new-element',
    summary: 'write the folder of a new element type, for contributors',
    load: async () => (await import('./commands/new-element.ts')).newElement,
  },
  {
    name: 'publish',
    summary: 'publish a file to an account of a server',
    load: async () => (await import('./commands/publish.ts')).publish,
  },
  {
    name: 'config',
    summary: 'list the settings of the server, as environment variables, with their values now',
    load: async () => (await import('./commands/config.ts')).config,
  },
  {
    name: 'help',
    summary: 'list the commands',
    load: async () => (await import('./commands/help.ts')).help,
  },
  {
    name: 'version',
    summary: 'print the version',
    load: async () => (await import('./commands/version.ts')).version,
  },
];
