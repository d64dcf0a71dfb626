import fc from 'fast-check';
import { catalog } from '#elements/catalog.ts';
import { settingsOf } from '#format/element-settings.ts';
import type { Interaction } from '#format/interaction.ts';
import type { JsonObject } from '#prelude/json.ts';
import { draw, text } from './draw.ts';
import { ACTION_VARIABLES, actions, CALLABLE, verified, withButtons } from './random-actions.ts';

const word = fc.constantFrom('red', 'blue', 'gold', 'old', 'new', 'left', 'right');
const label = fc.oneof(
  word,
  fc.string({ maxLength: 12 }),
  fc.constantFrom('Hola {who}', '**bold** {count}', '{{braces}}', 'ünï 👍', '{tags} in {place}', 'PIN {pin}'),
  fc.constantFrom('{values.notice} says {agent.name}', '{language} at {now().hour}'),
);

/** One choice of a list, which hangs on an earlier answer. */
const PLACE: JsonObject = {
  kind: 'one-choice',
  variable: 'place',
  list: { from: '[{"code": "red", "name": "Red Hill"}, {"code": word, "name": word}]', value: 'code', label: 'name' },
};

/** Asked for by a kind that hides it, and by one that does not: the variable is secret either way. */
const SECRET: JsonObject = { kind: 'secret', variable: 'pin' };

const RATING: JsonObject = { kind: 'rating', variable: 'count', scale: 3 };

/** What hangs on account, language and clock. */
const OUTSIDE = ['values.open', 'count > values.limit', 'language = "es"', 'now().hour < 8'] as const;
const READ = ['values.limit', 'now().hour'] as const;

/** Settings of a random element, by the letter of its id. Every variable they need is declared by the drawing. */
const settings: { readonly [letter: string]: fc.Arbitrary<JsonObject> } = {
  ...actions,
  s: fc.tuple(label, withButtons).map(([words, more]) => ({ text: text(words), ...more })),
  q: fc.oneof(
    fc.record({ text: label.map(text), answer: fc.constant({ kind: 'one-choice', variable: 'who' }) }),
    fc.record({ text: label.map(text), answer: fc.constant({ kind: 'yes-no', variable: 'agreed' }) }),
    fc.record({ text: label.map(text), answer: fc.constant({ kind: 'number', variable: 'count', min: 0, max: 9 }) }),
    fc.record({
      text: label.map(text),
      answer: fc.constant({ kind: 'short-text', variable: 'word', required: false }),
    }),
    fc.record({ text: label.map(text), answer: fc.constant({ kind: 'date', variable: 'day' }) }),
    fc.record({
      text: label.map(text),
      answer: fc.constant({ kind: 'many-choices', variable: 'tags', required: false }),
    }),
    fc.record({ text: label.map(text), answer: fc.constantFrom(PLACE, RATING) }),
    fc.record({ text: label.map(text), answer: fc.constantFrom(SECRET, { ...SECRET, kind: 'short-text' }) }),
    fc.tuple(label, verified).map(([words, check]) => ({
      text: text(words),
      answer: { kind: 'number', variable: 'count' },
      ...check,
    })),
  ),
  c: fc.record({ label: label.map(text), value: word }),
  d: fc
    .array(
      fc.constantFrom(
        'count > 4',
        'agreed',
        'word = "red"',
        'who = "gold"',
        'day > date("2026-06-01")',
        'pin = "red"',
        ...OUTSIDE,
      ),
      {
        maxLength: 3,
      },
    )
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
    .array(fc.constantFrom('count + 1', 'if agreed then 1 else 2', 'null', '3', 'string length(pin)', ...READ), {
      maxLength: 2,
    })
    .map((rows) => ({
      rows: [
        ...rows.map((expression) => ({ variable: 'count', expression })),
        ...(rows[0] === 'null' ? [{ variable: 'word', expression: 'pin' }] : []),
      ],
    })),
  e: word.map((outcome) => ({ outcome })),
};

