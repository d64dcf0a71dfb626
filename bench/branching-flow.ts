import { catalog } from '#elements/catalog.ts';
import type { Interaction } from '#format/interaction.ts';
import { checkInteraction } from '#format/read.ts';
import type { Json } from '#prelude/json.ts';

const QUESTIONS = 10;
export const SIDES = ['left', 'right'] as const;

/** The answers that walk the flow from its start to its end. */
export const FLOW_ANSWERS: readonly (typeof SIDES)[number][] = Array.from({ length: QUESTIONS }, (_, index) =>
  index % 3 === 0 ? 'left' : 'right',
);

/** Ten questions with a choice to the next question and one to the next but one… both ways go on, so the path branches. */
export function branchingFlow(): Interaction {
  const elements: { [id: string]: Json } = {};
  const connectors: { [id: string]: Json } = {};
  const variables: { [id: string]: Json } = {};
  for (let i = 0; i < QUESTIONS; i++) {
    variables[`a_${i}`] = { type: 'option', label: `Answer ${i}` };
    elements[`q_${i}`] = {
      type: 'question',
      name: `Question ${i}`,
      text: { en: `Question ${i}?` },
      answer: { kind: 'one-choice', variable: `a_${i}` },
    };
    for (const side of SIDES) {
      elements[`c_${side}_${i}`] = { type: 'choice', name: side, value: side, label: { en: side } };
      connectors[`k_${side}_${i}`] = {
        from: `q_${i}`,
        exit: 'choices',
        to: `c_${side}_${i}`,
        order: side === 'left' ? 'a0' : 'a1',
      };
      connectors[`n_${side}_${i}`] = { from: `c_${side}_${i}`, to: i + 1 < QUESTIONS ? `q_${i + 1}` : 's_end' };
    }
  }
  elements.s_end = { type: 'statement', name: 'End', text: { en: 'Thank you.' } };
  const checked = checkInteraction(
    { format: 1, id: 'int_flow', name: 'Flow', languages: ['en'], start: 'q_0', variables, elements, connectors },
    catalog,
  );
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value;
}

/** The same flow as a state chart: each answer keeps its value in the context. */
export function xstateConfig() {
  const states: { [name: string]: object } = { end: {} };
  for (let i = 0; i < QUESTIONS; i++) {
    const target = i + 1 < QUESTIONS ? `q_${i + 1}` : 'end';
    states[`q_${i}`] = { on: { left: { target }, right: { target } } };
  }
  return { id: 'flow', initial: 'q_0', states };
}

/** The same flow as a story in ink, the scripting language of branching stories. */
export function inkStory(): string {
  const variables: string[] = [];
  const knots: string[] = [];
  for (let i = 0; i < QUESTIONS; i++) {
    variables.push(`VAR a_${i} = ""`);
    knots.push(`=== q_${i} ===`, `Question ${i}?`);
    for (const side of SIDES) {
      knots.push(`+ ${side}`, `  ~ a_${i} = "${side}"`, `  -> ${i + 1 < QUESTIONS ? `q_${i + 1}` : 's_end'}`);
    }
  }
  return [...variables, '-> q_0', ...knots, '=== s_end ===', 'Thank you.', '-> END'].join('\n');
}
