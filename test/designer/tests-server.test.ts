import { afterAll, beforeAll, expect, test } from 'vitest';
import { versionRoutes } from '#api/versions.ts';
import { writeInteraction } from '#format/write.ts';
import { problemsOf } from '#test/browser/pages.ts';
import { type Office, openAs, openOffice, PATIENCE } from '#test/console/console-driver.ts';
import { draw } from '#test/factories/draw.ts';
import type { Person } from '#test/server/driver.ts';
import { accessibilityProblems } from '../browser/axe.ts';
import { SOON } from './page-driver.ts';
import { openTests, panel, row } from './tests-page.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, PATIENCE);
afterAll(() => office?.house.close());

test(
  'a session of the server is kept as a test, and a test that fails is told at publishing by page and server alike',
  async () => {
    const { account, administrator, sessions, problem } = office;
    const [session] = sessions;
    const page = await openAs(office, administrator, `/console/sessions/${session?.id}?account=${account.id}`);
    await page.getByRole('link', { name: 'Keep as test' }).click();
    await panel(page).waitFor();
    const kept = row(page, nameOfToday());
    await expect.poll(() => kept.innerText(), SOON).toContain('Passed');
    expect(page.url()).not.toContain('keep=');
    await expect
      .poll(() => kept.getByRole('group', { name: 'Expected at the end' }).innerText(), SOON)
      .toContain('Problem type → Billing → Confirm');

    const outcome = kept.getByRole('combobox', { name: 'Outcome' });
    // A list that is open closes when the panel scrolls.
    await outcome.scrollIntoViewIfNeeded();
    await outcome.fill('fail');
    await page.getByRole('option', { name: 'Failed' }).click();
    await expect.poll(() => kept.innerText(), SOON).toContain('Not run since the last change');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 of 4 tests failed').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Publish as draft' }).click();
    await page.getByRole('heading', { name: 'Version 3 is published' }).waitFor();
    await dialog.getByText('1 of 4 tests failed on the server').waitFor();
    await dialog.getByText(/Expected the outcome "failed", got "completed"/).waitFor();
    const made = await administrator.call(versionRoutes.read, administrator.of(problem.interaction.id, 3));
    expect(made).toMatchObject({ tests: { all: 4, passed: 3 }, failedTests: [{ name: nameOfToday() }] });

    await page.getByRole('link', { name: 'Show on the Interactions page' }).click();
    const card = page.getByRole('article', { name: 'Version 3' });
    await card.getByText('1 of 4 tests failed').waitFor();
    await card.getByText('Decisions, problems and tests').click();
    await card.getByText(/Expected the outcome "failed"/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await card.getByRole('button', { name: 'Approve and go live' }).count()).toBe(0);
    expect(problemsOf(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  'whoever may not edit is not offered to keep a session',
  async () => {
    const { account, sessions } = office;
    const analyst = await account.person('analyst');
    const page = await openAs(office, analyst, `/console/sessions/${sessions[0]?.id}?account=${account.id}`);
    await page.getByRole('heading', { name: /^Session of/ }).waitFor();
    await page.getByText(/^Step 1 of/).waitFor();
    expect(await page.getByRole('link', { name: 'Keep as test' }).count()).toBe(0);
  },
  PATIENCE,
);

test(
  'tests of an Interaction that calls others run with the versions of the account',
  async () => {
    const { account, administrator } = office;
    const { parent } = await publishPair(administrator);
    const query = new URLSearchParams({ account: account.id, interaction: parent });
    const page = await openAs(office, administrator, `/designer?${query}`);
    await page.getByRole('textbox', { name: 'Name of the Interaction' }).waitFor();
    await openTests(page);
    await page.keyboard.press('Control+Alt+Enter');
    await expect.poll(() => row(page, 'Through the other').innerText(), SOON).toContain('Passed');
    const made = await administrator.call(versionRoutes.read, administrator.of(parent, 1));
    expect(made.tests).toEqual({ all: 1, passed: 1 });
  },
  PATIENCE,
);

/** An Interaction that asks for a name, and one that runs it, with a test of both. */
async function publishPair(who: Person) {
  const say = (en: string) => ({ text: { en } });
  const identity = draw({
    id: 'int_identity',
    name: 'Identity',
    variables: { name: { type: 'text', label: 'Name' } },
    elements: {
      q_name: { ...say('Your name?'), answer: { kind: 'short-text', variable: 'name' } },
      e_verified: { outcome: 'verified' },
    },
    connectors: ['q_name -> e_verified'],
  });
  const calling = draw({
    id: 'int_calling',
    name: 'Calling',
    variables: { person: { type: 'text', label: 'Person' } },
    elements: {
      u_who: {
        interaction: identity.id,
        inputs: [],
        outputs: [{ variable: 'person', value: 'result.name' }],
        outcomes: [{ id: 'verified', outcome: 'verified', label: 'Verified' }],
      },
      s_hello: say('Hello {person}.'),
      s_sorry: say('Sorry.'),
    },
    connectors: ['u_who.verified -> s_hello', 'u_who.otherwise -> s_sorry'],
    tests: {
      t_through: {
        name: 'Through the other',
        answers: [{ at: 'u_who/q_name', answer: 'Ann' }],
        expect: { outcome: 'completed', variables: { person: 'Ann' } },
      },
    },
  });
  await who.publish(writeInteraction(identity));
  await who.publish(writeInteraction(calling));
  return { parent: calling.id };
}

function nameOfToday(): string {
  return `Session of ${new Date().toLocaleDateString('en', { dateStyle: 'medium', timeZone: 'UTC' })}`;
}
