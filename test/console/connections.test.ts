import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectionRoutes } from '#api/connections.ts';
import type { ConnectionKey } from '#prelude/ids.ts';
import { mailServer } from '#test/effects/mail-server.ts';
import { outsideSystem } from '#test/effects/outside.ts';
import { type Office, openConsole, openOffice, PATIENCE } from './console-driver.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, PATIENCE);
afterAll(() => office?.house.close());

const read = (key: string) =>
  office.administrator.call(connectionRoutes.read, { account: office.account.id, connection: key as ConnectionKey });

async function choose(page: Page, select: string, option: RegExp) {
  await page.getByRole('button', { name: select }).click();
  await page.getByRole('option', { name: option }).click();
}

const saved = (page: Page) => page.getByText('Connection saved').waitFor();

describe('connections', () => {
  test(
    'are added, set up for customers and for tests, tried, and deleted',
    async () => {
      const crm = await outsideSystem(({ headers }, response) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ customer: 'Zoë', calledWith: headers['x-api-key'] }));
      }, 'http');
      const page = await openConsole(office, office.administrator, '/administration/connections');
      await page
        .getByRole('row', { name: /Customer records/ })
        .getByText('Not set up')
        .waitFor();
      await page.getByRole('button', { name: 'Add a connection' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add a connection' });
      await dialog.getByRole('button', { name: 'Add connection' }).click();
      await dialog.getByText('Give the connection a name.').waitFor();
      await dialog.getByRole('textbox', { name: 'Name' }).fill('Örders (ERP)');
      await expect.poll(() => dialog.getByRole('textbox', { name: 'Key' }).inputValue()).toBe('orders_erp');
      await dialog.getByRole('textbox', { name: 'Key' }).fill('crm');
      await dialog.getByRole('button', { name: 'Add connection' }).click();
      await dialog.getByText(/There is a connection with this key already/).waitFor();
      await dialog.getByRole('textbox', { name: 'Key' }).fill('erp');
      await dialog.getByRole('button', { name: 'Add connection' }).click();
      await page.getByRole('heading', { name: 'Örders (ERP)', level: 1 }).waitFor();

      await page.getByText('Enter and save the test settings, then try them here.').waitFor();
      await page.getByRole('button', { name: 'Enter live settings' }).click();
      await page.getByRole('button', { name: 'Save connection' }).click();
      await page.getByText('Enter the address that all calls begin with.').waitFor();
      await page.getByRole('textbox', { name: 'Address' }).fill('https://erp.northwind.example/api');
      await choose(page, 'Authentication', /Header of its own/);
      await page.getByRole('textbox', { name: 'Name of the header' }).fill('X-Api-Key');
      await page.getByRole('textbox', { name: 'Value of the header' }).fill('canary-live');
      await page.getByRole('tab', { name: 'Test settings' }).click();
      await page.getByRole('button', { name: 'Copy from the live settings' }).click();
      await page.getByRole('textbox', { name: 'Address' }).fill(`${crm.url}/api`);
      await page.getByRole('textbox', { name: 'Value of the header' }).fill('canary-test');
      await page.getByRole('textbox', { name: /Time limit/ }).fill('2.5');
      await page.getByRole('button', { name: 'Save connection' }).click();
      await saved(page);
      await expect
        .poll(() => read('erp'))
        .toMatchObject({
          live: { baseUrl: 'https://erp.northwind.example/api', authentication: { name: 'X-Api-Key', secret: 'set' } },
          test: { baseUrl: `${crm.url}/api`, timeLimit: 2_500, authentication: { name: 'X-Api-Key', secret: 'set' } },
        });

      await page.getByRole('textbox', { name: 'Path' }).fill('/customers/17');
      await page.getByRole('button', { name: 'Try it' }).click();
      await page.getByText('It works').waitFor();
      await page.getByText('"customer": "Zoë"').waitFor();
      await expect
        .poll(() => page.getByRole('region', { name: 'The answer' }).innerText())
        .toContain('"calledWith": "•••"');
      expect(crm.heard.map(({ path, headers }) => [path, headers['x-api-key']])).toEqual([
        ['/api/customers/17', 'canary-test'],
      ]);
      expect(await page.content()).not.toContain('canary');

      await page.getByRole('button', { name: 'Delete …' }).click();
      await page.getByText('Nothing uses it.').waitFor();
      await page.getByRole('button', { name: 'Delete connection' }).click();
      await page.getByText('“Örders (ERP)” deleted').waitFor();
      await page.getByRole('row', { name: /Customer records/ }).waitFor();
      await expect.poll(() => page.getByRole('row', { name: /ERP/ }).count()).toBe(0);
    },
    PATIENCE,
  );

  test(
    'keep a secret that is set, replace it when asked, and ask for it again before it goes elsewhere',
    async () => {
      const page = await openConsole(office, office.administrator, '/administration/connections/crm');
      await page.getByRole('button', { name: 'Replace token' }).waitFor();
      expect(await page.getByRole('textbox', { name: 'Token' }).count()).toBe(0);
      const address = page.getByRole('textbox', { name: 'Address' });
      await address.fill('https://crm.northwind.example/v2');
      await page.getByRole('button', { name: 'Save connection' }).click();
      await saved(page);
      await expect
        .poll(async () => (await read('crm')).live)
        .toMatchObject({
          baseUrl: 'https://crm.northwind.example/v2',
          authentication: { kind: 'bearer', secret: 'set' },
        });
      await address.fill('https://other.example/v2');
      await page.getByRole('button', { name: 'Save connection' }).click();
      await page.getByText(/Enter the secret again: it was entered for another server/).waitFor();
      await page.getByRole('textbox', { name: 'Token' }).fill('another one');
      await page.getByRole('button', { name: 'Save connection' }).click();
      await page.getByRole('button', { name: 'Replace token' }).waitFor();
      await expect.poll(async () => (await read('crm')).live?.baseUrl).toBe('https://other.example/v2');
    },
    PATIENCE,
  );

  test(
    'say at the field what the server refused, also on the other tab and in a row of headers',
    async () => {
      const page = await openConsole(office, office.administrator, '/administration/connections/crm');
      await page.getByRole('button', { name: 'Add a header' }).click();
      await page.getByRole('textbox', { name: 'Name of header 2' }).fill('Cookie');
      await page.getByRole('textbox', { name: 'Value of header 2' }).fill('a=b');
      await page.getByRole('tab', { name: 'Test settings' }).click();
      await page.getByRole('button', { name: 'Save connection' }).click();
      await page.getByText(/passwords and tokens belong under Authentication/).waitFor();
      await expect
        .poll(() => page.getByRole('tab', { name: 'Live settings' }).getAttribute('aria-selected'))
        .toBe('true');
      await page.getByRole('button', { name: 'Remove Cookie' }).click();
      await page.getByRole('button', { name: 'Save connection' }).click();
      await saved(page);
    },
    PATIENCE,
  );

  test(
    'are not overwritten by somebody who saw an older state, whose typing stays until they load again',
    async () => {
      const page = await openConsole(office, office.administrator, '/administration/connections/crm');
      const name = page.getByRole('textbox', { name: 'Name', exact: true });
      await name.fill('Mine');
      const params = { account: office.account.id, connection: 'crm' as ConnectionKey };
      await office.administrator.call(connectionRoutes.change, params, { body: { name: 'Theirs' } });
      await page.getByRole('button', { name: 'Save connection' }).click();
      await page.getByText('Somebody changed this connection meanwhile').waitFor();
      await expect.poll(() => name.inputValue()).toBe('Mine');
      await page.getByRole('button', { name: 'Load again' }).click();
      await page.getByText('Somebody changed this connection meanwhile').waitFor({ state: 'detached' });
      await expect.poll(() => name.inputValue()).toBe('Theirs');
      await name.fill('Customer records');
      await page.getByRole('button', { name: 'Save connection' }).click();
      await saved(page);
    },
    PATIENCE,
  );

  test(
    'are told of in the audit log in words',
    async () => {
      const page = await openConsole(office, office.administrator, '/administration/audit-log');
      await page.getByText('made the connection Customer records').first().waitFor();
    },
    PATIENCE,
  );
});

