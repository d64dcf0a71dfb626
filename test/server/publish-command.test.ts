import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiKeyRoutes } from '#api/api-keys.ts';
import { versionRoutes } from '#api/versions.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { typed } from '#test/cli/typed.ts';
import { type House, OPENING, openHouse } from './driver.ts';
import { seed } from './files.ts';

const SEED = 'samples/problem-type.interaction.json';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, OPENING);
afterAll(() => house.close());

describe('waymark publish', () => {
  it('makes a Draft on the account of its key, once, and nothing elsewhere', async () => {
    const { id, administrator } = await house.account('Acme');
    const other = await house.account('Other');
    const body = { name: 'Pipeline', roles: ['designer' as const] };
    const { key } = await administrator.call(apiKeyRoutes.create, { account: id }, { body });
    const publish = (account: string, secret = key) =>
      typed(['publish', SEED, '--server', house.server.url, '--account', account, '--note', 'From the pipeline'], {
        WAYMARK_API_KEY: secret,
      });
    const passed = 'Tests: 3 of 3 pass\n';
    expect(await publish(id)).toEqual({ code: 0, out: `Published as version 1, a Draft\n${passed}`, err: '' });
    expect(await publish(id)).toEqual({
      code: 0,
      out: `Version 1 has this very content already\n${passed}`,
      err: '',
    });
    const one = { account: id, interaction: 'int_problem_type' as InteractionId, version: 1 };
    expect(await administrator.call(versionRoutes.read, one)).toMatchObject({
      status: 'draft',
      note: 'From the pipeline',
    });
    expect(await publish(other.id)).toMatchObject({ code: 1, err: expect.stringContaining('not-found') });
    expect(await publish(id, `${key}x`)).toMatchObject({ code: 1, err: expect.stringContaining('sign-in.needed') });
  });

  it('warns of what the account does not have', async () => {
    const { id, administrator } = await house.account('Warned');
    const body = { name: 'Pipeline', roles: ['designer' as const] };
    const { key } = await administrator.call(apiKeyRoutes.create, { account: id }, { body });
    const file = 'samples/lost-card.interaction.json';
    const published = await typed(['publish', file, '--server', house.server.url, '--account', id], {
      WAYMARK_API_KEY: key,
    });
    expect(published.code).toBe(0);
    expect(published.out).toMatch(/^Published as version 1, a Draft\n/);
    expect(published.err).toMatch(
      /^Warning: .+ ends with the outcome “card blocked”, which the account does not have/m,
    );
  });

  it('names the tests that fail on the server', async () => {
    const { id, administrator } = await house.account('Tested');
    const body = { name: 'Pipeline', roles: ['designer' as const] };
    const { key } = await administrator.call(apiKeyRoutes.create, { account: id }, { body });
    const file = JSON.parse(seed()) as { tests: { t_billing: { expect: { outcome: string } } } };
    file.tests.t_billing.expect.outcome = 'refunded';
    const published = await typed(
      ['publish', '-', '--server', house.server.url, '--account', id],
      { WAYMARK_API_KEY: key },
      [JSON.stringify(file)],
    );
    expect(published).toEqual({
      code: 0,
      out: 'Published as version 1, a Draft\nTests: 2 of 3 pass\n',
      err: expect.stringMatching(/^Warning: the test “.+” fails: Expected the outcome "refunded", got "completed"\n$/),
    });
  });

  it('says what is missing, and where nobody answers', async () => {
    expect(await typed(['publish', SEED])).toMatchObject({ code: 2 });
    const nowhere = ['publish', SEED, '--server', 'http://127.0.0.1:9', '--account', 'acc_a'];
    expect(await typed(nowhere, {})).toMatchObject({ code: 2, err: expect.stringContaining('WAYMARK_API_KEY') });
    expect(await typed(nowhere, { WAYMARK_API_KEY: 'k' })).toMatchObject({
      code: 1,
      err: expect.stringContaining('cannot be reached'),
    });
  });
});
