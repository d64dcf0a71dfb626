import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '#contract/command.ts';
import { timelessPage } from '#contract/timeless-page.ts';
import { catalog } from '#elements/catalog.ts';
import type { Interaction } from '#format/interaction.ts';
import type { JsonObject } from '#prelude/json.ts';
import { ask, say, texts } from '#test/engine/agent.ts';
import { type Drawing, draw } from '#test/factories/draw.ts';
import { type Act, act, commandOf } from '#test/factories/random-acts.ts';
import { livelyInteractions } from '#test/factories/random-interaction.ts';
import { decide } from './decide.ts';
import { catalogForPlayer, forPlayer } from './for-player.ts';
import { foresee } from './foresee.ts';
import type { Given } from './given.ts';
import { compilePinned, compileWith, pinnedOf } from './library.ts';
import { pageOf } from './page.ts';
import type { Program } from './program.ts';
import { start } from './start.ts';
import type { SessionState } from './state.ts';

const BEGIN = 1_000_000;

/** The program as a player gets it: over the network, without what stays on the server. */
function overNetwork(program: Program): Program {
  const pinned = pinnedOf(program).map((each) => ({ ...each, interaction: forPlayer(each.interaction, catalog) }));
  return compilePinned(JSON.parse(JSON.stringify(pinned)), catalogForPlayer(catalog), {});
}

/** A session on a server, and a player that steps ahead of it. */
class Pair {
  readonly server: Program;
  readonly player: Program;
  state: SessionState;
  #given: Given;
  /** The player's own state: as the server last told it, then as it was foreseen. */
  #ahead: SessionState;
  #now = BEGIN;

