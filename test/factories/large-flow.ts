import type { Interaction } from '#format/interaction.ts';
import { COLUMN, ROW_GAP } from '#map/spacing.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import { draw, text } from './draw.ts';

/** Questions in one row of the drawing. */
const IN_ROW = 30;

/** Room for a Question with its two Choices one below the other. */
const ROW = 200;

/** A branching flow of Questions with two Choices each, in rows that one reads like lines; every element has its place. */
export function largeFlow(count: number): Interaction {
  const questions = Math.floor(count / 3);
  const elements: { [id: string]: JsonObject } = {};
  const variables: { [id: string]: Json } = {};
  const connectors: string[] = [];
  const positions: { [id: string]: readonly [number, number] } = {};
  for (let n = 0; n < questions; n++) {
    const x = (n % IN_ROW) * 2 * COLUMN;
    const y = Math.floor(n / IN_ROW) * ROW;
    variables[`a_${n}`] = { type: 'option', label: `Answer ${n}` };
    elements[`q_${n}`] = {
      name: `Question ${n}`,
      text: text(`What does the customer say about item ${n} of the bill?`),
      answer: { kind: 'one-choice', variable: `a_${n}` },
    };
    positions[`q_${n}`] = [x, y];
    for (const [row, side] of ['paid', 'open'].entries()) {
      const choice = `c_${side}_${n}`;
      elements[choice] = { name: `It is ${side}`, value: side, label: text(`It is ${side}`) };
      positions[choice] = [x + COLUMN, y + row * (48 + ROW_GAP)];
      connectors.push(`q_${n}.choices -> ${choice}`);
      if (n + 1 < questions) connectors.push(`${choice} -> q_${n + 1}`);
    }
  }
  for (let n = questions * 3; n < count; n++) {
    elements[`s_${n}`] = { name: `Statement ${n}`, text: text('Thank you.') };
    positions[`s_${n}`] = [(n - questions * 3) * COLUMN, (Math.floor(questions / IN_ROW) + 1) * ROW];
  }
  const drawn = draw({ name: `Flow of ${count}`, variables, elements, connectors });
  return { ...drawn, layout: { ...drawn.layout, positions } };
}
