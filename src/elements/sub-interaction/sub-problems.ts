import type { ModelContext, SettingsProblem } from '#contract/element-type.ts';
import type { SubSettings } from './sub-interaction.ts';

/** What is wrong with a call of another Interaction, as far as it is known which ones there are. */
export function subProblems(settings: SubSettings, { callee: find }: ModelContext): readonly SettingsProblem[] {
  const { interaction, outcomes, inputs } = settings;
  const problems: SettingsProblem[] = [];
  const said = (code: string, path: string, message: string) =>
    problems.push({ code, severity: 'error', path, message });
  for (const [index, { id, outcome }] of outcomes.entries()) {
    const path = `outcomes.${index}`;
    const earlier = outcomes.slice(0, index);
    if (id === 'otherwise' || earlier.some((other) => other.id === id)) {
      said('sub-interaction.same-way-twice', `${path}.id`, `Two ways out share the id “${id}”; remove one`);
    }
    if (earlier.some((other) => other.outcome === outcome)) {
      said(
        'sub-interaction.same-outcome-twice',
        `${path}.outcome`,
        `Two ways out are for the outcome “${outcome}”; remove one`,
      );
    }
  }
  if (interaction === '') {
    said('sub-interaction.none', 'interaction', 'No Interaction is chosen; choose the one to run');
    return problems;
  }
  if (!find) return problems;
  const callee = find(interaction);
  if (!callee) {
    said(
      'sub-interaction.unknown',
      'interaction',
      `There is no Interaction “${interaction}” here; publish it first, or choose another one`,
    );
    return problems;
  }
  for (const [index, { variable }] of inputs.entries()) {
    if (Object.hasOwn(callee.variables, variable)) continue;
    said(
      'sub-interaction.unknown-input',
      `inputs.${index}.variable`,
      `“${callee.name}” has no variable “${variable}”; choose another`,
    );
  }
  for (const [index, { outcome }] of outcomes.entries()) {
    if (callee.outcomes.includes(outcome)) continue;
    const message = `“${callee.name}” never ends as “${outcome}”; remove the way out or correct its outcome`;
    problems.push({
      code: 'sub-interaction.unknown-outcome',
      severity: 'warning',
      path: `outcomes.${index}.outcome`,
      message,
    });
  }
  return problems;
}
