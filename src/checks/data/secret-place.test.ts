import { expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import type { JsonObject } from '#prelude/json.ts';
import { type Drawing, draw, text } from '#test/factories/draw.ts';
import { problemsOf } from '../registry.ts';

const pin = { type: 'text', label: 'PIN', privacy: 'secret' };
const q_a = { text: text('PIN?'), answer: { kind: 'secret', variable: 'pin' } };
const CALL: JsonObject = { connection: 'crm', method: 'GET', path: '/', inputs: [], outputs: [] };
const codesOf = (drawing: Drawing) => problemsOf(draw(drawing), catalog).map(({ code }) => code);

it('knows where a secret may be sent, and where nothing may be made of it', () => {
  const input = (value: string, place: string) => ({ name: 'x', value, in: place });
  const found = (settings: JsonObject) => {
    const i_a = { ...CALL, method: 'POST', ...settings };
    const connectors = ['q_a -> i_a', 'i_a.failed -> s_a', 'i_a.timed_out -> s_a'];
    return problemsOf(
      draw({ variables: { pin }, elements: { q_a, i_a, s_a: { text: text('Bye') } }, connectors }),
      catalog,
    );
  };
  expect(found({ inputs: [input('pin', 'body')] })).toEqual([]);
  for (const settings of [
    { inputs: [input('pin', 'query')] },
    { inputs: [input('pin + "!"', 'body')] },
    { path: '/pins/{pin}' },
  ]) {
    expect(found(settings)).toMatchObject([{ code: 'data.secret-place', message: expect.stringMatching(/by itself/) }]);
  }
  const output = { variable: 'pin', value: 'response.pin' };
  expect(found({ outputs: [output] })).toEqual([]);
});

it('says that no connection can be asked about the answer of a secret variable, whatever its kind', () => {
  const verify = { ...CALL, valid: 'response.found = true', message: text('Unknown') };
  const asking = { text: text('Number?'), answer: { kind: 'short-text', variable: 'number' }, verify };
  const found = (privacy: string) =>
    codesOf({ variables: { number: { type: 'text', label: 'Number', privacy } }, elements: { q_a: asking } });
  expect(found('secret')).toEqual(['question.secret-verify']);
  expect(found('personal')).toEqual([]);
});
