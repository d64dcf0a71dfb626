import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER_KINDS } from '#contract/answers/answer-kinds.ts';
import type { PageField } from '#contract/page.ts';
import { WORD_LANGUAGES } from '#contract/wording.ts';
import { catalog } from '#elements/catalog.ts';
import { decide } from '#engine/decide.ts';
import { pageOf } from '#engine/page.ts';
import { compile } from '#engine/program.ts';
import { start } from '#engine/start.ts';
import { shapeOf } from '#format/variable-shape.ts';
import { FIELD_KINDS } from '#parts/field-kinds.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import { draw, text } from '#test/factories/draw.ts';

const two = (n: number) => String(n).padStart(2, '0');
const day = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const clock = fc.tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 })).map(([h, m]) => `${two(h)}:${two(m)}:00`);
const OPTIONS = ['red', 'gold', 'blue'];

const ORDERS = ['A1', 'B2', 'C3'].map((number) => ({ number }));

interface Tried {
  readonly settings?: JsonObject;
  /** Answers as they are put in. */
  readonly answers: fc.Arbitrary<Json>;
  /** What is kept of an answer, and what is put in for what is kept; where left out, they are the same. */
  readonly kept?: (answer: Json) => Json;
  readonly putIn?: (kept: Json) => Json;
}

const KINDS: { readonly [kind: string]: Tried } = {
  'one-choice': { answers: fc.constantFrom(...OPTIONS) },
  'many-choices': { answers: fc.subarray(OPTIONS, { minLength: 1 }) },
  'yes-no': { answers: fc.boolean() },
  rating: { settings: { scale: 10 }, answers: fc.integer({ min: 1, max: 10 }) },
  'short-text': { answers: fc.string({ minLength: 1, maxLength: 40 }).map(trimmed) },
  'long-text': { answers: fc.string({ minLength: 1, maxLength: 400 }).map(trimmed) },
  email: { answers: fc.constantFrom('ana@example.com', 'a.b+c@sub.example.org', 'josé@exämple.es') },
  phone: { settings: { prefix: '+34' }, answers: fc.constantFrom('+34911234567', '+442079460958', '+12125550123') },
  secret: { answers: fc.string({ minLength: 1, maxLength: 20 }).filter((secret) => secret.trim() !== '') },
  number: { answers: fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 100) },
  money: {
    settings: { currencies: ['EUR', 'USD'] },
    answers: fc
      .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.nat({ max: 99 }), fc.constantFrom('EUR', 'USD'))
      .map(([whole, cents, currency]) => ({ amount: `${whole}.${two(cents)}`, currency })),
  },
  date: { answers: day },
  time: { answers: clock },
  'date-time': { answers: fc.tuple(day, clock).map(([date, time]) => `${date}T${time}+00:00`) },
  file: {
    answers: fc.record({
      id: fc.constant('fil_1'),
      name: fc.string({ maxLength: 20 }),
      type: fc.constant('application/pdf'),
      size: fc.nat({ max: 1_000_000 }),
    }),
  },
  rows: {
    settings: {
      list: '[{number: "A1"}, {number: "B2"}, {number: "C3"}]',
      columns: [{ field: 'number', label: text('Order') }],
      pick: 'one',
    },
    answers: fc.nat({ max: ORDERS.length - 1 }),
    kept: (row) => ORDERS[row as number] ?? null,
    putIn: (kept) => ORDERS.findIndex(({ number }) => isJsonObject(kept) && kept['number'] === number),
  },
};

const same = (answer: Json): Json => answer;

function trimmed(words: string): string {
  return words.trim() || 'x';
}

