import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeRequestRoutes } from '#api/change-requests.ts';
import { interactionRoutes } from '#api/interactions.ts';
import { userRoutes } from '#api/users.ts';
import { versionRoutes } from '#api/versions.ts';
import type { ChangeRequestId, InteractionId } from '#prelude/ids.ts';
import { approve } from '#server/versions/commands.ts';
import { accountScope } from '#store/scope.ts';
import { type Account, type House, OPENING, openHouse, type Person } from './driver.ts';
import { seed } from './files.ts';

let house: House;
let account: Account;
let admin: Person;
let designer: Person;
let reviewer: Person;
beforeAll(async () => {
  house = await openHouse();
  account = await house.account('Acme');
  admin = account.administrator;
  designer = await account.person('designer');
  reviewer = await account.person('reviewer');
}, OPENING);
afterAll(() => house.close());

let files = 0;
const freshId = () => `int_life_${++files}` as InteractionId;

async function row(id: InteractionId, who = admin) {
  return who.call(interactionRoutes.read, { account: account.id, interaction: id });
}

describe('publishing', () => {
  it('makes a numbered draft that keeps its very bytes', async () => {
    const id = freshId();
    const file = `${seed({ id })}\n\n`;
    const made = await designer.publish(file, { note: 'First try' });
    expect(made).toMatchObject({ number: 1, status: 'draft', note: 'First try', problems: { errors: 0, warnings: 0 } });
    expect(made.publishedBy).toEqual({ id: designer.id, name: expect.stringContaining('designer') });
    const bytes = await designer.send('GET', `/api/v1/accounts/${account.id}/interactions/${id}/versions/1/file`);
    expect(JSON.stringify(bytes.body)).toBe(JSON.stringify(JSON.parse(file)));
    expect(Number(bytes.headers.get('content-length'))).toBe(Buffer.byteLength(file));
    expect(await row(id)).toMatchObject({ statusText: 'Draft 1', live: null });
  });

  it('makes no second version of the same content, wherever its boxes lie', async () => {
    const id = freshId();
    await designer.publish(seed({ id }));
    const moved = seed({ id, layout: { positions: { q_problem: [999, 999] } } });
    const body = { file: moved, clients: ['agent-desk' as const] };
    const again = await designer.ask(versionRoutes.publish, { account: account.id }, { body });
    expect([again.status, (again.body as { number: number }).number]).toEqual([200, 1]);
    const { items } = await designer.call(versionRoutes.list, { account: account.id, interaction: id });
    expect(items).toHaveLength(1);
  });

  it('names each mistake of a file with its place', async () => {
    const body = { file: '{\n  "format": 1,\n  "id": "int_x",\n  "nope": 1\n}', clients: ['agent-desk' as const] };
    const reply = await designer.ask(versionRoutes.publish, { account: account.id }, { body });
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({ code: 'file.refused' });
    expect((reply.body as { fields: unknown[] }).fields).toContainEqual(
      expect.objectContaining({ field: 'file.nope', code: 'file.unknown-key', line: 4 }),
    );
  });

  it('wants a start', async () => {
    const body = { file: seed({ id: freshId(), start: undefined }), clients: ['agent-desk' as const] };
    expect(await designer.refused(versionRoutes.publish, { account: account.id }, { body })).toBe('version.no-start');
  });

  it('runs the tests of the file by itself, names those that fail, and keeps the version from being approved', async () => {
    const id = freshId();
    const failing = JSON.parse(seed({ id })) as { tests: { t_billing: { expect: { outcome: string } } } };
    failing.tests.t_billing.expect.outcome = 'refunded';
    const made = await designer.publish(JSON.stringify(failing));
    expect(made).toMatchObject({ status: 'draft', tests: { all: 3, passed: 2 } });
    expect(made.failedTests).toEqual([
      { id: 't_billing', name: expect.any(String), failures: ['Expected the outcome "refunded", got "completed"'] },
    ]);
    const shown = await admin.call(versionRoutes.read, admin.of(id, 1));
    expect(shown.failedTests).toEqual(made.failedTests);
    expect(shown.abilities).not.toContain('approve');
    expect(shown.abilities).toContain('test');
    const approval = { body: { goLive: true } };
    expect(await admin.refused(versionRoutes.approve, admin.of(id, 1), approval)).toBe('version.tests-failed');
  });

  it('lets a version with failing tests be approved where the account says so', async () => {
    const lenient = await house.account('Lenient', { testsMustPass: false });
    const failing = JSON.parse(seed()) as { tests: { t_billing: { expect: { outcome: string } } } };
    failing.tests.t_billing.expect.outcome = 'refunded';
    const live = await lenient.administrator.release(JSON.stringify(failing));
    expect(live).toMatchObject({ status: 'live', tests: { all: 3, passed: 2 } });
  });

  it('takes drafts with errors, which then cannot be approved', async () => {
    const id = freshId();
    const made = await designer.publish(seed({ id, connectors: {} }));
    expect(made.problems.errors).toBeGreaterThan(0);
    expect(made.problemList[0]).toMatchObject({ severity: 'error' });
    expect(await admin.refused(versionRoutes.approve, admin.of(id, 1), { body: { goLive: true } })).toBe(
      'version.has-errors',
    );
    expect((await row(id)).live).toBeNull();
  });
});

