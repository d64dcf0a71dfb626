import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accountRoutes } from '#api/accounts.ts';
import { reportRoutes } from '#api/reports.ts';
import { sessionRoutes } from '#api/sessions.ts';
import { userRoutes } from '#api/users.ts';
import { writeInteraction } from '#format/write.ts';
import { codeOf } from '#store/embedded/start-problem.ts';
import { draw, text } from '#test/factories/draw.ts';
import { KEEPER, MortalServer } from './crash/mortal-server.ts';
import { PASSWORD, Person } from './driver.ts';

/** What is typed in answer to the secret question, the last of them twice. */
const SECRETS = ['canary-that-is-refused', 'canary-given-first', 'canary-given-again'];
/** An answer like any other: where it is found, a secret would be found too. */
const PLAIN = 'sparrow-that-everybody-may-see';

const interaction = draw({
  id: 'int_canary',
  variables: {
    name: { type: 'text', label: 'Name' },
    pin: { type: 'text', label: 'PIN', privacy: 'secret' },
    copy: { type: 'text', label: 'Copy', privacy: 'secret' },
    known: { type: 'boolean', label: 'Known' },
  },
  elements: {
    q_name: { text: text('Name?'), answer: { kind: 'short-text', variable: 'name' } },
    q_pin: {
      text: text('PIN?'),
      answer: {
        kind: 'secret',
        variable: 'pin',
        check: { when: 'contains(pin, "given")', message: text('That is not it') },
      },
    },
    v_copy: {
      rows: [
        { variable: 'copy', expression: 'pin + pin' },
        { variable: 'known', expression: 'string length(pin) > 3' },
      ],
    },
    s_thanks: { text: text('Thank you, {name}.') },
  },
  connectors: ['q_name -> q_pin', 'q_pin -> v_copy', 'v_copy -> s_thanks'],
});

test('what is secret stands in no file of a whole server, and in nothing that it prints', async () => {
  const server = await MortalServer.make({
    WAYMARK_LOG: 'debug',
    WAYMARK_ROLES: 'web,jobs,reports',
    WAYMARK_DEMO: '0',
  });
  try {
    const person = await administratorOf(server.url);
    const { interaction: published } = await person.release(writeInteraction(interaction));
    let session = await person.start(published.id);
    session = await person.answer(session, PLAIN);
    await expect(person.answer(session, SECRETS[0])).rejects.toThrow();
    session = await person.answer(session, SECRETS[1]);
    session = await person.command(session, { kind: 'back' });
    session = await person.command(session, { kind: 'pause' });
    session = await person.command(session, { kind: 'resume' });
    session = await person.answer(session, SECRETS[2]);
    session = await person.answer(session);
    expect(session.status).toBe('ended');
    const account = { account: person.account };
    const steps = await person.call(sessionRoutes.steps, { ...account, session: session.id });
    expect(JSON.stringify(steps)).toContain(PLAIN);
    for (const secret of SECRETS) expect(JSON.stringify(steps)).not.toContain(secret);
    // The reports' copy has the session too.
    await expect
      .poll(
        async () =>
          (await person.call(reportRoutes.summary, account, { query: { interaction: published.id } })).completed,
      )
      .toBe(1);
    await server.kill();

    const found = filesBelow(server.folder).filter((file) => bytesOf(file).includes(PLAIN));
    expect(found.length).toBeGreaterThan(0);
    for (const secret of SECRETS) {
      const leaks = filesBelow(server.folder).filter((file) => bytesOf(file).includes(secret));
      expect(leaks, secret).toEqual([]);
      expect(server.printed).not.toContain(secret);
    }
    expect(server.printed).toContain('listening');
  } finally {
    await server.stop();
  }
});

/** Somebody with every right in an account of their own. */
async function administratorOf(url: string): Promise<Person> {
  const keeper = await Person.signIn(url, KEEPER);
  const { id: account } = await keeper.call(accountRoutes.create, {}, { body: { name: 'Canary' } });
  const who = { email: 'ada@example.org', name: 'Ada', roles: ['account-administrator' as const], password: PASSWORD };
  await keeper.call(userRoutes.add, { account }, { body: who });
  return Person.signIn(url, who.email, account);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The database ends a moment after its server and takes files with it: what is gone holds nothing. */
function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
