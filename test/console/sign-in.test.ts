import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD } from '#test/server/driver.ts';
import { type Office, openAs, openOffice, PATIENCE } from './console-driver.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, PATIENCE);
afterAll(() => office?.house.close());

/** Somebody without a session opens the way in and signs in by the form. */
async function signIn(email: string, query = ''): Promise<Page> {
  const page = await openAs(office, { cookie: undefined }, `/sign-in${query}`);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  return page;
}

describe('who signs in without saying where to', () => {
  test(
    'comes to the desk as an agent, who may see nothing else',
    async () => {
      const agent = await office.account.person('agent');
      const page = await signIn(agent.email);
      await page.getByRole('searchbox', { name: 'Find an Interaction' }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/desk');
    },
    PATIENCE,
  );

  test(
    'comes to the Interactions as an administrator, and never to a page of others',
    async () => {
      for (const query of ['', '?to=%2F%2Fevil.example%2Fconsole', '?to=https%3A%2F%2Fevil.example']) {
        const page = await signIn(office.administrator.email, query);
        await page.getByRole('heading', { name: 'Interactions', level: 1 }).waitFor();
        expect(new URL(page.url()).origin).toBe(new URL(office.house.server.url).origin);
      }
    },
    PATIENCE,
  );
});