describe('review', () => {
  it('goes by submission, a request for changes with its reason, a new version and an approval', async () => {
    const id = freshId();
    await designer.publish(seed({ id }));
    const submitted = await designer.call(versionRoutes.submit, designer.of(id, 1), { body: { note: 'Please look' } });
    expect(submitted.status).toBe('in-review');
    const returned = await reviewer.call(versionRoutes.requestChanges, reviewer.of(id, 1), {
      body: { reason: 'The greeting is missing' },
    });
    expect(returned.status).toBe('changes-requested');
    expect(returned.history.map(({ did, why }) => [did, why])).toEqual([
      ['published', null],
      ['submitted', 'Please look'],
      ['requested-changes', 'The greeting is missing'],
    ]);
    await designer.publish(seed({ id, name: 'With greeting' }));
    await designer.call(versionRoutes.submit, designer.of(id, 2), { body: {} });
    const approved = await reviewer.call(versionRoutes.approve, reviewer.of(id, 2), { body: { goLive: false } });
    expect(approved.status).toBe('approved');
    expect(await row(id)).toMatchObject({ name: 'With greeting', statusText: 'Approved 2' });
  });

  it('is about one content: a newer version takes the older one out of its review', async () => {
    const id = freshId();
    await designer.publish(seed({ id }));
    await designer.call(versionRoutes.submit, designer.of(id, 1), { body: {} });
    await designer.publish(seed({ id, name: 'Newer' }));
    const older = await reviewer.call(versionRoutes.read, reviewer.of(id, 1));
    expect(older.status).toBe('draft');
    expect(await reviewer.refused(versionRoutes.approve, reviewer.of(id, 1), { body: { goLive: false } })).toBe(
      'permission.missing',
    );
  });

  it('wants a reason for changes', async () => {
    const id = freshId();
    await designer.publish(seed({ id }));
    await designer.call(versionRoutes.submit, designer.of(id, 1), { body: {} });
    expect(await reviewer.refused(versionRoutes.requestChanges, reviewer.of(id, 1), { body: { reason: '  ' } })).toBe(
      'request.invalid',
    );
  });

  it('lets reviewers decide only what was submitted to them', async () => {
    const id = freshId();
    await designer.publish(seed({ id }));
    const draft = await reviewer.call(versionRoutes.read, reviewer.of(id, 1));
    expect(draft.abilities).toEqual(['test']);
    expect(await reviewer.refused(versionRoutes.approve, reviewer.of(id, 1), { body: { goLive: false } })).toBe(
      'permission.missing',
    );
  });

  it('keeps authors from approving their own work where the account says so', async () => {
    const strict = await house.account('Strict', { selfApproval: false });
    const { interaction } = await strict.administrator.publish(seed());
    const params = strict.administrator.of(interaction.id, 1);
    expect(await strict.administrator.refused(versionRoutes.approve, params, { body: { goLive: true } })).toBe(
      'version.own-work',
    );
    const colleague = await strict.person('interaction-administrator');
    const live = await colleague.approve(interaction.id, 1);
    expect(live.status).toBe('live');
  });

  it('is one step apart from going live where the account says so', async () => {
    const careful = await house.account('Careful', { separateGoLive: true });
    const { administrator } = careful;
    const { interaction } = await administrator.publish(seed());
    const params = administrator.of(interaction.id, 1);
    expect(await administrator.refused(versionRoutes.approve, params, { body: { goLive: true } })).toBe(
      'version.go-live-separate',
    );
    const approved = await administrator.approve(interaction.id, 1, false);
    expect(approved.abilities).toContain('go-live');
    expect((await administrator.call(versionRoutes.goLive, params, { body: {} })).status).toBe('live');
  });

  it('is not decided by somebody who lost the right while the request was on its way', async () => {
    const id = freshId();
    await designer.publish(seed({ id }));
    const leaving = await account.person('interaction-administrator');
    const { services } = house.server;
    // As the request brought them here, a moment ago.
    const who = {
      person: { id: leaving.id, name: 'Leaving' },
      account: account.id,
      scope: accountScope(account.id),
      roles: leaving.roles,
      system: false,
    };
    const params = { account: account.id, user: leaving.id };
    await admin.call(userRoutes.change, params, { body: { roles: ['agent'] } });
    const now = services.clock.now();
    const decision = { note: '', goLive: true };
    expect(await approve({ who, now, db: services.db }, services.ids, id, 1, decision)).toMatchObject({
      ok: false,
      error: { code: 'permission.missing' },
    });
  });

  it('decides once, however many press the button at the same time', async () => {
    const id = freshId();
    await admin.publish(seed({ id }));
    const both = await Promise.all(
      [1, 2, 3, 4].map(() => admin.ask(versionRoutes.approve, admin.of(id, 1), { body: { goLive: true } })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const { history } = await admin.call(versionRoutes.read, admin.of(id, 1));
    expect(history.map(({ did }) => did)).toEqual(['published', 'approved', 'made-live']);
  });
});

describe('going live', () => {
  it('leaves one version live, and rolls back with one call', async () => {
    const id = freshId();
    await admin.release(seed({ id }));
    await admin.release(seed({ id, name: 'Second' }));
    expect(await row(id)).toMatchObject({ live: 2, statusText: 'Live 2' });
    const { items } = await admin.call(versionRoutes.list, { account: account.id, interaction: id });
    expect(items.map(({ number, status }) => [number, status])).toEqual([
      [2, 'live'],
      [1, 'approved'],
    ]);
    const back = await admin.call(versionRoutes.goLive, admin.of(id, 1), { body: { note: 'Roll back' } });
    expect(back).toMatchObject({ number: 1, status: 'live' });
    expect(await row(id)).toMatchObject({ live: 1, statusText: 'Live 1 · Approved 2' });
  });

  it('closes the change requests that the version answers', async () => {
    const id = freshId();
    await admin.release(seed({ id }));
    const wish = { interaction: id, version: 1, wish: 'Ask for the problem first' };
    const request = await admin.call(changeRequestRoutes.create, { account: account.id }, { body: wish });
    expect((await row(id)).openChangeRequests).toBe(1);
    const statusOf = async () => {
      const query = { interaction: id };
      const { items } = await admin.call(changeRequestRoutes.list, { account: account.id }, { query });
      return [items[0]?.status, items[0]?.answeredBy];
    };
    await admin.publish(seed({ id, name: 'Answer' }), { answers: [request.id] });
    expect(await statusOf()).toEqual(['answered', 2]);
    await admin.approve(id, 2);
    expect(await statusOf()).toEqual(['closed', 2]);
    expect((await row(id)).openChangeRequests).toBe(0);
  });

  it('refuses to answer change requests of another Interaction', async () => {
    const body = {
      file: seed({ id: freshId() }),
      clients: ['agent-desk' as const],
      answers: ['chr_of_nobody' as ChangeRequestId],
    };
    expect(await admin.refused(versionRoutes.publish, { account: account.id }, { body })).toBe(
      'change-request.unknown',
    );
  });
});

describe('the end of a version', () => {
  it('retires it: nothing is live, what runs finishes', async () => {
    const id = freshId();
    const agent = await account.person('agent');
    await admin.release(seed({ id }));
    const running = await agent.start(id);
    await admin.call(versionRoutes.retire, admin.of(id, 1), { body: { reason: 'Out of date' } });
    expect(await row(id)).toMatchObject({ live: null, statusText: 'Retired 1' });
    await expect(agent.start(id)).rejects.toThrow('interaction.not-live');
    expect((await agent.answer(running, 'billing')).page?.element).toBe('s_confirm');
    expect(await admin.refused(versionRoutes.delete, admin.of(id, 1))).toBe('version.running');
  });

  it('comes back as a draft when the same content is published again', async () => {
    const id = freshId();
    await admin.release(seed({ id }));
    await admin.call(versionRoutes.retire, admin.of(id, 1), { body: {} });
    expect(await admin.publish(seed({ id }))).toMatchObject({ number: 1, status: 'draft' });
  });

  it('deletes what nobody runs, but never the last one', async () => {
    const id = freshId();
    await admin.publish(seed({ id }));
    expect(await admin.refused(versionRoutes.delete, admin.of(id, 1))).toBe('version.last');
    await admin.publish(seed({ id, name: 'Second' }));
    await admin.call(versionRoutes.delete, admin.of(id, 1));
    expect(await admin.refused(versionRoutes.read, admin.of(id, 1))).toBe('not-found');
    const { items } = await admin.call(versionRoutes.list, { account: account.id, interaction: id });
    expect(items.map(({ number }) => number)).toEqual([2]);
  });

  it('moves a whole Interaction to the trash and back', async () => {
    const id = freshId();
    const agent = await account.person('agent');
    await admin.release(seed({ id }));
    const running = await agent.start(id);
    const params = { account: account.id, interaction: id };
    expect(await admin.call(interactionRoutes.deletion, params)).toMatchObject({ versions: 1, running: 1, paused: 0 });
    expect((await admin.call(interactionRoutes.delete, params)).trashedAt).not.toBeNull();
    await expect(agent.start(id)).rejects.toThrow('interaction.in-trash');
    expect((await agent.answer(running, 'billing')).status).toBe('waiting');
    const trash = await admin.call(interactionRoutes.list, { account: account.id }, { query: { trash: 'true' } });
    expect(trash.items.map((item) => item.id)).toContain(id);
    expect(
      await admin.refused(
        versionRoutes.publish,
        { account: account.id },
        {
          body: { file: seed({ id, name: 'New' }), clients: ['agent-desk'] },
        },
      ),
    ).toBe('interaction.in-trash');
    expect((await admin.call(interactionRoutes.restore, params)).trashedAt).toBeNull();
    expect((await agent.start(id)).status).toBe('waiting');
  });
});

describe('two who edit', () => {
  it('are told when somebody else was faster', async () => {
    const id = freshId();
    await admin.publish(seed({ id }));
    const params = { account: account.id, interaction: id };
    const seen = (await admin.ask(interactionRoutes.read, params)).headers.get('etag') ?? '';
    const mine = { body: { name: 'Mine' }, headers: { 'if-match': seen } };
    expect((await admin.call(interactionRoutes.change, params, mine)).name).toBe('Mine');
    const theirs = { body: { name: 'Theirs' }, headers: { 'if-match': seen } };
    expect(await designer.refused(interactionRoutes.change, params, theirs)).toBe('object.changed');
    expect((await row(id)).name).toBe('Mine');
  });
});
