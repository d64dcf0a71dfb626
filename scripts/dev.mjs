// `npm run dev`: rebuilds and restarts the server at every change, and serves the pages with hot updates.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { forgetBuild } from './steps/build.mjs';
import { install } from './steps/install.mjs';
import { ROOT, requireNode } from './steps/project.mjs';

requireNode();
await install();
forgetBuild();
process.chdir(ROOT);
// Where the pages' development server passes on what is for the API.
process.env.WAYMARK_DEV_API ??= `http://127.0.0.1:${process.env.WAYMARK_PORT ?? 8080}`;
const { watch } = await import('rolldown');
const { createServer } = await import('vite');
const { default: program } = await import('../rolldown.config.mjs');

let server;
async function restart() {
  const last = server;
  if (last && last.exitCode === null && last.signalCode === null) {
    last.kill();
    await new Promise((resolve) => last.on('exit', resolve));
  }
  server = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'serve', ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
}

const watcher = watch(program);
watcher.on('event', (event) => {
  if (event.code === 'ERROR') process.stderr.write(`${event.error.message}\n`);
  if (event.code === 'BUNDLE_END') void event.result.close();
  if (event.code === 'END') void restart();
});

const pages = await createServer({ configFile: join(ROOT, 'vite.config.ts') });
await pages.listen();
pages.printUrls();

async function end() {
  server?.kill();
  await Promise.all([watcher.close(), pages.close()]);
  process.exit();
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end());