  constructor([interaction, ...others]: readonly [Interaction, ...Interaction[]], values: JsonObject = {}) {
    this.server = compileWith(interaction, others, catalog);
    this.player = overNetwork(this.server);
    this.#given = { values, files: {} };
    const began = start(this.server, { client: 'test' }, BEGIN, this.#given);
    if (!began.ok) throw new Error(began.error.code);
    this.state = began.value.state;
    this.#ahead = this.state;
    this.#given = { ...this.#given, secrets: { ...began.value.secrets } };
  }

  /** Gives a command to both; tells what was foreseen, after holding it against what the server says. */
  gives(command: Command, latency = 400): 'page' | 'refused' | 'nothing' {
    const { values = {} } = this.#given;
    const foreseen = foresee(this.player, this.#ahead, command, this.#now, { values });
    this.#now += latency;
    const decided = decide(this.server, this.state, command, this.#now, this.#given);
    if (foreseen?.kind === 'refused') {
      expect(decided.ok ? 'done' : decided.error, JSON.stringify(command)).toEqual(foreseen.rejection);
      return 'refused';
    }
    if (!decided.ok) {
      expect(foreseen, decided.error.code).toBeUndefined();
      return 'nothing';
    }
    this.state = decided.value.state;
    this.#given = { ...this.#given, secrets: { ...this.#given.secrets, ...decided.value.secrets } };
    if (!foreseen) {
      this.#ahead = JSON.parse(JSON.stringify(this.state));
      return 'nothing';
    }
    const page = pageOf(this.server, this.state, this.#given);
    expect(page && timelessPage(foreseen.page)).toEqual(page && timelessPage(page));
    expect(foreseen.state.variables).toEqual(this.state.variables);
    this.#ahead = foreseen.state;
    return 'page';
  }

  wait(milliseconds: number): void {
    this.#now += Math.max(0, milliseconds);
  }
}

function run(interactions: readonly [Interaction, ...Interaction[]], acts: readonly Act[], told: Map<string, number>) {
  const pair = new Pair(interactions);
  for (const { wait, ...each } of acts) {
    pair.wait(wait);
    if (each.kind === 'restart') continue;
    const command = commandOf(pair.server, pair.state, { ...each, kind: each.kind, wait });
    const of = `${command.kind} ${pair.gives(command, Math.abs(wait) % 9_000)}`;
    told.set(of, (told.get(of) ?? 0) + 1);
  }
}

describe('what is foreseen of any session', () => {
  it('is what the server says: pages, variables and refusals, of many steps one after the other', () => {
    const told = new Map<string, number>();
    const acts = fc.array(act, { minLength: 10, maxLength: 50, size: 'max' });
    fc.assert(
      fc.property(fc.noBias(livelyInteractions), fc.noBias(acts), (interactions, each) => {
        const began = start(compileWith(interactions[0], interactions.slice(1), catalog), { client: 'test' }, BEGIN);
        if (began.ok) run(interactions, each, told);
      }),
      { numRuns: 200 },
    );
    // Every kind of step that is promised is foreseen, and often.
    for (const kind of ['answer page', 'answer refused', 'back page', 'forward page', 'jump page', 'note page']) {
      expect(told.get(kind) ?? 0, `${kind} of ${JSON.stringify([...told])}`).toBeGreaterThan(3);
    }
  });
});

const pair = (drawing: Drawing, values?: JsonObject) => new Pair([draw(drawing)], values);

describe('foreseen is', () => {
  it('the next page, with the values of the account in it', () => {
    const drawing: Drawing = {
      variables: texts('name'),
      elements: { q_name: ask('name'), s_hello: say('{name}, {values.notice}'), s_next: say('So') },
      connectors: ['q_name -> s_hello', 's_hello -> s_next'],
    };
    expect(pair(drawing, { notice: 'all lines are well' }).gives({ kind: 'answer', value: 'Ann' })).toBe('page');
  });

  it.each([
    ['the end', { e_done: { outcome: 'completed' } }, 'q_name -> e_done'],
    ['a call', { i_crm: { connection: 'crm', method: 'GET', path: '/', inputs: [], outputs: [] } }, 'q_name -> i_crm'],
    [
      'a mail',
      { m_mail: { to: [{ address: '"a@b.c"' }], subject: { en: 'x' }, text: { en: 'x' } } },
      'q_name -> m_mail',
    ],
    ['a message to the host', { h_tell: { event: 'opened', payload: [] } }, 'q_name -> h_tell'],
    ['a transfer', { x_team: { to: { kind: 'team', team: 'second_line' } } }, 'q_name -> x_team'],
    ['what says the time', { s_time: say('It is {string(now())}') }, 'q_name -> s_time'],
    [
      'a variable that holds the time',
      { v_at: { rows: [{ variable: 'other', expression: 'string(now())' }] }, s_so: say('So') },
      ['q_name -> v_at', 'v_at -> s_so'],
    ],
  ])('not %s', (_what, elements, connectors) => {
    const drawing: Drawing = {
      variables: texts('name', 'other'),
      elements: { q_name: ask('name'), ...(elements as Drawing['elements']) },
      connectors: [connectors].flat(),
    };
    expect(pair(drawing).gives({ kind: 'answer', value: 'Ann' })).toBe('nothing');
  });

  it('not an answer that a connection is asked about, nor one that is secret, nor what reads a secret', () => {
    const check = { connection: 'crm', method: 'GET', path: '/', inputs: [], outputs: [], valid: 'true', message: {} };
    const drawing: Drawing = {
      variables: { ...texts('name', 'city'), pin: { type: 'text', label: 'PIN', privacy: 'secret' } },
      elements: {
        q_pin: ask('pin'),
        q_city: ask('city'),
        d_pin: { rules: [{ id: 'long', label: 'Long', when: 'string length(pin) > 3' }] },
        q_name: { ...ask('name'), verify: check },
        s_short: say('Short'),
      },
      connectors: ['q_pin -> q_city', 'q_city -> d_pin', 'd_pin.long -> q_name', 'd_pin.otherwise -> s_short'],
    };
    const session = pair(drawing);
    expect(session.gives({ kind: 'answer', value: '4711' })).toBe('nothing');
    expect(session.gives({ kind: 'answer', value: 'Bath' })).toBe('nothing');
    expect(session.gives({ kind: 'answer', value: 'Ann' })).toBe('nothing');
  });

  it('not a file, which the server alone has', () => {
    const file = { id: 'fil_1', name: 'a.pdf', type: 'application/pdf', size: 9 };
    const drawing: Drawing = {
      variables: { photo: { type: 'file', label: 'Photo' } },
      elements: { q_photo: { text: { en: 'A photo?' }, answer: { kind: 'file', variable: 'photo' } }, s_so: say('So') },
      connectors: ['q_photo -> s_so'],
    };
    expect(pair(drawing).gives({ kind: 'answer', value: file })).toBe('nothing');
  });
});

describe('an Interaction as players get it', () => {
  const call = { connection: 'crm_inside', method: 'POST', path: '/inside', inputs: [], outputs: [] };
  const drawing: Drawing = {
    variables: texts('name'),
    elements: {
      q_name: {
        ...ask('name'),
        verify: { ...call, valid: 'response.inside', message: { en: 'inside' } },
        buttons: [{ id: 'b_1', label: { en: 'Look up' }, action: { kind: 'call', ...call } }],
      },
      i_crm: call,
      m_mail: { to: [{ address: '"inside@b.c"' }], subject: { en: 'inside' }, text: { en: 'inside' } },
      n_note: { text: 'inside' },
      s_end: say('Bye'),
    },
    connectors: ['q_name -> i_crm', 'i_crm.done -> m_mail', 'i_crm.failed -> s_end', 'm_mail -> s_end'],
    tests: { t_1: { name: 'inside', answers: [], expect: {} } },
  };

  it('holds nothing of what only the server acts on, of tests and of notes', () => {
    expect(JSON.stringify(forPlayer(draw(drawing), catalog))).not.toContain('inside');
  });

  it('keeps every way between its elements', () => {
    const ways = ({ elements }: Program) =>
      [...elements.values()].map(({ id, exits }) => [id, [...exits].map(([name, { to }]) => [name, to])]);
    const program = compileWith(draw(drawing), [], catalog);
    expect(ways(overNetwork(program))).toEqual(ways(program));
  });
});
