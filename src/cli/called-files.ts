import type { CalledVersion, CalledVersions } from '#checks/called/called-version.ts';
import { calleesOf } from '#checks/callees.ts';
import { problemsOf } from '#checks/registry.ts';
import type { ModelContext } from '#contract/element-type.ts';
import { catalog } from '#elements/catalog.ts';
import type { Interaction } from '#format/interaction.ts';

/** What an Interaction runs among the files that are at hand, with how many errors each has; each file is checked once. */
export function calledFiles(
  files: readonly Interaction[],
  callee: ModelContext['callee'],
): (interaction: Interaction) => CalledVersions {
  const checked = new Map<string, CalledVersion>();
  const check = (file: Interaction): CalledVersion => {
    const errors = problemsOf(file, catalog, callee).filter(({ severity }) => severity === 'error').length;
    const made = { interaction: file.id, name: file.name, errors, failedTests: 0, calls: callsOf(file) };
    checked.set(file.id, made);
    return made;
  };
  return (interaction) => {
    const calls = callsOf(interaction);
    const versions = new Map<string, CalledVersion>();
    const waiting = Object.values(calls);
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const file = files.find((other) => other.id === id);
      if (!file || file.id === interaction.id || versions.has(id)) continue;
      const version = checked.get(id) ?? check(file);
      versions.set(id, version);
      waiting.push(...Object.values(version.calls));
    }
    return { calls, versions };
  };
}

function callsOf(interaction: Interaction): CalledVersion['calls'] & { readonly [id: string]: string } {
  return Object.fromEntries(calleesOf(interaction, catalog).map((id) => [id, id]));
}
