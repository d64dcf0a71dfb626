import { describe, expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import type { JsonObject } from '#prelude/json.ts';
import { type Drawing, draw, text } from '#test/factories/draw.ts';
import type { AccountFacts } from './account-check.ts';
import { ACCOUNT_CHECKS, accountProblemsOf } from './registry.ts';

const ACCOUNT: AccountFacts = {
  values: { outage_notice: { kind: 'text' }, max_refund: { kind: 'number' } },
  outcomes: new Map([
    ['completed', { retired: false }],
    ['solved', { retired: false }],
    ['old', { retired: true }],
  ]),
};

const say = (words: string): JsonObject => ({ text: text(words) });
const decide = (when: string): Drawing => ({
  elements: { d_a: { rules: [{ id: 'r1', label: 'Large', when }] }, s_a: say('Hello') },
  connectors: ['d_a.r1 -> s_a', 'd_a.otherwise -> s_a'],
});
const end = (outcome: string): Drawing => ({ elements: { e_a: { outcome } } });

/** One case for each code: a drawing that has the problem, what the sentence says, and one just like it that has not. */
const CASES: { readonly [code: string]: { fails: Drawing; at: string; says: RegExp; passes: Drawing } } = {
  'account.unknown-value': {
    fails: { elements: { s_a: say('Sorry: {values.outage_notise}') } },
    at: 'elements.s_a.text.en',
    says: /^“Text” of “s_a” reads values\.outage_notise.*did you mean values\.outage_notice\?$/,
    passes: { elements: { s_a: say('Sorry: {values.outage_notice}') } },
  },
  'account.value-type': {
    fails: decide('values.outage_notice > 20'),
    at: 'elements.d_a.logic.rules.0.when',
    says: /^With the values of the account, “Large” of “d_a”: .+▸.+◂/,
    passes: decide('values.max_refund > 20'),
  },
  'account.unknown-outcome': {
    fails: end('lost'),
    at: 'elements.e_a.outcome',
    says: /^“e_a” ends with the outcome “lost”, which the account does not have/,
    passes: end('solved'),
  },
  'account.retired-outcome': {
    fails: end('old'),
    at: 'elements.e_a.outcome',
    says: /^“e_a” ends with the outcome “old”, which the account has retired/,
    passes: end('completed'),
  },
};

const problemsOf = (drawing: Drawing) => accountProblemsOf(draw(drawing), catalog, ACCOUNT);

describe('the checks against an account', () => {
  it('have a case for every code, and no case for a code that is not there', () => {
    expect(Object.keys(CASES).toSorted()).toEqual(ACCOUNT_CHECKS.flatMap(({ codes }) => codes).toSorted());
  });

  it.each(Object.entries(CASES))('%s warns where it is, and only there', (code, { fails, at, says, passes }) => {
    expect(problemsOf(fails)).toEqual([
      { code, severity: 'warning', element: at.split('.')[1], path: at, message: expect.stringMatching(says) },
    ]);
    expect(problemsOf(passes)).toEqual([]);
  });

  it('say nothing of what is wrong in any account', () => {
    expect(problemsOf(decide('values.max_refund > nobody'))).toEqual([]);
  });

  it('say nothing of values that are looked up by a name', () => {
    expect(problemsOf(decide('get value(values, "lost") = 1'))).toEqual([]);
  });
});
