// `npm run lint`: format, lint and dead code; `--fix` mends what can be mended.
import { install } from './steps/install.mjs';
import { lint } from './steps/lint.mjs';

await install();
const failed = await lint(process.argv.includes('--fix'));
process.exitCode = failed.length > 0 ? 1 : 0;
