import type { CommandEntry } from './command.ts';

/** Every command of the `waymark` program, in the order of its help. */
export const COMMANDS: readonly CommandEntry[] = [
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
