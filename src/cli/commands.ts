import type { CommandEntry } from './command.ts';

/** Every command of the `waymark` program, in the order of its help. */
export const COMMANDS: readonly CommandEntry[] = [
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
