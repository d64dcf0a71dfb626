// `npm test`: installs what is missing, lints, type-checks, builds what has changed and runs every test.
// `npm test -- src/engine` runs only those tests. Needs nothing but Node.js; never calls the system's package manager.
import { build } from './steps/build.mjs';
import { install } from './steps/install.mjs';
import { lint } from './steps/lint.mjs';
import { requireNode } from './steps/project.mjs';
import { types } from './steps/types.mjs';
import { vitest } from './steps/vitest.mjs';

requireNode();
const args = process.argv.slice(2);
await install();
const failedSteps = args.length === 0 ? [...(await lint()), ...(await types())] : [];
await build();
const { passed, failed, skipped } = await vitest(args);

for (const title of failedSteps) process.stdout.write(`Failed: ${title}\n`);
const allFailed = failed + failedSteps.length;
// The last line, for programs that read it.
process.stdout.write(`${passed} passed, ${allFailed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exitCode = allFailed > 0 ? 1 : 0;