const VARIABLES: JsonObject = {
  who: { type: 'option', label: 'Who' },
  agreed: { type: 'boolean', label: 'Agreed' },
  count: { type: 'number', label: 'Count', default: 1 },
  word: { type: 'text', label: 'Word' },
  day: { type: 'date', label: 'Day' },
  tags: { type: 'list', items: { type: 'option' }, label: 'Tags' },
  place: { type: 'option', label: 'Place' },
  ...ACTION_VARIABLES,
};

/** The exits of each element, as its type tells them. */
function exitsIn({ elements }: Interaction): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(elements).map(([id, element]) => {
      const exits = catalog.get(element.type)?.exits(settingsOf(element)) ?? [];
      return [id, exits.map(({ name }) => name)];
    }),
  );
}

/** How drawings come out: the letters of their elements, at least how many, and one exit of how many leads nowhere. */
interface Manner {
  readonly letters: readonly string[];
  readonly least: number;
  readonly deadEnds: number;
}

const LETTERS = ['s', 's', 'q', 'q', 'q', 'c', 'c', 'd', 't', 'v', 'e', 'i', 'm', 'h', 'w', 'x', 'l', 'l', 'u', 'u'];

const ANY_SHAPE: Manner = { letters: LETTERS, least: 1, deadEnds: 5 };

/** More pages than anything else, and few dead ends: sessions that last. */
const LIVELY: Manner = {
  letters: [...LETTERS, 's', 's', 's', 'q', 'q', 'q', 'q', 'i', 'd', 'v'],
  least: 4,
  deadEnds: 16,
};

/** Interactions of any shape that a file may have: loops, dead ends and unreachable parts included. */
export const randomInteraction: fc.Arbitrary<Interaction> = randomDrawn('int_drawn', ANY_SHAPE);

/** An Interaction with others that it may call, and that may call it. */
export const randomInteractions = drawnIn(ANY_SHAPE);

/** The same, in which sessions go on for long. */
export const livelyInteractions = drawnIn(LIVELY);

function drawnIn(manner: Manner): fc.Arbitrary<readonly [Interaction, ...Interaction[]]> {
  const [first, ...others] = CALLABLE;
  return fc.tuple(randomDrawn(first, manner), ...others.map((id) => randomDrawn(id, manner)));
}

function randomDrawn(id: string, { letters: some, least, deadEnds }: Manner): fc.Arbitrary<Interaction> {
  return fc.array(fc.constantFrom(...some), { minLength: least, maxLength: 14 }).chain((letters) => {
    const ids = letters.map((letter, index) => `${letter}_${index}`);
    return fc
      .record({
        elements: fc.tuple(...ids.map((each) => settings[each[0] ?? ''] ?? fc.constant({}))),
        targets: fc.array(fc.nat({ max: ids.length - 1 }), { minLength: ids.length * 4, maxLength: ids.length * 4 }),
        entries: fc.array(fc.nat({ max: ids.length - 1 }), { maxLength: 2 }),
      })
      .map(({ elements, targets, entries }) => {
        const choices = ids.filter((each) => each.startsWith('c'));
        const drawn = Object.fromEntries(ids.map((each, index) => [each, elements[index] ?? {}]));
        const exits = exitsIn(draw({ variables: VARIABLES, elements: drawn }));
        const connectors = ids.flatMap((each, index) =>
          (exits.get(each) ?? []).flatMap((exit, at) => {
            const target = targets[(index * 4 + at) % targets.length] ?? 0;
            if (exit === 'choices')
              return choices.filter((_, i) => (target + i) % 3 !== 0).map((choice) => `${each}.choices -> ${choice}`);
            return (target * 7 + index + at) % deadEnds === 4 ? [] : [`${each}.${exit} -> ${ids[target]}`];
          }),
        );
        const withEntries = Object.fromEntries(
          ids.map((each, index) => [
            each,
            entries.includes(index) ? { ...elements[index], entryPoint: true } : (elements[index] ?? {}),
          ]),
        );
        return draw({ id, languages: ['en', 'es'], variables: VARIABLES, elements: withEntries, connectors });
      });
  });
}
