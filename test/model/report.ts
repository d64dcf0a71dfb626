import type { Interaction } from '#format/interaction.ts';
import type { Act } from '#test/factories/random-acts.ts';

/** A drawing in a few lines, as its tests would write it. */
function drawn({ id, start, elements, connectors }: Interaction): string {
  const lines = Object.entries(elements).map(([key, { name: _name, type, ...settings }]) => {
    return `  ${key === start ? '*' : ' '} ${key}: ${type} ${JSON.stringify(settings)}`;
  });
  const ways = Object.values(connectors).map(({ from, exit = '', to }) => `    ${from}.${exit} -> ${to}`);
  return [id, ...lines, ...ways].join('\n');
}

/** What two interpreters differ in, with the smallest session that shows it. */
export function report(interactions: readonly Interaction[], acts: readonly Act[], error: unknown): string {
  const done = acts.map(({ kind, pick, wait }) => `${kind} ${pick} after ${wait}`).join('; ');
  const says = error instanceof Error ? differences(error) : String(error);
  return [...interactions.map(drawn), `Acts: ${done}`, says].join('\n');
}

/** The lines that differ, of the whole that was compared. */
function differences(
  error: Error & { readonly diff?: string; readonly actual?: unknown; readonly expected?: unknown },
) {
  const lines: string[] = [];
  compare('', error.actual, error.expected, lines);
  return [error.message.split('\n')[0], ...lines].join('\n');
}

function compare(path: string, engine: unknown, model: unknown, lines: string[]): void {
  if (JSON.stringify(engine) === JSON.stringify(model)) return;
  const isBoth = [engine, model].every((each) => typeof each === 'object' && each !== null);
  if (!isBoth) {
    lines.push(`${path}: engine ${JSON.stringify(engine)}, model ${JSON.stringify(model)}`);
    return;
  }
  if (path === '.told') {
    lines.push('engine tells', ...(engine as unknown[]).map((each) => `  ${JSON.stringify(each)}`));
    lines.push('model tells', ...(model as unknown[]).map((each) => `  ${JSON.stringify(each)}`));
    return;
  }
  const one = engine as { readonly [key: string]: unknown };
  const two = model as { readonly [key: string]: unknown };
  for (const key of new Set([...Object.keys(one), ...Object.keys(two)]))
    compare(`${path}.${key}`, one[key], two[key], lines);
}
