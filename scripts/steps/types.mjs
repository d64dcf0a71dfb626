import { toolPath } from './project.mjs';
import { step } from './run.mjs';

/** Type-checks the three programs, and the tests that reach from Node.js into pages. Resolves to the titles that failed. */
export async function types() {
  const failed = [];
  for (const program of ['pure', 'node', 'web', 'browser']) {
    const title = `Types of the ${program} program (tsc)`;
    const args = [toolPath('typescript', 'tsc'), '-p', `tsconfig.${program}.json`, '--pretty', 'false'];
    if ((await step(title, process.execPath, args)) !== 0) failed.push(title);
  }
  return failed;
}
