import { describe, expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import type { InteractionTest } from '#format/interaction.ts';
import type { JsonObject } from '#prelude/json.ts';
import { Agent, ask, say, texts } from '#test/engine/agent.ts';
import { type Drawing, draw, text } from '#test/factories/draw.ts';
import { compileWith } from '../library.ts';
import { LocalRun } from '../local-run.ts';
import { compile } from '../program.ts';
import { recordTest } from './record-test.ts';
import { runTest } from './run-test.ts';

const NOW = Date.UTC(2026, 0, 5, 9);

function recorded(drawing: Drawing, agent: Agent, hidesPersonal = false) {
  return recordTest(compile(draw(drawing), catalog), agent.events, { name: 'Kept', hidesPersonal });
}

/** What the test finds wrong when it is run at another time on another drawing. */
function foundBy(test: InteractionTest, drawing: Drawing) {
  return runTest(compile(draw(drawing), catalog), test, NOW + 1_000_000).failures;
}

const PROBLEM: Drawing = {
  variables: { ...texts('name'), tier: { type: 'text', label: 'Tier', input: true, default: 'basic' } },
  elements: {
    q_problem: {
      text: text('Which problem?'),
      answer: { kind: 'one-choice', variable: 'problem' },
    },
    c_bill: { label: text('Bill'), value: 'bill' },
    c_other: { label: text('Other'), value: 'other' },
    q_name: ask('name'),
    s_bye: say('Bye'),
  },
  connectors: [
    'q_problem.choices -> c_bill',
    'q_problem.choices -> c_other',
    'c_bill -> q_name',
    'c_other -> s_bye',
    'q_name -> s_bye',
  ],
};
const VARIABLES: JsonObject = { ...PROBLEM.variables, problem: { type: 'option', label: 'Problem' } };
const problem: Drawing = { ...PROBLEM, variables: VARIABLES };

describe('a session that is kept as a test', () => {
  it('gives again what was given and answered, and expects what was seen', () => {
    const agent = new Agent(problem, { variables: { tier: 'gold' } });
    agent.answers('bill');
    agent.answers('Ann');
    agent.answers();
    const { test, notes } = recorded(problem, agent);
    expect(test).toEqual({
      name: 'Kept',
      given: { tier: 'gold' },
      answers: [
        { at: 'q_problem', answer: 'bill' },
        { at: 'q_name', answer: 'Ann' },
      ],
      expect: {
        outcome: 'completed',
        visited: ['q_problem', 'c_bill', 'q_name', 's_bye'],
        variables: { tier: 'gold', problem: 'bill', name: 'Ann' },
      },
    });
    expect(notes).toEqual([]);
    expect(foundBy(test, problem)).toEqual([]);
  });

  it('finds what has changed since', () => {
    const agent = new Agent(problem);
    agent.answers('bill');
    agent.answers('Ann');
    agent.answers();
    const { test } = recorded(problem, agent);
    const changed = {
      ...problem,
      connectors: [...(problem.connectors ?? []).slice(0, 2), 'c_bill -> s_bye', 'c_other -> s_bye', 'q_name -> s_bye'],
    };
    expect(foundBy(test, changed).map(({ kind }) => kind)).toContain('unused');
  });

  it('keeps the way that counted in the end, not what was gone back from', () => {
    const agent = new Agent(problem);
    agent.answers('bill');
    agent.answers('Ann');
    agent.sends({ kind: 'back', to: 1 });
    agent.answers('other');
    agent.answers();
    const { test, notes } = recorded(problem, agent);
    expect(test.answers).toEqual([{ at: 'q_problem', answer: 'other' }]);
    expect(test.expect).toMatchObject({ outcome: 'completed', visited: ['q_problem', 'c_other', 's_bye'] });
    expect(notes).toEqual([]);
  });

  it('that was left on the way expects to wait there', () => {
    const agent = new Agent(problem);
    agent.answers('bill');
    agent.sends({ kind: 'quit' });
    expect(recorded(problem, agent).test.expect).toMatchObject({ at: 'q_name' });
  });
});

describe('of what may not be kept', () => {
  const SECRET = '4711-never-kept';
  const drawing: Drawing = {
    variables: {
      name: { type: 'text', label: 'Name', privacy: 'personal', input: true },
      pin: { type: 'text', label: 'PIN', privacy: 'secret' },
      hello: { type: 'text', label: 'Greeting' },
    },
    elements: {
      q_name: ask('name'),
      q_pin: ask('pin'),
      v_hello: { rows: [{ variable: 'hello', expression: '"Hello " + name' }] },
      s_bye: say('Bye'),
    },
    connectors: ['q_name -> q_pin', 'q_pin -> v_hello', 'v_hello -> s_bye'],
  };
  const agent = () => {
    const made = new Agent(drawing);
    made.answers('Ann Smith');
    made.answers(SECRET);
    made.answers();
    return made;
  };

  it('secrets are never there: a made-up answer stands in their place, and it is said', () => {
    const { test, notes } = recorded(drawing, agent());
    expect(JSON.stringify({ test, notes })).not.toContain(SECRET);
    expect(test.answers.map(({ at }) => at)).toEqual(['q_name', 'q_pin']);
    expect(test.expect.variables).toEqual({ name: 'Ann Smith', hello: 'Hello Ann Smith' });
    expect(notes).toEqual(['The answer at “q_pin” is secret: a made-up one stands in its place']);
    expect(foundBy(test, drawing)).toEqual([]);
  });

  it('nothing of a customer is left where that is asked for, not even in what is made of it', () => {
    const { test, notes } = recorded(drawing, agent(), true);
    expect(JSON.stringify({ test, notes })).not.toMatch(/Ann|Smith/);
    expect(test.expect.variables).not.toHaveProperty('name');
    expect(notes).toContain('The answer at “q_name” is personal: a made-up one stands in its place');
    expect(foundBy(test, drawing)).toEqual([]);
  });
});

describe('what the session saw', () => {
  const identity: Drawing = {
    id: 'int_identity',
    languages: ['en', 'de'],
    variables: { name: { type: 'text', label: 'Name', privacy: 'personal' } },
    elements: {
      q_name: {
        text: { en: 'Name? {values.hint}', de: 'Name? {values.hint}' },
        answer: { kind: 'short-text', variable: 'name' },
      },
    },
  };
  const calling: Drawing = {
    languages: ['en', 'de'],
    variables: { loud: { type: 'text', label: 'Loud' } },
    elements: {
      u_who: { interaction: 'int_identity', inputs: [], outputs: [], outcomes: [] },
      v_loud: { rows: [{ variable: 'loud', expression: 'upper case(values.notice)' }] },
      s_bye: { text: { en: 'Bye, says {agent.name}', de: 'Tschüss' } },
    },
    connectors: ['u_who -> v_loud', 'v_loud -> s_bye'],
  };
  const values = { notice: 'Störung', hint: 'wie im Ausweis', other: 'never read' };
  const program = compileWith(draw(calling), [draw(identity)], catalog);
  const kept = (hidesPersonal: boolean) => {
    const run = LocalRun.start(
      program,
      { client: 'agent', language: 'de', context: { agent: { name: 'Ann', team: 'Billing' }, channel: 'voice' } },
      { now: () => NOW, values },
    );
    if (!run.ok) throw new Error(run.error.message);
    run.value.send({ kind: 'answer', value: 'Bo' });
    run.value.send({ kind: 'answer' });
    return recordTest(program, run.value.events, { name: 'Kept', hidesPersonal, values });
  };

  it('is given again as far as it is read, also by what runs within: language, account values, who is there', () => {
    const { test, notes } = kept(false);
    expect(test.given).toEqual({
      agent: { name: 'Ann' },
      values: { notice: 'Störung', hint: 'wie im Ausweis' },
      language: 'de',
    });
    expect(test.answers).toEqual([{ at: 'u_who/q_name', answer: 'Bo' }]);
    expect(test.expect.variables).toEqual({ loud: 'STÖRUNG' });
    expect(notes).toEqual([]);
    expect(runTest(program, test, NOW + 1_000_000).failures).toEqual([]);
  });

  it('leaves out who it was where nothing personal may be kept, within another Interaction, too', () => {
    const { test, notes } = kept(true);
    expect(JSON.stringify(test)).not.toMatch(/Ann|Bo/);
    expect(notes).toEqual([
      'What it reads of the agent is personal and was left out',
      'The answer at “q_name” is personal: a made-up one stands in its place',
    ]);
    expect(runTest(program, test, NOW).failures).toEqual([]);
  });
});

describe('what depends on the moment or on the outside', () => {
  it('is expected as it was then, at the moment that is given', () => {
    const drawing: Drawing = {
      variables: { day: { type: 'date', label: 'Day' }, one: { type: 'number', label: 'One' } },
      elements: {
        v_day: {
          rows: [
            { variable: 'day', expression: 'today()' },
            { variable: 'one', expression: '1' },
          ],
        },
        s_bye: say('Bye'),
      },
      connectors: ['v_day -> s_bye'],
    };
    const agent = new Agent(drawing);
    agent.answers();
    const { test, notes } = recorded(drawing, agent);
    expect(test.given).toEqual({ now: '1970-01-01T00:00:00' });
    expect(test.expect.variables).toEqual({ day: '1970-01-01', one: 1 });
    expect(notes).toEqual([]);
    expect(foundBy(test, drawing)).toEqual([]);
  });

  it('is as it was where the session was: its zone is given with the moment, and alone where the moment does not count', () => {
    const zoned = (expression: string): Drawing => ({
      variables: { hour: { type: 'text', label: 'Hour' } },
      elements: { v_hour: { rows: [{ variable: 'hour', expression }] }, s_bye: say('Bye') },
      connectors: ['v_hour -> s_bye'],
    });
    const kept = (drawing: Drawing) => {
      const agent = new Agent(drawing);
      const options = { name: 'Kept', hidesPersonal: false, timeZone: 'Asia/Tokyo' };
      return recordTest(compile(draw(drawing), catalog), agent.events, options).test;
    };
    const now = kept(zoned('string(now().hour)'));
    expect(now.given).toEqual({ now: '1970-01-01T09:00:00', timeZone: 'Asia/Tokyo' });
    expect(now.expect.variables).toEqual({ hour: '9' });
    expect(foundBy(now, zoned('string(now().hour)'))).toEqual([]);
    expect(kept(zoned('string(now().time offset)')).given).toEqual({ timeZone: 'Asia/Tokyo' });
    expect(kept(zoned('"1"')).given).toBeUndefined();
  });

  const asking: Drawing = {
    variables: texts('name'),
    elements: {
      i_look: {
        connection: 'crm',
        method: 'GET',
        path: '/customers',
        inputs: [],
        outputs: [{ variable: 'name', value: 'response.name' }],
        sample: { name: 'Sample' },
      },
      s_hello: say('Hello {name}'),
      e_failed: { outcome: 'no-answer' },
    },
    connectors: ['i_look.done -> s_hello', 'i_look.failed -> e_failed', 'i_look.timed_out -> e_failed'],
  };

  it('gives failures of the outside again', () => {
    const agent = new Agent(asking);
    agent.gets({ status: 'failed', code: 'call.refused', message: 'No' });
    const { test, notes } = recorded(asking, agent);
    expect(test.effects).toEqual({ i_look: { status: 'failed', code: 'call.refused' } });
    expect(test.expect.outcome).toBe('no-answer');
    expect(notes).toEqual([]);
  });

  it('says where the sample answer leads to something else', () => {
    const agent = new Agent(asking);
    agent.hears({ name: 'Ann' });
    agent.answers();
    const { test, notes } = recorded(asking, agent);
    expect(test.expect.variables).toEqual({ name: 'Sample' });
    expect(notes).toEqual([expect.stringContaining('“name” gets another value than in the session')]);
  });
});
