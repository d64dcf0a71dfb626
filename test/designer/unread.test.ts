import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FAULT, serverFails, triesAgain } from '#test/browser/server-fails.ts';
import { type Office, openAs, openOffice, PATIENCE, SLOW } from '#test/console/console-driver.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, PATIENCE);
afterAll(() => office?.house.close());

const says = (page: Page, words: string) => page.getByRole('alert').filter({ hasText: words });

/** The designer on an Interaction that has two versions and a comment, before anything of them is read. */
async function openProblem(which: RegExp) {
  const page = await openAs(office, office.designer, '/sign-in');
  const works = await serverFails(page, which);
  const query = new URLSearchParams({ account: office.account.id, interaction: office.problem.interaction.id });
  await page.goto(`${office.house.server.url}/designer?${query}`);
  await page.getByRole('textbox', { name: 'Name of the Interaction' }).waitFor();
  return { page, works };
}

test(
  'versions that could not be read are not said to be none, and are read when asked',
  async () => {
    const page = await openAs(office, office.designer, '/sign-in');
    const query = new URLSearchParams({ account: office.account.id, interaction: office.problem.interaction.id });
    await page.goto(`${office.house.server.url}/designer?${query}`);
    await page.getByRole('textbox', { name: 'Name of the Interaction' }).waitFor();
    const works = await serverFails(page, /\/api\/.*\/versions(\?|$)/);
    await page.getByRole('button', { name: 'Versions' }).click();
    await says(page, 'Versions could not be read').filter({ hasText: FAULT }).waitFor();
    expect(await page.getByText('No versions yet').count()).toBe(0);
    await works();
    await triesAgain(page, '[aria-label="Versions"] >> text=Version 2');
    const worksAgain = await serverFails(page, /\/versions\/1\/file/);
    await page.getByRole('button', { name: 'Restore as working copy' }).last().click();
    await page.getByText(`Version 1 could not be read: ${FAULT}`).first().waitFor();
    await worksAgain();
  },
  PATIENCE,
);

test(
  'comments and change requests that could not be read are not said to be none',
  async () => {
    const { page, works } = await openProblem(/\/api\/.*\/(comments|change-requests)(\?|$)/);
    await page.getByRole('button', { name: /^Comments/ }).click();
    await says(page, 'Comments of people who test a version could not be read').waitFor();
    await says(page, 'Change requests could not be read').waitFor();
    expect(await page.getByText('No open comments').count()).toBe(0);
    await works();
    await triesAgain(page, 'text=Callers ask for moving house.');
  },
  PATIENCE,
);

test(
  'a preview says that it runs without the account values, and has them when asked',
  async () => {
    const { page, works } = await openProblem(/\/api\/.*\/values\?limit/);
    await page.getByRole('button', { name: 'Preview', exact: true }).last().click();
    await says(page, 'Account values, without which this runs, could not be read').waitFor();
    await works();
    await triesAgain(page, 'waymark-player');
  },
  PATIENCE,
);

test(
  'who publishes is told what to choose from could not be read',
  async () => {
    const { page, works } = await openProblem(/\/api\/.*\/(folders|change-requests)(\?|$)/);
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('alert').filter({ hasText: 'Folders could not be read' }).waitFor();
    await dialog.getByRole('alert').filter({ hasText: 'Change requests that this version may answer' }).waitFor();
    await works();
    await dialog.getByRole('button', { name: 'Try again' }).first().click();
    await expect.poll(() => dialog.getByRole('button', { name: 'Try again' }).count(), { timeout: SLOW }).toBe(1);
  },
  PATIENCE,
);

test(
  'the start page says what of the server could not be read',
  async () => {
    const page = await openAs(office, office.designer, '/sign-in');
    const works = await serverFails(page);
    await page.goto(`${office.house.server.url}/designer`);
    await says(page, 'Working copies on the server could not be read').waitFor();
    await says(page, 'Recent Interactions could not be read').waitFor();
    await says(page, 'Change requests waiting for you could not be read').waitFor();
    expect(await page.getByText('Nothing in work yet').count()).toBe(0);
    await works();
    await triesAgain(page, 'text=Lost or stolen card');
  },
  PATIENCE,
);

test(
  'a server that cannot tell who somebody is, is not taken for none',
  async () => {
    const page = await openAs(office, office.designer, '/sign-in');
    const works = await serverFails(page, /\/api\/v1\/me$/);
    await page.goto(`${office.house.server.url}/designer`);
    await says(page, 'What is kept for you on the server could not be read').waitFor();
    await works();
    await triesAgain(page, 'text=Lost or stolen card');
  },
  PATIENCE,
);
