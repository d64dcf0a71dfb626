// `npm run bench [name …]`: builds and runs the measurements of bench/, each a program of its own (`bench/*.bench.ts`).
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { build } from './steps/build.mjs';
import { install } from './steps/install.mjs';
import { ROOT, requireNode } from './steps/project.mjs';
import { show } from './steps/run.mjs';

requireNode();
await install();
await build();
process.chdir(ROOT);
const asked = process.argv.slice(2);
const all = existsSync('bench') ? readdirSync('bench').filter((name) => name.endsWith('.bench.ts')) : [];
const chosen = all.filter((name) => asked.length === 0 || asked.includes(name.replace('.bench.ts', '')));
if (chosen.length === 0) {
  process.stderr.write(`There is no such measurement. There are: ${all.join(', ') || 'none'}\n`);
  process.exit(2);
}

const { rolldown } = await import('rolldown');
const { default: program } = await import('../rolldown.config.mjs');
rmSync('.cache/bench', { recursive: true, force: true });
mkdirSync('.cache/bench', { recursive: true });
const workers = readdirSync('bench').filter((name) => name.endsWith('.bench-worker.ts'));
const input = Object.fromEntries([...chosen, ...workers].map((name) => [name.replace('.ts', ''), `./bench/${name}`]));
const bundle = await rolldown({ ...program, input });
await bundle.write({ ...program.output, dir: '.cache/bench' });
await bundle.close();

for (const name of chosen) {
  process.stdout.write(`\n${name.replace('.bench.ts', '')}\n`);
  const code = await show(process.execPath, ['--enable-source-maps', `.cache/bench/${name.replace('.ts', '.js')}`]);
  if (code !== 0) process.exitCode = 1;
}
