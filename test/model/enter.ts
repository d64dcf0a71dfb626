import { isFaultOfText } from '#expressions/errors.ts';
import { parseTemplate } from '#expressions/template.ts';
import { conditionOf, isAnyValue } from '#expressions/unary-tests/condition.ts';
import { instantOf } from '#prelude/calendar.ts';
import { millisecondsOf } from '#prelude/duration.ts';
import type { Json } from '#prelude/json.ts';
import { requestFault } from './call.ts';
import type { Drawn, DrawnOf, DrawnTable } from './drawn.ts';
import type { ModelSession } from './session.ts';
import { idOf, prefixOf } from './world.ts';

const PASSED = { passed: true } as const;
const BY_RULE = { passed: true, unconnected: 'problem' } as const;

/** What happens when the walk comes to an element: it waits, or goes on at once. */
export function enter(session: ModelSession, element: Drawn): undefined {
  switch (element.type) {
    case 'statement':
    case 'question':
      return;
    case 'choice':
      return session.leave('next', PASSED);
    case 'decision':
      return element.logic.form === 'table' ? byTable(session, element.logic) : byRules(session, element.logic.rules);
    case 'assignment':
      return assign(session, element);
    case 'end':
      return session.finish(element.outcome);
    case 'integration': {
      const fault = requestFault(session, element);
      if (fault === 'call.no-value') return session.leave('failed', BY_RULE);
      if (fault !== undefined) return session.fail(fault);
      return session.ask('call');
    }
    case 'email':
      return mail(session, element);
    case 'client-event':
      for (const { value } of element.payload) if (session.secretsIn(value).length === 0) session.value(value);
      session.ask('client-event', { holds: false });
      return session.leave('next', PASSED);
    case 'wait':
      return wait(session, element);
    case 'transfer':
      return transfer(session, element);
    case 'loop':
      return round(session, element);
    case 'sub-interaction':
      return call(session, element);
  }
}

function byRules(session: ModelSession, rules: readonly { readonly id: string; readonly when: string }[]): undefined {
  for (const { id, when } of rules) {
    const { value, error } = session.value(when);
    if (error && isFaultOfText(error.code)) return session.fail(error.code);
    if (value === true) return session.leave(id, BY_RULE);
  }
  session.leave('otherwise', BY_RULE);
}

function byTable(session: ModelSession, { hitPolicy, inputs, outputs, exits, rules }: DrawnTable): undefined {
  const matching: DrawnTable['rules'][number][] = [];
  for (const rule of rules) {
    let holds = true;
    for (const { id, expression } of inputs) {
      const cell = rule.when[id] ?? '';
      if (!isAnyValue(cell) && session.value(conditionOf(expression, cell)).value !== true) holds = false;
    }
    if (holds) matching.push(rule);
    if (holds && hitPolicy === 'first') break;
  }
  const [first, second] = matching;
  if (second && hitPolicy === 'unique') return session.fail('decision.several-rows');
  const says = (rule: (typeof matching)[number]) =>
    JSON.stringify([
      rule.exit,
      outputs.map(({ id }) => (rule.set?.[id] ? session.value(rule.set[id]).value : 'nothing')),
    ]);
  if (first && hitPolicy === 'any' && matching.some((rule) => says(rule) !== says(first))) {
    return session.fail('decision.rows-differ');
  }
  const rank = (exit: string) => [...exits.map(({ id }) => id), 'otherwise'].indexOf(exit);
  const taken = hitPolicy === 'priority' ? matching.toSorted((a, b) => rank(a.exit) - rank(b.exit))[0] : first;
  const made = outputs.flatMap(({ id, variable, otherwise }) => {
    const source = (taken ? taken.set?.[id] : otherwise) ?? '';
    return source.trim() === '' ? [] : [{ variable, source, ...session.value(source) }];
  });
  setAll(session, made);
  session.leave(taken?.exit ?? 'otherwise', { ...BY_RULE });
}

function assign(session: ModelSession, { rows }: DrawnOf<'assignment'>): undefined {
  const made = rows.map(({ variable, expression }) => ({ variable, source: expression, ...session.value(expression) }));
  setAll(session, made);
  session.leave('next', { ...PASSED });
}

