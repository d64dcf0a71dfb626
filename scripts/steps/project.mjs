import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, wherever it is called from. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The JavaScript file behind a tool of an installed package, to be run by this very Node.js on every platform. */
export function toolPath(packageName, tool = packageName) {
  const folder = join(ROOT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, bin[tool]);
}

/** Ends with a sentence where this Node.js is too old for what follows. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(
    `Waymark needs Node.js 20.19 or newer; this is ${process.versions.node}. Node.js 24 is a good choice.\n`,
  );
  process.exit(2);
}
