import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Command } from '#contract/command.ts';
import type { SessionEvent } from '#contract/event.ts';
import { catalog } from '#elements/catalog.ts';
import { checkInteraction, readInteraction } from '#format/read.ts';
import type { ElementPath } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import { logOf } from '#test/factories/log-of.ts';
import { compile, type Program } from './program.ts';
import { type Reason, whyHere } from './why.ts';

function programOf(file: Json): Program {
  const checked = checkInteraction(file, catalog);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return compile(checked.value, catalog);
}

/** Asks for an amount, reckons with it and decides by it. */
const refund = programOf({
  format: 1,
  id: 'int_refund',
  name: 'Refund',
  languages: ['en'],
  start: 'q_amount',
  variables: {
    amount: { type: 'number', label: 'Amount' },
    fee: { type: 'number', label: 'Fee' },
  },
  elements: {
    q_amount: {
      type: 'question',
      name: 'Amount',
      text: { en: 'How much?' },
      answer: { kind: 'number', variable: 'amount' },
    },
    a_fee: { type: 'assignment', name: 'Fee', rows: [{ variable: 'fee', expression: 'amount / 10' }] },
    d_size: { type: 'decision', name: 'Size', rules: [{ id: 'large', label: 'Large', when: 'amount > 100' }] },
    s_large: { type: 'statement', name: 'Large', text: { en: 'A supervisor decides.' }, entryPoint: true },
    s_small: { type: 'statement', name: 'Small', text: { en: 'Done.' } },
    s_end: { type: 'statement', name: 'End', text: { en: 'Goodbye.' } },
  },
  connectors: {
    k1: { from: 'q_amount', to: 'a_fee' },
    k2: { from: 'a_fee', to: 'd_size' },
    k3: { from: 'd_size', exit: 'large', to: 's_large' },
    k4: { from: 'd_size', exit: 'otherwise', to: 's_small' },
    k5: { from: 's_large', to: 's_end' },
  },
});

/** The reasons without their places in the log, which must be where they stand. */
function reasonsOf(log: readonly SessionEvent[], n?: number): readonly Reason[] {
  return whyHere(log, n).map(({ event, ...reason }) => {
    expect(log[event]).toBeDefined();
    return reason;
  });
}

describe('why a session is here', () => {
  it('names the answer, what was reckoned with it and the rule with the values it read', () => {
    expect(reasonsOf(logOf(refund, { kind: 'answer', value: 250 }))).toEqual([
      { kind: 'answered', element: 'q_amount', shown: '250' },
      { kind: 'set', element: 'a_fee', key: 'fee', value: 25, expression: 'amount / 10', read: { amount: 250 } },
      {
        kind: 'decided',
        element: 'd_size',
        exit: 'large',
        by: 'large',
        expression: 'amount > 100',
        read: { amount: 250 },
      },
    ]);
  });

  it('begins anew at each page that was left', () => {
    const log = logOf(refund, { kind: 'answer', value: 250 }, { kind: 'answer' });
    expect(reasonsOf(log)).toEqual([{ kind: 'passed', element: 's_large', exit: 'next' }]);
    const first = log.flatMap((event) =>
      event.kind === 'element-entered' && event.element === 's_large' ? [event.n] : [],
    );
    expect(whyHere(log, first[0]).map(({ kind }) => kind)).toEqual(['answered', 'set', 'decided']);
  });

  it('says that it is the beginning', () => {
    expect(reasonsOf(logOf(refund))).toEqual([{ kind: 'started', element: 'q_amount' }]);
  });

  it('tells of going back, jumps and returns', () => {
    const back = logOf(refund, { kind: 'answer', value: 5 }, { kind: 'back' });
    expect(reasonsOf(back)).toEqual([
      { kind: 'started', element: 'q_amount' },
      { kind: 'went-back', to: 'q_amount', from: 's_small' },
    ]);
    const jump: Command = { kind: 'jump', to: 's_large' as ElementPath };
    expect(reasonsOf(logOf(refund, jump))).toEqual([{ kind: 'jumped', to: 's_large', from: 'q_amount' }]);
    expect(reasonsOf(logOf(refund, jump, { kind: 'return' }))).toEqual([
      { kind: 'started', element: 'q_amount' },
      { kind: 'returned', to: 'q_amount', from: 's_large' },
    ]);
  });

  it('tells of a page that was come back to time and again what had led to it at first, and the last way back', () => {
    const large: Command = { kind: 'answer', value: 250 };
    const ahead: Command = { kind: 'answer' };
    const back: Command = { kind: 'back' };
    const log = logOf(refund, large, ahead, back, ahead, back);
    expect(reasonsOf(log).map(({ kind }) => kind)).toEqual(['answered', 'set', 'decided', 'went-back']);
    const last = whyHere(log).at(-1);
    expect(last && log.slice(last.event)).toEqual([
      expect.objectContaining({ kind: 'went-back' }),
      expect.objectContaining({ kind: 'element-entered', element: 's_large' }),
    ]);
  });

  it('tells of a hand-over after what led to the page', () => {
    const to = { user: 'usr_2' };
    const handed = logOf(refund, { kind: 'answer', value: 5 }, { kind: 'transfer', to, note: 'Angry' });
    expect(whyHere(handed).map(({ kind }) => kind)).toEqual(['answered', 'set', 'decided', 'transferred']);
  });

  it('has nothing to say of a visit that there never was', () => {
    expect(reasonsOf(logOf(refund), 99)).toEqual([]);
  });

  it('explains every page of a sample', () => {
    const read = readInteraction(readFileSync('samples/problem-type.interaction.json', 'utf8'), catalog);
    if (!read.ok) throw new Error('unreadable');
    const log = logOf(compile(read.value, catalog), { kind: 'answer', value: 'billing' });
    expect(reasonsOf(log)).toEqual([{ kind: 'answered', element: 'q_problem', shown: 'Billing' }]);
  });
});
