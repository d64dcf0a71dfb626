// Builds dist/: the program for Node.js and the pages for the browser. `npm start` and `npm test` call it when needed.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { build as buildWeb } from 'vite';
import program from '../rolldown.config.mjs';
import { ROOT } from './steps/project.mjs';

process.chdir(ROOT);
for (const name of ['cli.js', 'cli.js.map', 'chunks']) {
  rmSync(join(ROOT, 'dist', name), { recursive: true, force: true });
}
const bundle = await rolldown(program);
await bundle.write(program.output);
await bundle.close();
await buildWeb({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' });
