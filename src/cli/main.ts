import { once } from 'node:events';
import { printable } from './printable.ts';
import { run } from './run.ts';

process.setSourceMapsEnabled(true);

// Whoever reads the output may have seen enough, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`The results cannot be written: ${error.message}\n`);
  process.exit(2);
});
// Messages that nobody can read are no reason to stop.
process.stderr.on('error', () => {});

process.exitCode = await run(process.argv.slice(2), {
  input: process.stdin,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(printable(text)),
  room: async () => {
    if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
  },
  environment: process.env,
});
