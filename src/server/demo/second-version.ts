import type { FilePatch } from '#contract/file-patch.ts';
import { applyPatches } from '#format/patch.ts';
import { invariant } from '#prelude/assert-never.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';

const QUESTION: JsonObject = {
  type: 'question',
  name: 'Word at hand',
  text: {
    en: 'Do you have your security word at hand? If not, there is another way.',
    es: '¿Tiene a mano su palabra de seguridad? Si no, hay otra forma.',
  },
  answer: { kind: 'yes-no', variable: 'word_at_hand' },
  target: 'PT10S',
  help: { en: 'Do not let the customer look for it.', es: 'No deje que el cliente la busque.' },
};

/** *Lost or stolen card* as the demo's designer changed it: who has no security word is not kept looking for it. */
export function secondLostCard(first: Json): JsonObject {
  invariant(isJsonObject(first), 'a sample is an object');
  return applyPatches(first, [
    {
      path: ['variables', 'word_at_hand'],
      value: { type: 'boolean', label: 'Has the security word', privacy: 'public' },
    },
    { path: ['elements', 'q_word_at_hand'], value: QUESTION },
    { path: ['connectors', 'k_birth_date_security_word', 'to'], value: 'q_word_at_hand' },
    { path: ['connectors', 'k_word_at_hand_security_word'], value: leads('yes', 'q_security_word') },
    { path: ['connectors', 'k_word_at_hand_last_payment'], value: leads('no', 'q_last_payment') },
    { path: ['layout', 'positions', 'q_word_at_hand'], value: [260, 560] },
    ...adaptedTests(first.tests),
    {
      path: ['tests', 't_without_word'],
      value: {
        name: 'Without the security word at hand, a recent payment is asked for at once',
        answers: [
          { at: 'q_situation', answer: 'lost' },
          { at: 'q_holder', answer: true },
          { at: 'q_birth_date', answer: '1984-03-09' },
          { at: 'q_word_at_hand', answer: false },
          { at: 'q_last_payment', answer: true },
          { at: 'q_unknown_payments', answer: false },
          { at: 'q_replacement', answer: false },
        ],
        expect: { outcome: 'card blocked' },
      },
    },
  ]).value;
}

function leads(exit: string, to: string): JsonObject {
  return { from: 'q_word_at_hand', exit, to };
}

/** The tests that come past the new question answer it. */
function adaptedTests(tests: Json | undefined): FilePatch[] {
  return Object.entries(isJsonObject(tests) ? tests : {}).flatMap(([id, test]): FilePatch[] => {
    if (!isJsonObject(test) || !Array.isArray(test.answers) || !isJsonObject(test.expect)) return [];
    const answers = test.answers.flatMap((entry: Json) =>
      isJsonObject(entry) && entry.at === 'q_birth_date' ? [entry, { at: 'q_word_at_hand', answer: true }] : [entry],
    );
    const { visited } = test.expect;
    const path = Array.isArray(visited)
      ? visited.flatMap((at: Json) => (at === 'q_birth_date' ? [at, 'q_word_at_hand'] : [at]))
      : undefined;
    return [
      { path: ['tests', id, 'answers'], value: answers },
      ...(path ? [{ path: ['tests', id, 'expect', 'visited'], value: path }] : []),
    ];
  });
}
