import { describe, expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import type { ContentHash, ElementPath, InteractionId } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import { draw, text } from '#test/factories/draw.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { compile } from './program.ts';
import { start } from './start.ts';
import type { SessionState, TrailStep } from './state.ts';
import { fromStored, toStored } from './stored-state.ts';

const at = (element: string) => element as ElementPath;

/** A session to which all that can happen to one has happened. */
const eventful: Required<SessionState> = {
  format: 1,
  status: 'paused',
  interaction: 'int_a' as InteractionId,
  version: 'hash' as ContentHash,
  language: 'en',
  client: 'agent',
  startedAt: 1,
  at: at('s_sub/q_b'),
  n: 9,
  enteredAt: 2,
  pausedFor: 3,
  pausedAt: 4,
  variables: { topic: 'lost', amount: { amount: '1.00', currency: 'EUR' }, 's_sub/name': 'Ada' },
  context: { client: 'kiosk', language: 'en', agent: { name: 'Grace', team: 'Cards' } },
  trail: [
    { n: 1, element: at('s_hello') },
    { n: 2, element: at('q_topic'), answer: 'lost', unset: ['topic'] },
    { n: 3, element: at('q_topic_again'), answer: 'lost', shown: 'Lost', unset: ['topic'] },
    { n: 4, element: at('q_older'), answer: 'stolen', unset: ['topic'] },
    { n: 5, element: at('q_amount'), answer: { amount: '1.00', currency: 'EUR' }, unset: ['amount'] },
    { n: 6, element: at('v_many'), before: { topic: 'old' }, unset: ['amount', 'other'] },
    { n: 7, element: at('q_secret'), shown: '•••', unset: ['word'] },
    { n: 8, element: at('q_gone'), answer: 'x', secrets: { word: at('q_secret') }, returns: [] },
    { n: 9, element: at('s_sub/q_b'), answer: 'Ada', unset: ['s_sub/name'] },
  ],
  suggestions: { [at('q_later')]: 'maybe' },
  ahead: [{ element: at('q_later'), answer: 'maybe' }],
  brokenOff: 8,
  returns: [at('q_topic')],
  calls: [{ n: 8, element: at('s_sub'), enteredAt: 1, pausedFor: 0 }],
  effects: [{ id: 'e1', kind: 'call', since: 5, holds: true }],
  requested: 1,
  problems: [{ field: 'answer', code: 'answer.check', message: 'No' }],
  secrets: { word: at('q_secret') },
  notes: [{ n: 1, element: at('s_hello'), text: 'Calls back', at: 6 }],
  outcome: 'done',
  summary: 'All said',
  error: { code: 'engine.x', message: 'Broken', element: at('q_topic') },
  endedAt: 7,
};

const kept = (state: SessionState): string => JSON.stringify(toStored(state));
const read = (text: string): SessionState => fromStored(JSON.parse(text) as Json);

const three = draw({
  elements: {
    q_a: { text: text('a?'), answer: { kind: 'short-text', variable: 'a' } },
    q_b: { text: text('b?'), answer: { kind: 'short-text', variable: 'b' } },
  },
  connectors: ['q_a -> q_b'],
});

describe('a session that is kept', () => {
  it('is read as it was, whatever has happened to it', () => {
    expect(read(kept(eventful))).toEqual(eventful);
  });

  it('goes on with all that has happened to it', () => {
    const program = compile(three, catalog);
    const state: SessionState = { ...eventful, status: 'waiting', at: at('q_b') };
    const noted = decide(program, state, { kind: 'note', text: 'More' }, 10);
    expect(noted.ok && { ...noted.value.state, notes: state.notes }).toEqual(state);
  });

  it('goes on with all that has happened on its last page', () => {
    const page: Required<TrailStep> = {
      n: 9,
      element: at('q_b'),
      answer: 'x',
      shown: 'X',
      before: { topic: 'old' },
      unset: ['other'],
      secrets: { word: at('q_secret') },
      returns: [at('q_a')],
      began: 1,
      ended: ['u_done' as ElementPath],
    };
    const state: SessionState = { ...eventful, status: 'waiting', at: at('q_b'), trail: [page] };
    const event = { kind: 'kept', n: 9, element: at('q_b'), key: 'round', value: 1 } as const;
    expect(evolve(state, [event]).trail).toEqual([{ ...page, unset: ['other', 'q_b#round'] }]);
    expect(read(kept(state)).trail).toEqual([page]);
  });

  it('says nothing that goes without saying', () => {
    const began = start(compile(three, catalog), { client: 'agent' }, 0);
    const state = began.ok ? began.value.state : undefined;
    expect(state && Object.keys(toStored(state))).toEqual([
      'format',
      'interaction',
      'version',
      'language',
      'client',
      'startedAt',
      'at',
      'n',
      'enteredAt',
      'variables',
      'trail',
    ]);
  });

  it('names the variable in which an answer stands instead of saying it twice', () => {
    const trail = toStored(eventful).trail.filter((_entry, index) => index % 3 === 2);
    expect(trail.slice(0, 4)).toEqual([null, 'topic', ['topic', 'Lost'], { answer: 'stolen', unset: ['topic'] }]);
  });

  it('is read in format 1, in which all of it was written', () => {
    expect(read(JSON.stringify(eventful))).toEqual(eventful);
  });

  it('is not read in a format that nobody knows', () => {
    expect(() => fromStored({ format: 3 })).toThrow('states are of format 1 or 2');
  });
});
