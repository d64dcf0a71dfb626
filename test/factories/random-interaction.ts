import fc from 'fast-check';
import type { Interaction } from '#format/interaction.ts';
import type { JsonObject } from '#prelude/json.ts';
import { draw, text } from './draw.ts';

const word = fc.constantFrom('red', 'blue', 'gold', 'old', 'new', 'left', 'right');
const label = fc.oneof(
  word,
  fc.string({ maxLength: 12 }),
  fc.constantFrom('Hola {who}', '**bold** {count}', '{{braces}}', 'ünï 👍'),
);

/** Settings of a random element, by the letter of its id. Every variable they need is declared by the drawing. */
const settings: { readonly [letter: string]: fc.Arbitrary<JsonObject> } = {
  s: label.map((words) => ({ text: text(words) })),
  q: fc.oneof(
    fc.record({ text: label.map(text), answer: fc.constant({ kind: 'one-choice', variable: 'who' }) }),
    fc.record({ text: label.map(text), answer: fc.constant({ kind: 'yes-no', variable: 'agreed' }) }),
    fc.record({ text: label.map(text), answer: fc.constant({ kind: 'number', variable: 'count', min: 0, max: 9 }) }),
    fc.record({
      text: label.map(text),
      answer: fc.constant({ kind: 'short-text', variable: 'word', required: false }),
    }),
    fc.record({ text: label.map(text), answer: fc.constant({ kind: 'date', variable: 'day' }) }),
  ),
  c: fc.record({ label: label.map(text), value: word }),
  d: fc
    .array(fc.constantFrom('count > 4', 'agreed', 'word = "red"', 'who = "gold"', 'day > date("2026-06-01")'), {
      maxLength: 3,
    })
    .map((rules) => ({ rules: rules.map((when, index) => ({ id: `rule_${index}`, label: when, when })) })),
  t: fc
    .record({
      hitPolicy: fc.constantFrom('unique', 'first', 'any', 'priority'),
      rules: fc.array(
        fc.record({
          when: fc.record({
            count: fc.constantFrom('-', '< 5', '[3..9]'),
            who: fc.constantFrom('-', '"gold"', 'not("red")'),
          }),
          exit: fc.constantFrom('one', 'two', 'otherwise'),
          set: fc.constantFrom({}, { word: 'string(count)' }),
        }),
        { maxLength: 3 },
      ),
    })
    .map(({ hitPolicy, rules }) => ({
      logic: {
        form: 'table',
        hitPolicy,
        inputs: ['count', 'who'].map((key) => ({ id: key, label: key, expression: key })),
        outputs: [{ id: 'word', variable: 'word', otherwise: '"none"' }],
        exits: ['one', 'two'].map((id) => ({ id, label: id })),
        rules: rules.map((rule, index) => ({ id: `row_${index}`, ...rule })),
      },
    })),
  v: fc
    .array(fc.constantFrom('count + 1', 'if agreed then 1 else 2', 'null', '3'), { maxLength: 2 })
    .map((rows) => ({ rows: rows.map((expression) => ({ variable: 'count', expression })) })),
  e: word.map((outcome) => ({ outcome })),
};

const VARIABLES: JsonObject = {
  who: { type: 'option', label: 'Who' },
  agreed: { type: 'boolean', label: 'Agreed' },
  count: { type: 'number', label: 'Count', default: 1 },
  word: { type: 'text', label: 'Word' },
  day: { type: 'date', label: 'Day' },
};

const EXITS: { readonly [kind: string]: readonly string[] } = { 'one-choice': ['choices'], 'yes-no': ['yes', 'no'] };

function exitsOf(id: string, element: JsonObject): readonly string[] {
  if (id[0] === 'd') return [...(element.rules as readonly { id: string }[]).map((rule) => rule.id), 'otherwise'];
  if (id[0] === 't') return ['one', 'two', 'otherwise'];
  if (id[0] === 'q') return EXITS[(element.answer as { kind: string }).kind] ?? ['next'];
  return id[0] === 'e' ? [] : ['next'];
}

/** Interactions of any shape that a file may have: loops, dead ends and unreachable parts included. */
export const randomInteraction: fc.Arbitrary<Interaction> = fc
  .array(fc.constantFrom('s', 'q', 'q', 'c', 'c', 'd', 't', 'v', 'e'), { minLength: 1, maxLength: 14 })
  .chain((letters) => {
    const ids = letters.map((letter, index) => `${letter}_${index}`);
    return fc
      .record({
        elements: fc.tuple(...ids.map((id) => settings[id[0] ?? ''] ?? fc.constant({}))),
        targets: fc.array(fc.nat({ max: ids.length - 1 }), { minLength: ids.length * 4, maxLength: ids.length * 4 }),
        entries: fc.array(fc.nat({ max: ids.length - 1 }), { maxLength: 2 }),
      })
      .map(({ elements, targets, entries }) => {
        const choices = ids.filter((id) => id.startsWith('c'));
        const connectors = ids.flatMap((id, index) =>
          exitsOf(id, elements[index] ?? {}).flatMap((exit, at) => {
            const target = targets[(index * 4 + at) % targets.length] ?? 0;
            if (exit === 'choices')
              return choices.filter((_, i) => (target + i) % 3 !== 0).map((choice) => `${id}.choices -> ${choice}`);
            // One exit in five leads nowhere.
            return target % 5 === 4 ? [] : [`${id}.${exit} -> ${ids[target]}`];
          }),
        );
        const withEntries = Object.fromEntries(
          ids.map((id, index) => [
            id,
            entries.includes(index) ? { ...elements[index], entryPoint: true } : (elements[index] ?? {}),
          ]),
        );
        return draw({ variables: VARIABLES, elements: withEntries, connectors });
      });
  });
