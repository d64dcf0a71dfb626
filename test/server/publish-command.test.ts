import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiKeyRoutes } from '#api/api-keys.ts';
import { versionRoutes } from '#api/versions.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { typed } from '#test/cli/typed.ts';
import { type House, OPENING, openHouse } from './driver.ts';

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
    expect(await publish(id)).toEqual({ code: 0, out: 'Published as version 1, a Draft\n', err: '' });
    expect(await publish(id)).toEqual({ code: 0, out: 'Version 1 has this very content already\n', err: '' });
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
    expect(published).toMatchObject({ code: 0, out: 'Published as version 1, a Draft\n' });
    expect(published.err).toMatch(
      /^Warning: .+ ends with the outcome “card blocked”, which the account does not have/m,
    );
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