describe('mail', () => {
  test(
    'is set up, tried and removed',
    async () => {
      const post = await mailServer({ security: 'none', account: { user: 'service', password: 'canary-mail' } });
      const page = await openConsole(office, office.administrator, '/administration/mail');
      await page.getByRole('button', { name: 'Save mail server' }).click();
      await page.getByText('Enter the name of the mail server.').waitFor();
      await page.getByRole('textbox', { name: 'Server' }).fill('127.0.0.1');
      await choose(page, 'Encryption', /None/);
      await expect.poll(() => page.getByRole('textbox', { name: 'Port' }).inputValue()).toBe('25');
      await page.getByRole('textbox', { name: 'Port' }).fill(String(post.port));
      await page.getByRole('textbox', { name: 'User' }).fill('service');
      await page.getByRole('textbox', { name: 'Password' }).fill('canary-mail');
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Northwind Service');
      await page.getByRole('textbox', { name: 'Address' }).fill('service@northwind.example');
      await page.getByRole('button', { name: 'Save mail server' }).click();
      await page.getByText('Mail server saved').waitFor();
      await page.getByRole('button', { name: 'Replace password' }).waitFor();
      await page.getByRole('button', { name: 'Send me a test mail' }).click();
      await page.getByText(`The mail server took the mail to ${office.administrator.email}.`).waitFor();
      expect(post.arrived.map(({ to }) => to)).toEqual([[office.administrator.email]]);
      expect(await page.content()).not.toContain('canary-mail');
      await page.getByRole('button', { name: 'Remove the mail server …' }).click();
      await page.getByRole('button', { name: 'Remove mail server', exact: true }).click();
      await page.getByText('Mail server removed').waitFor();
      await page.getByRole('button', { name: 'Send me a test mail' }).waitFor({ state: 'detached' });
      await expect.poll(() => page.getByRole('textbox', { name: 'Server' }).inputValue()).toBe('');
    },
    PATIENCE,
  );
});

test(
  'neither is offered to those who may not',
  async () => {
    const page = await openConsole(office, office.designer, '/administration/connections');
    await page.getByRole('tab', { name: 'Account' }).waitFor();
    await expect
      .poll(() => page.getByRole('tab').allInnerTexts())
      .toEqual(['People', 'Teams', 'Account', 'Values', 'Outcomes']);
    const direct = await openConsole(office, office.designer, '/administration/connections/crm');
    await direct.getByText('Your role does not allow this').waitFor();
  },
  PATIENCE,
);
