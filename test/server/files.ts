import { readFileSync } from 'node:fs';

const SEED = readFileSync('samples/problem-type.interaction.json', 'utf8');

/** The seed example; with a name, another content under the same id. */
export function seed(changes: Record<string, unknown> = {}): string {
  return JSON.stringify({ ...JSON.parse(SEED), ...changes }, null, 2);
}