interface Made {
  readonly variable: string;
  readonly source: string;
  readonly value: Json;
  readonly error?: { readonly code: string };
}

/** A value that cannot be worked out stops the session before any of them is set. */
function setAll(session: ModelSession, made: readonly Made[]): undefined {
  for (const { error } of made) if (error) session.fail(error.code);
  for (const { variable, source, value } of made) session.set(variable, value, source);
}

function mail(session: ModelSession, { to, subject, text, untilSent }: DrawnOf<'email'>): undefined {
  for (const words of [...Object.values(subject), ...Object.values(text)]) {
    const template = parseTemplate(words);
    const parts = template.ok ? template.value.parts : [];
    const tells = parts.some(
      (part) => part.kind === 'expression' && session.secretsIn(part.expression.source).length > 0,
    );
    if (tells) return session.fail('mail.secret');
  }
  let count = 0;
  for (const { address } of to) {
    if (session.secretsIn(address).length > 0) return session.fail('mail.secret');
    const { value } = session.value(address);
    if (typeof value === 'string' && value.includes('@')) count++;
  }
  if (count === 0) return untilSent ? session.leave('failed', BY_RULE) : session.leave('next', PASSED);
  if (untilSent) return session.ask('mail');
  session.ask('mail', { holds: false });
  session.leave('next', PASSED);
}

function wait(session: ModelSession, { until }: DrawnOf<'wait'>): undefined {
  switch (until.kind) {
    case 'duration':
      return session.ask('wait', { until: session.now + millisecondsOf(until.duration) });
    case 'event':
      return session.ask('wait', until.limit === undefined ? {} : { until: session.now + millisecondsOf(until.limit) });
    case 'moment': {
      const { value } = session.value(until.moment);
      const moment = typeof value === 'string' ? instantOf(value, 'UTC') : undefined;
      if (moment === undefined) return session.fail('wait.no-moment');
      if (moment <= session.now) return session.leave('next', PASSED);
      return session.ask('wait', { until: moment });
    }
  }
}

function transfer(session: ModelSession, { to }: DrawnOf<'transfer'>): undefined {
  if (to.kind !== 'team') {
    const source = to.kind === 'person' ? to.person : to.number;
    if (session.secretsIn(source).length > 0) return session.fail('transfer.secret');
    const { value } = session.value(source);
    if (value === null || String(value).trim() === '') return session.fail('transfer.nobody');
  }
  session.tell({ kind: 'transferred', at: session.now, element: session.at });
  if (to.kind !== 'number') session.handOver();
  session.leave('next', { ...PASSED, unconnected: 'transferred' });
}

function round(session: ModelSession, { list, item, position }: DrawnOf<'loop'>): undefined {
  const id = idOf(session.at);
  const prefix = prefixOf(session.at);
  const { loops } = session.frame(prefix);
  const { from } = session;
  const comesRound = from !== undefined && prefixOf(from) === prefix && session.chart.onlyThrough(id, idOf(from));
  let begun = comesRound ? loops[id] : undefined;
  if (!begun) {
    if (session.secretsIn(list).length > 0) return session.fail('loop.secret');
    const { value, error } = session.value(list);
    if (error && isFaultOfText(error.code)) return session.fail(error.code);
    begun = { items: value === null ? [] : Array.isArray(value) ? (value as readonly Json[]) : [value], next: 0 };
    if (begun.items.length > 1000) return session.fail('loop.too-long');
  }
  const { items, next } = begun;
  const isOver = next >= items.length;
  session.set(item, isOver ? undefined : items[next]);
  if (position !== undefined) session.set(position, isOver ? undefined : next + 1);
  if (isOver) delete loops[id];
  else loops[id] = { items, next: next + 1 };
  session.leave(isOver ? 'done' : 'each', { ...PASSED, unconnected: isOver ? 'completed' : 'problem' });
}

function call(session: ModelSession, { interaction, inputs }: DrawnOf<'sub-interaction'>): undefined {
  const given: { [variable: string]: Json } = {};
  for (const { variable, value: source } of inputs) {
    if (session.secretsIn(source).length > 0) return session.fail('sub-interaction.secret');
    const { value } = session.value(source);
    if (value !== null) given[variable] = value;
  }
  session.call(interaction, given);
}