/** A session that waits at a question of one kind, with its field. */
function asked(kind: string, language: string, settings: JsonObject = {}) {
  const definition = ANSWER_KINDS.find((each) => each.kind === kind);
  if (!definition) throw new Error(kind);
  const answer = { ...definition.defaults('given'), ...settings };
  const shape = shapeOf(definition.type(answer));
  const exit = definition.exits(answer).find(({ connectors }) => connectors === 'options');
  const choices = exit ? OPTIONS : [];
  const program = compile(
    draw({
      languages: [...WORD_LANGUAGES],
      variables: { given: { ...shape, label: 'Given', ...(definition.secret ? { privacy: 'secret' } : {}) } },
      elements: {
        q_a: { text: text('What?'), answer: answer as unknown as JsonObject },
        ...Object.fromEntries(choices.map((value) => [`c_${value}`, { value, label: text(value.toUpperCase()) }])),
      },
      connectors: choices.map((value) => `q_a.${exit?.name} -> c_${value}`),
    }),
    catalog,
  );
  const started = start(program, { client: 'test', language }, 0);
  if (!started.ok) throw new Error(started.error.message);
  const { state } = started.value;
  const field = pageOf(program, state)?.part.fields[0] as PageField;
  const view = FIELD_KINDS[kind];
  if (!view) throw new Error(`${kind} has no input`);
  return {
    field,
    view,
    /** What the engine makes of an answer: the value and its words, or the sentence of its refusal. */
    take(value: Json | undefined) {
      const decided = decide(program, state, value === undefined ? { kind: 'answer' } : { kind: 'answer', value }, 0);
      if (!decided.ok) return { refused: decided.error.fields?.[0]?.message ?? decided.error.message };
      const given = decided.value.events.find((event) => event.kind === 'answer-given');
      const kept = decided.value.secrets?.['given'] ?? decided.value.state.variables['given'];
      return { kept, shown: given?.kind === 'answer-given' ? given.shown : undefined };
    },
  };
}

const language = fc.constantFrom(...WORD_LANGUAGES);

describe.each(Object.entries(KINDS))('the field of %s', (kind, { settings, answers, kept = same, putIn = same }) => {
  const sessions = new Map(WORD_LANGUAGES.map((each) => [each, asked(kind, each, settings)]));
  const in_ = (each: (typeof WORD_LANGUAGES)[number]) => sessions.get(each) ?? asked(kind, each, settings);

  it('gives back the answer that stands in it, in every language, and it is taken again', () => {
    fc.assert(
      fc.property(answers, language, (answer, each) => {
        const { view, field, take } = in_(each);
        const again = view.answer(view.typed(answer, each, field), each, field);
        expect(again).toEqual(answer);
        expect(take(again)).toMatchObject({ kept: kept(answer) });
      }),
    );
  });

  it('makes of anything that is typed an answer that is taken, and shown again as the same, or refused in words', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d.,:/+ €$-]{0,12}$/)), language, (typed, each) => {
        const { view, field, take } = in_(each);
        const taken = take(view.answer(kind === 'money' ? { text: typed, currency: 'EUR' } : typed, each, field));
        if (taken.refused !== undefined) {
          expect(taken.refused).toMatch(/^\p{Lu}.{5,}/u);
          return;
        }
        if (kind === 'secret' || taken.kept === undefined) return;
        const input = putIn(taken.kept);
        expect(view.answer(view.typed(input, each, field), each, field)).toEqual(input);
      }),
    );
  });
});

describe.each(['number', 'money', 'date', 'time', 'date-time', 'phone', 'email'])('%s in words', (kind) => {
  it('is understood when it is typed as it is shown, in every language', () => {
    const of = KINDS[kind];
    if (!of) throw new Error(kind);
    fc.assert(
      fc.property(of.answers, language, (answer, each) => {
        const { view, field, take } = asked(kind, each, of.settings);
        const { shown = '' } = take(answer);
        const typed = kind === 'money' ? { text: shown, currency: (answer as JsonObject)['currency'] ?? '' } : shown;
        expect(view.answer(typed, each, field)).toEqual(answer);
        expect(take(view.answer(typed, each, field))).toMatchObject({ kept: answer });
      }),
      { numRuns: 50 },
    );
  });
});

it('every kind of answer is tried here', () => {
  expect(Object.keys(KINDS).toSorted()).toEqual(ANSWER_KINDS.map(({ kind }) => kind).toSorted());
});
