import { ROLE_TABLE } from '#api/permissions.ts';
import { assertNever } from '#prelude/assert-never.ts';
import { type Config, readConfig } from '#server/config.ts';
import { DEMO_SIGN_INS, ensureDemo } from '#server/demo/demo.ts';
import { makeFirstAccount } from '#server/first-account.ts';
import { startServer } from '#server/main.ts';
import type { Services } from '#server/services.ts';
import type { StartProgress } from '#store/embedded/start-problem.ts';
import type { Command, Terminal } from '../command.ts';
import { readOptions } from '../options.ts';
import { wrongUse } from '../wrong-use.ts';

const USAGE = `Usage: waymark serve

Starts the server, by the variables of its environment that \`waymark config\` lists, and stops it in good order on a signal.
`;

/** `waymark serve`: starts the server by its environment (see `waymark config`) and stops it in good order on a signal. */
export const serve: Command = {
  usage: USAGE,
  async run(args, terminal) {
    const read = readOptions(args, {});
    if (!read.ok || read.value.files.length > 0) {
      return wrongUse(read.ok ? 'It takes no files' : read.error, USAGE, terminal);
    }
    const config = readConfig(terminal.environment);
    if (!config.ok) {
      for (const { variable, message } of config.error) terminal.err(`${variable}: ${message}\n`);
      return 2;
    }
    const stopped = signalled();
    const started = await startServer(config.value, {
      onProgress: (progress) => tell(progress, terminal),
      ...(makesDemo(config.value) ? { prepare: (services: Services) => prepareDemo(services, terminal) } : {}),
    });
    if (!started.ok) {
      terminal.err(`${started.error.message} (${started.error.code})\n`);
      return 1;
    }
    const first = config.value.demo ? undefined : await makeFirstAccount(started.value.services);
    if (config.value.demo) terminal.out(demoSignIns());
    if (first) terminal.out(`Sign in as ${first.email} with the password ${first.password} (shown this once)\n`);
    terminal.out(`Waymark is ready at ${started.value.url}\n`);
    await stopped;
    terminal.err('Stopping: finishing what is under way …\n');
    await started.value.close();
    return 0;
  },
};

/** Once for all processes of a server: by those that do its background work. */
function makesDemo({ demo, roles }: Config): boolean {
  return demo && roles.includes('jobs');
}

async function prepareDemo(services: Services, terminal: Terminal): Promise<void> {
  let told = 0;
  await ensureDemo(services, {
    onProgress({ sessions, of }) {
      const tenths = Math.floor((10 * sessions) / of);
      if (tenths > told) terminal.err(`Making the demo account: ${sessions} of ${of} sessions\n`);
      told = Math.max(told, tenths);
    },
  });
}

function demoSignIns(): string {
  const lines = DEMO_SIGN_INS.people.map(({ email, role }) => `  ${email.padEnd(28)} ${ROLE_TABLE[role].title}`);
  return `The demo account, for everybody with the password ${DEMO_SIGN_INS.password}:\n${lines.join('\n')}\n`;
}

/** The first signal to stop; a second one ends the process at once, as without a handler. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function tell(progress: StartProgress, terminal: Terminal): void {
  const sentence = sentenceOf(progress);
  if (sentence) terminal.err(`${sentence}\n`);
}

function sentenceOf(progress: StartProgress): string | undefined {
  switch (progress.kind) {
    case 'creating':
      return `Creating the database in ${progress.folder} …`;
    case 'starting':
      return 'Starting the database …';
    case 'waiting':
      return `Waiting for another server to let go of ${progress.folder}${progress.pid ? ` (process ${progress.pid})` : ''} …`;
    case 'restarting':
      return `Starting the database again: ${progress.reason}`;
    case 'migrated':
      return `Brought the database up to date: ${progress.migration}`;
    case 'connection-lost':
      return `Lost a connection to the database: ${progress.reason}`;
    case 'remaking-reports':
      return `Making the reports anew: ${progress.file} could not be used …`;
    case 'ready':
      return undefined;
    default:
      return assertNever(progress);
  }
}
