import { describe, expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import type { InteractionTest } from '#format/interaction.ts';
import type { JsonObject } from '#prelude/json.ts';
import { ask, say, texts } from '#test/engine/agent.ts';
import { type Drawing, draw } from '#test/factories/draw.ts';
import { compileWith } from '../library.ts';
import { failureWords } from './failure.ts';
import { runTest } from './run-test.ts';

const SOME_DAY = Date.UTC(2026, 0, 5, 9);

/** What a test finds wrong, in sentences. */
function found(drawing: Drawing, test: object, library: readonly Drawing[] = []): readonly string[] {
  const program = compileWith(
    draw({ ...drawing, tests: { t_1: { name: 'T', ...test } as JsonObject } }),
    library.map(draw),
    catalog,
  );
  return runTest(program, { name: 'T', ...test } as InteractionTest, SOME_DAY).failures.map(failureWords);
}

const both = (en: string, de: string): JsonObject => ({ text: { en, de } });

describe('what a test gives beside variables', () => {
  const notice: Drawing = {
    languages: ['en', 'de'],
    elements: {
      s_notice: both('Known fault: {values.outage_notice}', 'Bekannte Störung: {values.outage_notice}'),
      s_agent: both('You speak with {agent.name} on {channel}.', 'Sie sprechen mit {agent.name} ({channel}).'),
    },
    connectors: ['s_notice -> s_agent'],
  };

  it('is what texts read: account values, the language, who is there', () => {
    const given = {
      language: 'de',
      values: { outage_notice: 'Ostring ohne Strom' },
      agent: { name: 'Ann' },
      channel: 'voice',
    };
    const answers = [{ at: 's_notice', shows: ['Bekannte Störung: Ostring ohne Strom'] }];
    const shows = ['Sie sprechen mit Ann (voice).'];
    expect(found(notice, { given, answers, expect: { outcome: 'completed', shows } })).toEqual([]);
    expect(found(notice, { given: { ...given, language: 'en' }, answers, expect: { shows } })).toEqual([
      expect.stringMatching(
        /^“s_notice” does not show “Bekannte Störung: Ostring ohne Strom”; it shows “Known fault: Ostring/,
      ),
      '“Sie sprechen mit Ann (voice).” was never shown',
    ]);
  });

  const hours: Drawing = {
    variables: { day: { type: 'text', label: 'Day' } },
    elements: {
      v_day: { rows: [{ variable: 'day', expression: 'string(today())' }] },
      d_open: { logic: { form: 'rules', rules: [{ id: 'open', label: 'Open', when: 'now().hour >= 8' }] } },
      e_open: { outcome: 'open' },
      e_shut: { outcome: 'shut' },
    },
    connectors: ['v_day -> d_open', 'd_open.open -> e_open', 'd_open.otherwise -> e_shut'],
  };

  it('is the moment, where clocks show it', () => {
    const at = (now: string, timeZone: string, outcome: string, day: string) =>
      found(hours, { given: { now, timeZone }, answers: [], expect: { outcome, variables: { day } } });
    expect(at('2026-03-02T07:30:00Z', 'UTC', 'shut', '2026-03-02')).toEqual([]);
    expect(at('2026-03-02T07:30:00Z', 'Europe/Berlin', 'open', '2026-03-02')).toEqual([]);
    expect(at('2026-03-02T23:30Z', 'Europe/Berlin', 'shut', '2026-03-03')).toEqual([]);
    // Without an offset of its own it is what clocks of the zone show.
    expect(at('2026-03-02T08:00', 'Europe/Berlin', 'open', '2026-03-02')).toEqual([]);
    expect(at('2026-03-02T07:59:59', 'America/New_York', 'shut', '2026-03-02')).toEqual([]);
  });

  it('is that of whoever runs it where nothing is given: its moment, in UTC', () => {
    expect(found(hours, { answers: [], expect: { outcome: 'open', variables: { day: '2026-01-05' } } })).toEqual([]);
  });

  it('does not start in a language or a zone that is not there, and says which are', () => {
    expect(found(notice, { given: { language: 'fr' }, answers: [], expect: {} })).toEqual([
      'It does not start: The Interaction has no language “fr”; it has “en”, “de”',
    ]);
    expect(found(notice, { given: { timeZone: 'Europe/Berln' }, answers: [], expect: {} })).toEqual([
      'It does not start: There is no time zone “Europe/Berln”; it is written like Europe/Berlin',
    ]);
  });

  it('is a variable where the Interaction has one of that name', () => {
    const drawing: Drawing = {
      variables: { now: { type: 'number', label: 'Now', input: true } },
      elements: { s_now: say('It is {now}.') },
    };
    expect(found(drawing, { given: { now: 7 }, answers: [], expect: { shows: ['It is 7.'] } })).toEqual([]);
  });
});

describe('an answer that has to be refused', () => {
  const age: Drawing = {
    variables: { age: { type: 'number', label: 'Age' } },
    elements: { q_age: { ...say('How old are you?'), answer: { kind: 'number', variable: 'age', min: 0 } } },
  };

  it('is, and the page stays for the next one', () => {
    const answers = [
      { at: 'q_age', answer: -1, refused: true },
      { at: 'q_age', answer: 'many', refused: 'number' },
      { at: 'q_age', answer: 7 },
    ];
    expect(found(age, { answers, expect: { outcome: 'completed', variables: { age: 7 } } })).toEqual([]);
  });

  it('fails the test where it is taken, or refused in other words', () => {
    expect(found(age, { answers: [{ at: 'q_age', answer: 7, refused: true }], expect: {} })).toEqual([
      '“q_age” takes 7, which had to be refused',
    ]);
    const [words, ...more] = found(age, { answers: [{ at: 'q_age', answer: -1, refused: 'too old' }], expect: {} });
    expect(words).toMatch(/^“q_age” refuses the answer in other words: expected “too old”, got “.+”$/);
    expect(more).toEqual([]);
  });

  it('is one that an outside system turns down, too', () => {
    const asked: Drawing = {
      variables: texts('number'),
      elements: {
        q_number: ask('number', {
          verify: {
            connection: 'crm',
            method: 'GET',
            path: '/customers/{number}',
            inputs: [],
            outputs: [],
            valid: 'response.known',
            message: { en: 'Nobody has this number' },
            sample: { known: true },
          },
        }),
      },
    };
    const effects = { q_number: [{ known: false }, { known: true }] };
    const answers = [
      { at: 'q_number', answer: '1', refused: 'Nobody has this number' },
      { at: 'q_number', answer: '2' },
    ];
    expect(found(asked, { answers, effects, expect: { outcome: 'completed', variables: { number: '2' } } })).toEqual(
      [],
    );
  });
});

describe('words that have to be seen', () => {
  it('are found in labels, options and wrap-up texts, whatever spaces stand between them', () => {
    const drawing: Drawing = {
      variables: { plan: { type: 'option', label: 'Plan' } },
      elements: {
        q_plan: { ...say('Which plan?'), answer: { kind: 'one-choice', variable: 'plan' } },
        c_small: { label: { en: 'Small, **10 €**' }, value: 'small' },
        e_done: { outcome: 'completed', wrapUp: { en: 'Chose\n{plan}' } },
      },
      connectors: ['q_plan.choices -> c_small', 'c_small -> e_done'],
    };
    const answers = [{ at: 'q_plan', answer: 'small', shows: ['Which plan?', 'Small,'] }];
    expect(found(drawing, { answers, expect: { outcome: 'completed', shows: ['Chose Small'] } })).toEqual([]);
  });

  it('may be words that nobody may see: there, or anywhere up to the wrap-up text', () => {
    const drawing: Drawing = {
      variables: texts('name'),
      elements: {
        q_name: ask('name'),
        s_fee: say('There is a fee. {values.notice}'),
        e_done: { outcome: 'completed', wrapUp: { en: 'Served {name}' } },
      },
      connectors: ['q_name -> s_fee', 's_fee -> e_done'],
    };
    const run = (hides: readonly string[], there: readonly string[] = []) =>
      found(drawing, {
        answers: [
          { at: 'q_name', answer: 'Ann', hides: there },
          { at: 's_fee', hides: there },
        ],
        expect: { hides },
      });
    expect(run(['No fee', 'Bob'], ['free of charge'])).toEqual([]);
    expect(run(['fee', 'Served Ann'], ['There is a fee.'])).toEqual([
      '“s_fee” shows “fee”, which may not be seen',
      '“s_fee” shows “There is a fee.”, which may not be seen',
      '“e_done” shows “Served Ann”, which may not be seen',
    ]);
  });

  it('are those of the page where the run waits in the end, too', () => {
    const drawing: Drawing = {
      variables: texts('a', 'b'),
      elements: { q_a: ask('a'), q_b: ask('b') },
      connectors: ['q_a -> q_b'],
    };
    const test = { answers: [{ at: 'q_a', answer: 'x' }], expect: { at: 'q_b', shows: ['b?'] } };
    expect(found(drawing, test)).toEqual([]);
    expect(found(drawing, { ...test, answers: [...test.answers, { at: 'q_b', shows: ['c?'] }] })).toEqual([
      '“q_b” does not show “c?”; it shows “b? / Next”',
    ]);
  });

  it('do not count where a condition hides them', () => {
    const form: Drawing = {
      variables: { ...texts('name'), vip: { type: 'boolean', label: 'VIP', input: true } },
      elements: {
        f_who: {
          type: 'form',
          text: { en: 'Who?' },
          sections: [
            {
              columns: 1,
              items: [
                { kind: 'text', text: { en: 'Say welcome back.' }, shownWhen: 'vip' },
                { kind: 'field', label: { en: 'Name' }, answer: { kind: 'short-text', variable: 'name' } },
              ],
            },
          ],
        },
      },
    };
    const shows = ['Say welcome back.'];
    expect(
      found(form, { given: { vip: true }, answers: [{ at: 'f_who', answer: { name: 'A' }, shows }], expect: {} }),
    ).toEqual([]);
    expect(
      found(form, { given: { vip: false }, answers: [{ at: 'f_who', answer: { name: 'A' }, shows }], expect: {} }),
    ).toHaveLength(1);
  });
});

describe('another Interaction that runs within', () => {
  const identity: Drawing = {
    id: 'int_identity',
    languages: ['en', 'de'],
    variables: texts('name'),
    elements: {
      q_name: {
        ...both('Your name? {values.hint}', 'Ihr Name? {values.hint}'),
        answer: { kind: 'short-text', variable: 'name' },
      },
    },
  };
  const calling: Drawing = {
    languages: ['en', 'de'],
    elements: {
      u_who: { interaction: 'int_identity', inputs: [], outputs: [], outcomes: [] },
      s_bye: both('Bye', 'Tschüss'),
    },
    connectors: ['u_who -> s_bye'],
  };
  const test = {
    given: { language: 'de', values: { hint: '(wie im Ausweis)' } },
    answers: [{ at: 'u_who/q_name', answer: 'Ann', shows: ['Ihr Name? (wie im Ausweis)'] }],
    expect: { outcome: 'completed', shows: ['Tschüss'] },
  };

  it('sees what the test gives', () => {
    expect(found(calling, test, [identity])).toEqual([]);
  });

  it('is named where it is not there, and nothing else is said of the run', () => {
    expect(found(calling, test)).toEqual([
      '“u_who” runs the Interaction “int_identity”, which is not there; the test cannot be run without it',
    ]);
  });
});
