// `npm start`: installs what is missing, builds what has changed and becomes the server. Needs nothing but Node.js.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './steps/build.mjs';
import { install } from './steps/install.mjs';
import { ROOT, requireNode } from './steps/project.mjs';

requireNode();
await install();
await build();
const program = join(ROOT, 'dist/cli.js');
process.argv.splice(1, 1, program, 'serve');
endWithNpm();
// In this very process, so that signals, the exit code and a sudden end are the server's own.
await import(pathToFileURL(program).href);

/** npm passes a signal to its shell only, and the shell to nobody: the server sees that npm is gone, and goes too. */
function endWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}
